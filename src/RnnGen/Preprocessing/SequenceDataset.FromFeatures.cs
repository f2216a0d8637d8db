using System;
using System.Collections.Generic;

namespace RnnGen;

public sealed partial class SequenceDataset
{
    /// <summary>A classifier's data set of real-valued input whose classes have names.</summary>
    /// <param name="samples">At least one sequence, of 1 to <paramref name="sequenceLength"/> steps, with the name of its class; read once.</param>
    /// <param name="featureCount">How many numbers a step has: 1 or more.</param>
    /// <param name="sequenceLength">The declared length, in steps: 1 to 4096.</param>
    /// <param name="labels">
    /// The classes and their ids: for held-out data, the <see cref="Labels"/> of the training set. Unless given, the labels that occur, in ordinal order.
    /// </param>
    /// <exception cref="ArgumentException">
    /// There is no sample, one is no whole number of steps or too long, a number is not finite, or a label is empty or not among <paramref name="labels"/>.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="featureCount"/> or <paramref name="sequenceLength"/> is out of range.</exception>
    public static SequenceDataset ForClassification(
        IEnumerable<ClassifiedFeatures> samples, int featureCount, int sequenceLength, LabelSet? labels = null)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentOutOfRangeException.ThrowIfLessThan(featureCount, 1);
        CheckLength(sequenceLength, 1);
        var sequences = new SequenceAccumulator(featureCount);
        var index = new LabelIndex(labels, "sample", nameof(samples));
        foreach (ClassifiedFeatures sample in samples)
        {
            CheckFeatures(sample.Features.Span, sequences.Count, featureCount, sequenceLength, nameof(samples));
            int target = index.IdOf(sample.Label, sequences.Count);
            sequences.Add(new SequenceSample { Features = sample.Features.Span, Targets = [target] });
        }

