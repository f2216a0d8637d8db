namespace RnnGen;

/// <summary>The flat arrays of a data set, which its subsets share.</summary>
internal sealed class SequenceStorage
{
    /// <summary>The token ids of all sequences; empty where they have features.</summary>
    public int[] Tokens { get; init; } = [];

    /// <summary>The features of all sequences, a row of <see cref="FeatureCount"/> a step; empty where they have tokens.</summary>
    public float[] Features { get; init; } = [];

    /// <summary>How many numbers a step has; 0 where there are tokens.</summary>
    public int FeatureCount { get; init; }

    /// <summary>The ids that are true; empty where numbers are.</summary>
    public int[] Targets { get; init; } = [];

    /// <summary>The numbers that are true, in rows of <see cref="TargetSize"/>; empty where ids are.</summary>
    public float[] TargetValues { get; init; } = [];

    /// <summary>How many numbers a target has; 0 where targets are ids.</summary>
    public int TargetSize { get; init; }

    /// <summary>Whether every step has a target, or the sequence a single one.</summary>
    public required bool HasTargetEveryStep { get; init; }
}
