using System;
using static System.FormattableString;

namespace RnnGen.Training;

/// <summary>Whether a sequence and its true outputs fit a model.</summary>
internal static class TrainingInput
{
    /// <summary>Throws unless the network can read the sequence and be told its true outputs.</summary>
    /// <param name="description">The model's description.</param>
    /// <param name="inputs">1 to SequenceLength token ids, each from 0 to VocabularySize - 1.</param>
    /// <param name="targets">
    /// A classifier's single class, otherwise one output a step; each from 0 to OutputSize - 1, or -1 for a step without one.
    /// </param>
    /// <param name="sequence">The place of the sequence in its data set, for the message; -1 for a sequence that stands alone.</param>
    /// <exception cref="ArgumentException">The sequence is empty or too long, or has a wrong number of targets.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token or a target is out of range.</exception>
    /// <remarks>
    /// Exceptions name the parameter that the user's call has: the data set, or the parameter of the generated class's Backward method.
    /// </remarks>
    public static void Check(ModelDescription description, ReadOnlySpan<int> inputs, ReadOnlySpan<int> targets, int sequence = -1)
    {
        ArgumentNullException.ThrowIfNull(description);
        if (inputs.IsEmpty || inputs.Length > description.SequenceLength)
        {
            throw new ArgumentException(
                Invariant($"There are {inputs.Length} tokens in {Subject(sequence)}; there must be 1 to {description.SequenceLength}."),
                NameOfInputs(sequence));
        }

        bool isClassifier = description.Task == SequenceTask.Classification;
        int expected = isClassifier ? 1 : inputs.Length;
        if (targets.Length != expected)
        {
            throw new ArgumentException(
                Invariant($"There are {targets.Length} targets in {Subject(sequence)}; there must be {expected}."),
                NameOfTargets(description, sequence));
        }

        int t = inputs.IndexOfAnyExceptInRange(0, description.VocabularySize - 1);
        if (t >= 0)
        {
            throw new ArgumentOutOfRangeException(
                NameOfInputs(sequence),
                inputs[t],
                Invariant($"Token {t} of {Subject(sequence)} must be from 0 to {description.VocabularySize - 1}."));
        }

        (int lowest, string none) = isClassifier ? (0, "") : (-1, ", -1 for none");
        t = targets.IndexOfAnyExceptInRange(lowest, description.OutputSize - 1);
        if (t >= 0)
        {
            throw new ArgumentOutOfRangeException(
                NameOfTargets(description, sequence),
                targets[t],
                Invariant($"Target {t} of {Subject(sequence)} must be from {lowest} to {description.OutputSize - 1}{none}."));
        }
    }

    /// <summary>Throws unless the network can read every sequence of a data set.</summary>
    /// <param name="description">The model's description.</param>
    /// <param name="dataset">The data set.</param>
    /// <exception cref="ArgumentException">The data set is empty or for another task, or a sequence does not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token or a target is out of range.</exception>
    public static void Check(ModelDescription description, SequenceDataset dataset)
    {
        if (dataset.Task != description.Task)
        {
            throw new ArgumentException(
                Invariant($"The data set is for {dataset.Task}; {description.Name} is a model for {description.Task}."), nameof(dataset));
        }

        if (dataset.Count == 0)
        {
            throw new ArgumentException("The data set is empty; it must have at least one sequence.", nameof(dataset));
        }

        for (int i = 0; i < dataset.Count; i++)
        {
            Check(description, dataset.InputsOf(i), dataset.TargetsOf(i), i);
        }
    }

    /// <summary>Throws unless the network can read sequences that lie one after another.</summary>
    /// <param name="description">The model's description.</param>
    /// <param name="tokens">The token ids of all sequences.</param>
    /// <param name="lengths">The length of each sequence.</param>
    /// <exception cref="ArgumentException">
    /// There is no sequence, one has a wrong length, or the lengths do not add up to the tokens.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A token is not in the vocabulary.</exception>
    public static void CheckLengths(ModelDescription description, ReadOnlySpan<int> tokens, ReadOnlySpan<int> lengths)
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
                throw new ArgumentException(
                    Invariant($"Sequence {i} has {lengths[i]} tokens; {description.Name} reads 1 to {description.SequenceLength}."),
                    nameof(lengths));
            }

            total += lengths[i];
        }

        if (total != tokens.Length)
        {
            throw new ArgumentException(
                Invariant($"The lengths add up to {total}, and there are {tokens.Length} tokens."), nameof(lengths));
        }

        TokenGuard.Check(tokens, description.VocabularySize);
    }

    private static string NameOfInputs(int sequence) => sequence < 0 ? "tokens" : "dataset";

    private static string NameOfTargets(ModelDescription description, int sequence) => sequence >= 0 ? "dataset" : description.Task switch
    {
        SequenceTask.Classification => "label",
        SequenceTask.Labeling => "labels",
        _ => "tokens",
    };

    private static string Subject(int sequence) => sequence < 0 ? "the sequence" : Invariant($"sequence {sequence}");
}