        CheckNotEmpty(sequences, nameof(samples));
        LabelSet names = index.Finish(sequences.Targets);
        return Assemble(sequences, SequenceTask.Classification, sequenceLength, vocabulary: null, names);
    }

    /// <summary>A labeler's data set of real-valued input whose labels have names.</summary>
    /// <param name="samples">At least one sequence, of 1 to <paramref name="sequenceLength"/> steps, with the labels of its steps; read once.</param>
    /// <param name="featureCount">How many numbers a step has: 1 or more.</param>
    /// <param name="sequenceLength">The declared length, in steps: 1 to 4096.</param>
    /// <param name="labels">
    /// The labels and their ids: for held-out data, the <see cref="Labels"/> of the training set. Unless given, the labels that occur, in ordinal order.
    /// </param>
    /// <exception cref="ArgumentException">
    /// There is no sample or no label, a sample is no whole number of steps or too long or has not one label a step, a number is not finite, or a label is empty or
    /// not among <paramref name="labels"/>.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="featureCount"/> or <paramref name="sequenceLength"/> is out of range.</exception>
    public static SequenceDataset ForLabeling(
        IEnumerable<LabeledFeatures> samples, int featureCount, int sequenceLength, LabelSet? labels = null)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentOutOfRangeException.ThrowIfLessThan(featureCount, 1);
        CheckLength(sequenceLength, 1);
        var sequences = new SequenceAccumulator(featureCount);
        var index = new LabelIndex(labels, "sample", nameof(samples));
        foreach (LabeledFeatures sample in samples)
        {
            CheckFeatures(sample.Features.Span, sequences.Count, featureCount, sequenceLength, nameof(samples));
            int steps = sample.Features.Length / featureCount;
            if (sample.Labels?.Count != steps)
            {
                throw new ArgumentException(
                    $"Sequence {sequences.Count} has {steps} steps and {sample.Labels?.Count ?? 0} labels; every step needs one, or null.", nameof(samples));
            }

            int[] targets = new int[steps];
            for (int t = 0; t < steps; t++)
            {
                targets[t] = sample.Labels[t] is { } label ? index.IdOf(label, sequences.Count) : -1;
            }

            sequences.Add(new SequenceSample { Features = sample.Features.Span, Targets = targets });
        }

        CheckNotEmpty(sequences, nameof(samples));
        LabelSet names = index.Finish(sequences.Targets);
        return Assemble(sequences, SequenceTask.Labeling, sequenceLength, vocabulary: null, names);
    }

    /// <summary>A classifier's or labeler's data set of real-valued input: sensor readings, spectra of sound.</summary>
    /// <param name="task"><see cref="SequenceTask.Classification"/> or <see cref="SequenceTask.Labeling"/>.</param>
    /// <param name="sequenceLength">The declared length, in steps: 1 to 4096.</param>
    /// <param name="featureCount">How many numbers a step has: 1 or more.</param>
    /// <param name="inputs">
    /// For each sequence 1 to <paramref name="sequenceLength"/> rows of <paramref name="featureCount"/> finite numbers, a row a step, as they were measured: the
    /// model standardises them. Copied.
    /// </param>
    /// <param name="targets">The class of each sequence, 0 or more; or its labels, one a step, -1 where there is none. Copied.</param>
    /// <param name="labels">What the classes or labels are called, if they have names.</param>
    /// <exception cref="ArgumentException">There is no sequence, the two lists differ in length, or a sequence breaks a rule above.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="task"/>, <paramref name="sequenceLength"/> or <paramref name="featureCount"/> is out of range.
    /// </exception>
    public static SequenceDataset FromFeatures(
        SequenceTask task,
        int sequenceLength,
        int featureCount,
        IReadOnlyList<float[]> inputs,
        IReadOnlyList<int[]> targets,
        LabelSet? labels = null)
    {
        if (task is not (SequenceTask.Classification or SequenceTask.Labeling))
        {
            throw new ArgumentOutOfRangeException(nameof(task), task, "The task must be Classification or Labeling.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(featureCount, 1);
        CheckLists(sequenceLength, inputs, targets);
        var sequences = new SequenceAccumulator(featureCount);
        for (int i = 0; i < inputs.Count; i++)
        {
            CheckFeatures(inputs[i], i, featureCount, sequenceLength);
            CheckTargets(targets[i], i, task, inputs[i].Length / featureCount);
            CheckNamed(targets[i], i, labels);
            sequences.Add(new SequenceSample { Features = inputs[i], Targets = targets[i] });
        }

        return Assemble(sequences, task, sequenceLength, vocabulary: null, labels);
    }

    /// <summary>A regressor's data set of real-valued input.</summary>
    /// <param name="sequenceLength">The declared length, in steps: 1 to 4096.</param>
    /// <param name="featureCount">How many numbers a step has: 1 or more.</param>
    /// <param name="inputs">
    /// For each sequence 1 to <paramref name="sequenceLength"/> rows of <paramref name="featureCount"/> finite numbers, a row a step, as they were measured: the
    /// model standardises them. Copied.
    /// </param>
    /// <param name="targetSize">How many numbers a target has: 1 or more.</param>
    /// <param name="targets">
    /// The true outputs of each sequence: a row of <paramref name="targetSize"/> finite numbers, or a row a step, all NaN where there is none. Copied.
    /// </param>
    /// <param name="everyStep">Whether there is a row for every step.</param>
    /// <exception cref="ArgumentException">There is no sequence, the two lists differ in length, or a sequence breaks a rule above.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="sequenceLength"/>, <paramref name="featureCount"/> or <paramref name="targetSize"/> is out of range.
    /// </exception>
    public static SequenceDataset FromFeatures(
        int sequenceLength,
        int featureCount,
        IReadOnlyList<float[]> inputs,
        int targetSize,
        IReadOnlyList<float[]> targets,
        bool everyStep = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(featureCount, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(targetSize, 1);
        CheckLists(sequenceLength, inputs, targets);
        var sequences = new SequenceAccumulator(featureCount, targetSize);
        for (int i = 0; i < inputs.Count; i++)
        {
            CheckFeatures(inputs[i], i, featureCount, sequenceLength);
            CheckTargetValues(targets[i], i, everyStep ? inputs[i].Length / featureCount : 1, targetSize, everyStep);
            sequences.Add(new SequenceSample { Features = inputs[i], TargetValues = targets[i] });
        }

        return AssembleRegression(sequences, sequenceLength, everyStep);
    }
}
