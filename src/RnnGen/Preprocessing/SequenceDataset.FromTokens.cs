using System;
using System.Collections.Generic;
using static System.FormattableString;

namespace RnnGen;

public sealed partial class SequenceDataset
{
    /// <summary>A data set of token ids that something else encoded.</summary>
    /// <param name="task">What the targets are.</param>
    /// <param name="sequenceLength">The declared length, in steps: 1 to 4096.</param>
    /// <param name="inputs">The token ids that the network reads: for each sequence 1 to <paramref name="sequenceLength"/>, each 0 or more. Copied.</param>
    /// <param name="targets">
    /// The true outputs of each sequence: a single one for classification, 0 or more; otherwise one a step, -1 where there is none. Copied.
    /// </param>
    /// <exception cref="ArgumentException">There is no sequence, the two lists differ in length, or a sequence breaks a rule above.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="task"/> or <paramref name="sequenceLength"/> is out of range.</exception>
    public static SequenceDataset FromTokens(
        SequenceTask task, int sequenceLength, IReadOnlyList<int[]> inputs, IReadOnlyList<int[]> targets)
    {
        if (task is not (SequenceTask.Classification or SequenceTask.Labeling or SequenceTask.Generation))
        {
            throw new ArgumentOutOfRangeException(nameof(task), task, "The task must be Classification, Labeling or Generation.");
        }

        CheckLength(sequenceLength, 1);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(targets);
        if (inputs.Count == 0)
        {
            throw new ArgumentException("A data set needs at least one sequence.", nameof(inputs));
        }

        if (inputs.Count != targets.Count)
        {
            throw new ArgumentException($"There are {inputs.Count} sequences of inputs and {targets.Count} of targets.", nameof(targets));
        }

        var sequences = new SequenceAccumulator();
        for (int i = 0; i < inputs.Count; i++)
        {
            CheckInputs(inputs[i], i, sequenceLength);
            CheckTargets(targets[i], i, task, inputs[i].Length);
            sequences.Add(inputs[i], targets[i], tokensCut: 0);
        }

        return Assemble(sequences, task, sequenceLength, vocabulary: null, labels: null);
    }

    private static void CheckInputs(int[]? inputs, int index, int sequenceLength)
    {
        if (inputs is null || inputs.Length < 1 || inputs.Length > sequenceLength)
        {
            throw new ArgumentException(
                $"Sequence {index} must have 1 to {sequenceLength} inputs and has {inputs?.Length ?? 0}.", nameof(inputs));
        }

        int negative = inputs.AsSpan().IndexOfAnyInRange(int.MinValue, -1);
        if (negative >= 0)
        {
            throw new ArgumentException(
                Invariant($"Sequence {index} has the token id {inputs[negative]} at step {negative}; it must be 0 or more."), nameof(inputs));
        }
    }

    private static void CheckTargets(int[]? targets, int index, SequenceTask task, int steps)
    {
        bool classification = task == SequenceTask.Classification;
        int expected = classification ? 1 : steps;
        if (targets is null || targets.Length != expected)
        {
            throw new ArgumentException(
                $"Sequence {index} must have {expected} targets for {task} and has {targets?.Length ?? 0}.", nameof(targets));
        }

        int lowest = classification ? 0 : -1;
        int wrong = targets.AsSpan().IndexOfAnyInRange(int.MinValue, lowest - 1);
        if (wrong >= 0)
        {
            throw new ArgumentException(
                Invariant($"Sequence {index} has the target {targets[wrong]} at place {wrong}; it must be {lowest} or more."), nameof(targets));
        }
    }
}
