using System.Collections.Immutable;

namespace RnnGen.Benchmarks.Workloads;

/// <summary>The sizes of the suites.</summary>
internal static class Sizes
{
    /// <summary>How many different tokens there are.</summary>
    public const int Vocabulary = 64;

    /// <summary>How wide the embedding is that the peers read tokens through, and how many real numbers a step of dense input has.</summary>
    public const int Embedding = 32;

    /// <summary>How many real numbers the streaming suites read at a step.</summary>
    public const int StreamingFeatures = 16;

    /// <summary>How many classes or labels there are.</summary>
    public const int Outputs = 8;

    /// <summary>The declared length of a sequence, in steps.</summary>
    public const int Steps = 32;

    /// <summary>How many sequences the throughput suite predicts at a time.</summary>
    public const int ThroughputBatch = 256;

    /// <summary>The hidden sizes measured.</summary>
    public static ImmutableArray<int> Hidden { get; } = [16, 32, 64, 128, 256];

    /// <summary>The hidden sizes of the streaming suites.</summary>
    public static ImmutableArray<int> StreamingHidden { get; } = [8, .. Hidden];
}
