using System;
using System.Diagnostics.CodeAnalysis;
using static System.FormattableString;

namespace RnnGen.Training;

/// <summary>Whether a sequence and its true outputs fit a model.</summary>
/// <remarks>
/// Exceptions name the parameter that the user's call has: that of the data set, or the parameter of the generated class's Backward method.
/// </remarks>
internal static class TrainingInput
{
    private const string DefaultParameter = "dataset";

    /// <summary>Throws unless the network can read the sequence and be told its true outputs.</summary>
    /// <param name="description">The model's description.</param>
    /// <param name="sample">
    /// 1 to SequenceLength token ids, each from 0 to VocabularySize - 1, or as many rows of features; a single target for a model with one output a sequence,
    /// otherwise one a step: a number from 0 to OutputSize - 1, or -1 for a step without one, or a row of OutputSize numbers.
    /// </param>
    /// <param name="sequence">The place of the sequence in its data set, for the message; -1 for a sequence that stands alone.</param>
    /// <param name="parameter">What the user's call calls the data set.</param>
    /// <exception cref="ArgumentException">The sequence is empty or too long, or has a wrong number of targets, or one that is no number.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token or a target is out of range.</exception>
    public static void Check(ModelDescription description, in SequenceSample sample, int sequence = -1, string parameter = DefaultParameter)
    {
        ArgumentNullException.ThrowIfNull(description);
        string inputs = sequence >= 0 ? parameter : NameOfInputs(description);
        int steps = description.FeatureCount == 0
            ? CheckTokens(description, sample.Tokens, sequence, inputs)
            : CheckFeatures(description, sample.Features, sequence, inputs);
        int expected = description.HasOutputEveryStep ? steps : 1;
        string targets = sequence >= 0 ? parameter : NameOfTargets(description);
        if (description.Task == SequenceTask.Regression)
        {
            CheckTargetValues(description, sample.TargetValues, expected, sequence, targets);
        }
        else
        {
            CheckTargets(description, sample.Targets, expected, sequence, targets);
        }
    }

    /// <summary>Throws unless the network can read every sequence of a data set.</summary>
    /// <param name="description">The model's description.</param>
    /// <param name="dataset">The data set.</param>
    /// <param name="parameter">What the user's call calls it.</param>
    /// <exception cref="ArgumentException">The data set is empty or for another task, or a sequence does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token or a target is out of range.</exception>
    public static void Check(ModelDescription description, SequenceDataset dataset, string parameter = DefaultParameter)
    {
        if (dataset.Task != description.Task)
        {
            throw new ArgumentException(
                Invariant($"The data set is for {dataset.Task}; {description.Name} is a model for {description.Task}."), parameter);
        }

        if (dataset.Count == 0)
        {
            throw new ArgumentException("The data set is empty; it must have at least one sequence.", parameter);
        }

        CheckKind(description, dataset, parameter);
        for (int i = 0; i < dataset.Count; i++)
        {
            Check(description, dataset.SampleAt(i), i, parameter);
        }
    }

