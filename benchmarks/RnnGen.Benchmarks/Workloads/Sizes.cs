using System.Collections.Immutable;

namespace RnnGen.Benchmarks.Workloads;

/// <summary>The sizes that all suites share.</summary>
internal static class Sizes
{
    /// <summary>How many different tokens there are.</summary>
    public const int Vocabulary = 64;

    /// <summary>How wide the embedding is that the peers read tokens through; RnnGen reads a row of U instead.</summary>
    public const int Embedding = 32;

    /// <summary>How many classes or labels there are.</summary>
    public const int Outputs = 8;

    /// <summary>The declared length of a sequence, in steps.</summary>
    public const int Steps = 32;

    /// <summary>How many sequences the throughput suite predicts at a time.</summary>
    public const int ThroughputBatch = 256;

    /// <summary>The hidden sizes measured.</summary>
    public static ImmutableArray<int> Hidden { get; } = [16, 32, 64, 128, 256];
}
