using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using static System.FormattableString;

namespace RnnGen;

/// <content>What the sequences that a caller encoded must be. Messages name a sequence by its place in the caller's list.</content>
public sealed partial class SequenceDataset
{
    /// <summary>Throws unless some indices name sequences of the data set, one at least.</summary>
    /// <param name="indices">The caller's argument of this name.</param>
    /// <param name="whole">What they make, for the message.</param>
    internal void RequireIndices(ReadOnlySpan<int> indices, string whole)
    {
        if (indices.IsEmpty)
        {
            throw new ArgumentException($"{whole} needs at least one sequence.", nameof(indices));
        }

        for (int i = 0; i < indices.Length; i++)
        {
            if ((uint)indices[i] >= (uint)Count)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(indices), indices[i], Invariant($"Number {i} of them must be a sequence of the data set, 0 to {Count - 1}."));
            }
        }
    }

    private static void CheckLists<TInput, TTarget>(int sequenceLength, IReadOnlyList<TInput> inputs, IReadOnlyList<TTarget> targets)
    {
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
    }

    private static void CheckTokens([NotNull] int[]? inputs, int index, int sequenceLength)
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

    private static void CheckFeatures(ReadOnlySpan<float> inputs, int index, int featureCount, int sequenceLength, string name = "inputs")
    {
        (int steps, int rest) = Math.DivRem(inputs.Length, featureCount);
        if (steps < 1 || steps > sequenceLength || rest != 0)
        {
            throw new ArgumentException(
                $"Sequence {index} must have 1 to {sequenceLength} steps of {featureCount} numbers and has {inputs.Length} numbers.", name);
        }

        for (int place = 0; place < inputs.Length; place++)
        {
            if (!float.IsFinite(inputs[place]))
            {
                (int step, int feature) = Math.DivRem(place, featureCount);
                throw new ArgumentException(
                    Invariant($"Feature {feature} of step {step} of sequence {index} is {inputs[place]}; it must be finite."), name);
            }
        }
    }

    private static void CheckTargets([NotNull] int[]? targets, int index, SequenceTask task, int steps)
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

    private static void CheckNamed(int[] targets, int index, LabelSet? labels)
    {
        int nameless = labels is null ? -1 : targets.AsSpan().IndexOfAnyInRange(labels.Count, int.MaxValue);
        if (nameless >= 0)
        {
            throw new ArgumentException(
                Invariant($"Sequence {index} has the target {targets[nameless]} at place {nameless}; there are {labels}."), nameof(targets));
        }
    }

    private static void CheckTargetValues(ReadOnlySpan<float> targets, int index, int rows, int targetSize, bool everyStep, string name = "targets")
    {
        if (targets.Length != (long)rows * targetSize)
        {
            throw new ArgumentException(
                $"Sequence {index} must have {rows} rows of {targetSize} targets and has {targets.Length} targets.", name);
        }

        for (int place = 0; place < targets.Length; place++)
        {
            int rowStart = place - (place % targetSize);
            bool isAbsent = everyStep && float.IsNaN(targets[rowStart]);
            if (isAbsent ? !float.IsNaN(targets[place]) : !float.IsFinite(targets[place]))
            {
                throw new ArgumentException(
                    Invariant($"Target {place - rowStart} of row {rowStart / targetSize} of sequence {index} is {targets[place]}; ")
                    + (everyStep ? "a row must be finite numbers, or NaN throughout." : "it must be finite."),
                    name);
            }
        }
    }

    private static SequenceDataset AssembleRegression(SequenceAccumulator sequences, int sequenceLength, bool everyStep, Vocabulary? vocabulary = null)
    {
        (SequenceStorage storage, SequenceExtent[] extents) = sequences.ToArrays(everyStep);
        return new SequenceDataset(SequenceTask.Regression, sequenceLength, storage, extents, vocabulary);
    }
}