    /// <summary>Whether a sequence, which has been checked, has a true output at all: where there may be one at every step, there may be none.</summary>
    /// <param name="description">The model's description.</param>
    /// <param name="sample">The sequence.</param>
    public static bool HasTarget(ModelDescription description, in SequenceSample sample)
    {
        if (description.Task != SequenceTask.Regression)
        {
            return sample.Targets.ContainsAnyInRange(0, int.MaxValue);
        }

        for (int place = 0; place < sample.TargetValues.Length; place += description.OutputSize)
        {
            if (!float.IsNaN(sample.TargetValues[place]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Throws if no sequence of a data set has a true output: there would be nothing to learn or to measure.</summary>
    /// <param name="description">The model's description.</param>
    /// <param name="dataset">A data set that the network can read.</param>
    /// <param name="parameter">What the user's call calls it.</param>
    /// <exception cref="ArgumentException">None has.</exception>
    public static void RequireTarget(ModelDescription description, SequenceDataset dataset, string parameter)
    {
        for (int i = 0; i < dataset.Count; i++)
        {
            if (HasTarget(description, dataset.SampleAt(i)))
            {
                return;
            }
        }

        throw new ArgumentException("The data set has no target; at least one step of one sequence must have one.", parameter);
    }

    /// <summary>Throws unless every feature of a data set is finite when standardised.</summary>
    /// <param name="dataset">A data set that the network can read.</param>
    /// <param name="standardization">What its features go through; null for a model that reads tokens.</param>
    /// <param name="parameter">What the user's call calls the data set.</param>
    /// <exception cref="ArgumentException">One is not.</exception>
    public static void CheckStandardized(SequenceDataset dataset, FeatureStandardization? standardization, string parameter)
    {
        if (standardization is null)
        {
            return;
        }

        float[] row = new float[standardization.Stride];
        for (int i = 0; i < dataset.Count; i++)
        {
            // Every step into the same row: only whether it works is asked for.
            ReadOnlySpan<float> features = dataset.FeaturesOf(i);
            if (!standardization.TryApply(features, row, distance: 0))
            {
                throw standardization.Refusal(features, firstStep: 0, parameter, $" of {Subject(i)}");
            }
        }
    }

    /// <summary>Throws unless the sequences of a data set have what the model reads, and targets of the kind that it gives.</summary>
    /// <param name="description">The model's description.</param>
    /// <param name="dataset">The data set.</param>
    /// <param name="parameter">What the user's call calls it.</param>
    /// <exception cref="ArgumentException">They have not.</exception>
    public static void CheckKind(ModelDescription description, SequenceDataset dataset, string parameter = DefaultParameter)
    {
        if (dataset.FeatureCount != description.FeatureCount)
        {
            throw new ArgumentException(
                $"A step of the data set has {InputOf(dataset.FeatureCount)}; {description.Name} reads {InputOf(description.FeatureCount)}.", parameter);
        }

        int targetSize = description.Task == SequenceTask.Regression ? description.OutputSize : 0;
        if (dataset.TargetSize != targetSize)
        {
            throw new ArgumentException(
                $"A target of the data set is {TargetOf(dataset.TargetSize)}; {description.Name} learns {TargetOf(targetSize)}.", parameter);
        }

        if (dataset.HasTargetEveryStep != description.HasOutputEveryStep)
        {
            throw new ArgumentException(
                $"The data set has targets {PlaceOf(dataset.HasTargetEveryStep)}; {description.Name} has outputs {PlaceOf(description.HasOutputEveryStep)}.",
                parameter);
        }

        if (dataset.Task != description.Task)
        {
            throw new ArgumentException($"The data set is for {dataset.Task}; {description.Name} is for {description.Task}.", parameter);
        }
    }

    /// <summary>Throws unless the model reads tokens.</summary>
    /// <param name="description">The model's description.</param>
    /// <param name="parameter">What the user's call calls its tokens.</param>
    /// <exception cref="ArgumentException">It reads features.</exception>
    public static void RequireTokens(ModelDescription description, string parameter)
    {
        if (description.FeatureCount > 0)
        {
            throw new ArgumentException($"{description.Name} reads features, not tokens.", parameter);
        }
    }

    /// <summary>Throws unless the model reads features.</summary>
    /// <param name="description">The model's description.</param>
    /// <param name="parameter">What the user's call calls its features.</param>
    /// <exception cref="ArgumentException">It reads tokens.</exception>
    public static void RequireFeatures(ModelDescription description, string parameter)
    {
        if (description.FeatureCount == 0)
        {
            throw new ArgumentException($"{description.Name} reads tokens, not features.", parameter);
        }
    }

    /// <summary>Throws unless the network can read sequences that lie one after another.</summary>
    /// <param name="description">The model's description.</param>
    /// <param name="tokens">The token ids of all sequences.</param>
    /// <param name="lengths">The length of each sequence.</param>
    /// <exception cref="ArgumentException">
    /// There is no sequence, one has a wrong length, the lengths do not add up to the tokens, or the model reads features.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A token is not in the vocabulary.</exception>
    public static void CheckLengths(ModelDescription description, ReadOnlySpan<int> tokens, ReadOnlySpan<int> lengths)
    {
        RequireTokens(description, nameof(tokens));
        long total = TotalOf(description, lengths);
        if (total != tokens.Length)
        {
            throw new ArgumentException(
                Invariant($"The lengths add up to {total}, and there are {tokens.Length} tokens."), nameof(lengths));
        }

        TokenGuard.Check(tokens, description.VocabularySize);
    }

    /// <summary>Throws unless the network can read sequences of features that lie one after another. Whether they are numbers is for the standardisation.</summary>
    /// <param name="description">The model's description.</param>
    /// <param name="features">The features of all sequences, a row a step.</param>
    /// <param name="lengths">The length of each sequence, in steps.</param>
    /// <exception cref="ArgumentException">
    /// There is no sequence, one has a wrong length, the lengths do not add up to the features, or the model reads tokens.
    /// </exception>
    public static void CheckLengths(ModelDescription description, ReadOnlySpan<float> features, ReadOnlySpan<int> lengths)
    {
        RequireFeatures(description, nameof(features));
        long total = TotalOf(description, lengths);
        if (total * description.FeatureCount != features.Length)
        {
            throw new ArgumentException(
                Invariant($"The lengths add up to {total} steps of {description.FeatureCount} numbers, and there are {features.Length} numbers."),
                nameof(lengths));
        }
    }

    /// <summary>What a message calls a sequence.</summary>
    public static string Subject(int sequence) => sequence < 0 ? "the sequence" : Invariant($"sequence {sequence}");

    private static int CheckTokens(ModelDescription description, ReadOnlySpan<int> tokens, int sequence, string parameter)
    {
        if (tokens.IsEmpty || tokens.Length > description.SequenceLength)
        {
            throw new ArgumentException(
                Invariant($"There are {tokens.Length} tokens in {Subject(sequence)}; there must be 1 to {description.SequenceLength}."),
                parameter);
        }

        int t = tokens.IndexOfAnyExceptInRange(0, description.VocabularySize - 1);
        if (t >= 0)
        {
            throw new ArgumentOutOfRangeException(
                parameter,
                tokens[t],
                Invariant($"Token {t} of {Subject(sequence)} must be from 0 to {description.VocabularySize - 1}."));
        }

        return tokens.Length;
    }

    private static int CheckFeatures(ModelDescription description, ReadOnlySpan<float> features, int sequence, string parameter)
    {
        (int steps, int rest) = Math.DivRem(features.Length, description.FeatureCount);
        if (steps < 1 || steps > description.SequenceLength || rest != 0)
        {
            throw new ArgumentException(
                Invariant($"There are {features.Length} numbers in {Subject(sequence)}; there must be 1 to {description.SequenceLength} ")
                + Invariant($"steps of {description.FeatureCount}."),
                parameter);
        }

        return steps;
    }

    private static void CheckTargets(ModelDescription description, ReadOnlySpan<int> targets, int expected, int sequence, string parameter)
    {
        if (targets.Length != expected)
        {
            ThrowTargetCount(targets.Length, expected, sequence, parameter);
        }

        (int lowest, string none) = description.HasOutputEveryStep ? (-1, ", -1 for none") : (0, "");
        int t = targets.IndexOfAnyExceptInRange(lowest, description.OutputSize - 1);
        if (t >= 0)
        {
            throw new ArgumentOutOfRangeException(
                parameter,
                targets[t],
                Invariant($"Target {t} of {Subject(sequence)} must be from {lowest} to {description.OutputSize - 1}{none}."));
        }
    }

    private static void CheckTargetValues(ModelDescription description, ReadOnlySpan<float> values, int expected, int sequence, string parameter)
    {
        int size = description.OutputSize;
        if (values.Length != (long)expected * size)
        {
            ThrowTargetCount(values.Length, (long)expected * size, sequence, parameter);
        }

        for (int place = 0; place < values.Length; place++)
        {
            bool isAbsent = description.HasOutputEveryStep && float.IsNaN(values[place - (place % size)]);
            if (isAbsent ? !float.IsNaN(values[place]) : !float.IsFinite(values[place]))
            {
                string rule = description.HasOutputEveryStep ? "a step's targets must be finite, or all NaN for none" : "it must be finite";
                throw new ArgumentException(
                    Invariant($"Target {place} of {Subject(sequence)} is {values[place]}; {rule}."), parameter);
            }
        }
    }

    private static long TotalOf(ModelDescription description, ReadOnlySpan<int> lengths)
    {
        if (lengths.IsEmpty)
        {
            throw new ArgumentException("There must be at least one sequence.", nameof(lengths));
        }

        long total = 0;
        for (int i = 0; i < lengths.Length; i++)
        {
            if (lengths[i] < 1 || lengths[i] > description.SequenceLength)
            {
                string steps = description.FeatureCount == 0 ? "tokens" : "steps";
                throw new ArgumentException(
                    Invariant($"Sequence {i} has {lengths[i]} {steps}; {description.Name} reads 1 to {description.SequenceLength}."),
                    nameof(lengths));
            }

            total += lengths[i];
        }

        return total;
    }

    [DoesNotReturn]
    private static void ThrowTargetCount(int count, long expected, int sequence, string parameter) =>
        throw new ArgumentException(Invariant($"There are {count} targets in {Subject(sequence)}; there must be {expected}."), parameter);

    private static string NameOfInputs(ModelDescription description) => description.FeatureCount > 0 ? "features" : "tokens";

    private static string NameOfTargets(ModelDescription description) => description.Task switch
    {
        SequenceTask.Classification => "label",
        SequenceTask.Labeling => "labels",
        SequenceTask.Regression => "targets",
        _ => "tokens",
    };

    private static string InputOf(int featureCount) => featureCount == 0 ? "a token" : Invariant($"{featureCount} features");

    private static string TargetOf(int size) => size == 0 ? "an id" : Invariant($"{size} real numbers");

    private static string PlaceOf(bool everyStep) => everyStep ? "at every step" : "once a sequence";
}
