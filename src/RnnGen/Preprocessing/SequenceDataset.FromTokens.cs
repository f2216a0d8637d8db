using System;
using System.Collections.Generic;

namespace RnnGen;

public sealed partial class SequenceDataset
{
    /// <summary>A data set of token ids that something else encoded.</summary>
    /// <remarks>
    /// The network knows nothing of special tokens, but <see cref="Report"/> takes the ids 0 to 3 for those of <see cref="Vocabulary"/>: it counts the first three as no tokens, and 3 as unknown.
    /// </remarks>
    /// <param name="task">What the targets are: classes, labels or next tokens.</param>
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

        CheckLists(sequenceLength, inputs, targets);
        var sequences = new SequenceAccumulator();
        for (int i = 0; i < inputs.Count; i++)
        {
            CheckTokens(inputs[i], i, sequenceLength);
            CheckTargets(targets[i], i, task, inputs[i].Length);
            sequences.Add(inputs[i], targets[i], tokensCut: 0);
        }

        return Assemble(sequences, task, sequenceLength, vocabulary: null, labels: null);
    }

    /// <summary>The data set of <see cref="ForContinuousText"/>, of token ids that something else encoded.</summary>
    /// <remarks><see cref="Report"/> takes the ids 0 to 3 for special tokens.</remarks>
    /// <param name="sequenceLength">The length of a window in steps: 1 to 4096.</param>
    /// <param name="tokens">The token ids of the text: at least two, each 0 or more. Copied.</param>
    /// <exception cref="ArgumentException">There are fewer than two tokens, or one is negative.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sequenceLength"/> is out of range.</exception>
    public static SequenceDataset FromContinuousTokens(int sequenceLength, ReadOnlySpan<int> tokens)
    {
        CheckLength(sequenceLength, 1);
        if (tokens.Length < 2)
        {
            throw new ArgumentException($"There are {tokens.Length} tokens; at least 2 are needed, one to read and one to predict.", nameof(tokens));
        }

        int negative = tokens.IndexOfAnyInRange(int.MinValue, -1);
        if (negative >= 0)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The token id at place {negative} is {tokens[negative]}; it must be 0 or more."), nameof(tokens));
        }

        return OfWindows(tokens.ToArray(), sequenceLength, vocabulary: null, isContinuous: true);
    }

    /// <summary>A data set of token ids whose targets are real numbers: for a regressor that reads tokens.</summary>
    /// <param name="sequenceLength">The declared length, in steps: 1 to 4096.</param>
    /// <param name="inputs">The token ids that the network reads: for each sequence 1 to <paramref name="sequenceLength"/>, each 0 or more. Copied.</param>
    /// <param name="targetSize">How many numbers a target has: 1 or more.</param>
    /// <param name="targets">
    /// The true outputs of each sequence: a row of <paramref name="targetSize"/> finite numbers, or a row a step, all NaN where there is none. Copied.
    /// </param>
    /// <param name="everyStep">Whether there is a row for every step.</param>
    /// <exception cref="ArgumentException">There is no sequence, the two lists differ in length, or a sequence breaks a rule above.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sequenceLength"/> or <paramref name="targetSize"/> is out of range.</exception>
    public static SequenceDataset FromTokens(
        int sequenceLength, IReadOnlyList<int[]> inputs, int targetSize, IReadOnlyList<float[]> targets, bool everyStep = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(targetSize, 1);
        CheckLists(sequenceLength, inputs, targets);
        var sequences = new SequenceAccumulator(targetSize: targetSize);
        for (int i = 0; i < inputs.Count; i++)
        {
            CheckTokens(inputs[i], i, sequenceLength);
            CheckTargetValues(targets[i], i, everyStep ? inputs[i].Length : 1, targetSize, everyStep);
            sequences.Add(new SequenceSample { Tokens = inputs[i], TargetValues = targets[i] });
        }

        return AssembleRegression(sequences, sequenceLength, everyStep);
    }
}
