using System;

namespace RnnGen;

/// <summary>Encoded sequences with their true outputs, for one of the three tasks.</summary>
public sealed class SequenceDataset
{
    private readonly int[][] _inputs;
    private readonly int[][] _targets;

    internal SequenceDataset(SequenceTask task, int sequenceLength, int[][] inputs, int[][] targets)
    {
        Task = task;
        SequenceLength = sequenceLength;
        _inputs = inputs;
        _targets = targets;
    }

    /// <summary>What the targets are: classes, labels or next tokens.</summary>
    public SequenceTask Task { get; }

    /// <summary>How many sequences there are.</summary>
    public int Count => _inputs.Length;

    /// <summary>The declared length, in steps: no sequence is longer.</summary>
    public int SequenceLength { get; }

    /// <summary>The token ids that the network reads, without padding.</summary>
    /// <param name="index">0 to Count - 1.</param>
    public ReadOnlySpan<int> InputsOf(int index) => _inputs[index];

    /// <summary>The true outputs: one for a classifier's sequence, otherwise one a step, -1 where there is none.</summary>
    /// <param name="index">0 to Count - 1.</param>
    public ReadOnlySpan<int> TargetsOf(int index) => _targets[index];
}
