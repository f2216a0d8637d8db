using System;
using System.Collections.Generic;

namespace RnnGen;

public sealed partial class SequenceDataset
{
    // What a model can be declared for.
    private const int MaximumSequenceLength = 4096;

    /// <summary>A classifier's data set: every text becomes &lt;SOS&gt;, its tokens, &lt;EOS&gt;; a longer one is cut and keeps its &lt;EOS&gt;.</summary>
    /// <param name="samples">At least one text with the name of its class; read once.</param>
    /// <param name="vocabulary">Cuts and encodes the texts.</param>
    /// <param name="sequenceLength">The declared length: 3 to 4096, &lt;SOS&gt; and &lt;EOS&gt; included.</param>
    /// <param name="labels">
    /// The classes and their ids: for held-out data, the <see cref="Labels"/> of the training set. Unless given, the labels that occur, in ordinal order.
    /// </param>
    /// <exception cref="ArgumentException">There is no sample, a text is null, or a label is empty or not among <paramref name="labels"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sequenceLength"/> is out of range.</exception>
    public static SequenceDataset ForClassification(
        IEnumerable<ClassifiedText> samples, Vocabulary vocabulary, int sequenceLength, LabelSet? labels = null)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentNullException.ThrowIfNull(vocabulary);
        CheckLength(sequenceLength, 3);
        var sequences = new SequenceAccumulator();
        var index = new LabelIndex(labels, "sample", nameof(samples));
        int[] row = new int[sequenceLength];
        foreach (ClassifiedText sample in samples)
        {
            if (sample.Text is null)
            {
                throw new ArgumentException($"The text of sample {sequences.Count} is null.", nameof(samples));
            }

            int target = index.IdOf(sample.Label, sequences.Count);
            EncodedSequence encoded = vocabulary.Encode(sample.Text, row);
            sequences.Add(row.AsSpan(0, encoded.Length), [target], encoded.TokensCut);
        }

        CheckNotEmpty(sequences, nameof(samples));
        LabelSet names = index.Finish(sequences.Targets);
        return Assemble(sequences, SequenceTask.Classification, sequenceLength, vocabulary, names);
    }

    /// <summary>
    /// A labeler's data set: every sentence becomes &lt;SOS&gt;, its tokens, &lt;EOS&gt;; a longer one is cut and keeps its &lt;EOS&gt;. The steps of &lt;SOS&gt;
    /// and &lt;EOS&gt;, and of tokens whose label is null, have no target (-1).
    /// </summary>
    /// <param name="sentences">At least one sentence of at least one token; read once.</param>
    /// <param name="vocabulary">Encodes the tokens; lower-cases them first if its tokenizer does.</param>
    /// <param name="sequenceLength">The declared length: 3 to 4096, &lt;SOS&gt; and &lt;EOS&gt; included.</param>
    /// <param name="labels">
    /// The labels and their ids: for held-out data, the <see cref="Labels"/> of the training set. Unless given, the labels that occur, in ordinal order.
    /// </param>
    /// <exception cref="ArgumentException">There is no sentence or no label, a sentence has no tokens, a token is null, or a label is empty or not among <paramref name="labels"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sequenceLength"/> is out of range.</exception>
    public static SequenceDataset ForLabeling(
        IEnumerable<LabeledSentence> sentences, Vocabulary vocabulary, int sequenceLength, LabelSet? labels = null)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(vocabulary);
        CheckLength(sequenceLength, 3);
        var sequences = new SequenceAccumulator();
        var index = new LabelIndex(labels, "sentence", nameof(sentences));
        int[] row = new int[sequenceLength];
        int[] targets = new int[sequenceLength];
        foreach (LabeledSentence sentence in sentences)
        {
            if (sentence is null || sentence.Tokens.Count == 0)
            {
                throw new ArgumentException($"Sentence {sequences.Count} has no tokens.", nameof(sentences));
            }

            for (int i = 0; i < sentence.Tokens.Count; i++)
            {
                if (sentence.Tokens[i] is null)
                {
                    throw new ArgumentException($"Token {i} of sentence {sequences.Count} is null.", nameof(sentences));
                }
            }

            EncodedSequence encoded = vocabulary.Encode(sentence.Tokens, row);
            targets.AsSpan(0, encoded.Length).Fill(-1);
            for (int i = 0; i < sentence.Labels.Count; i++)
            {
                // Labels of tokens that are cut count as well: the set of labels must not depend on the declared length.
                int target = sentence.Labels[i] is { } label ? index.IdOf(label, sequences.Count) : -1;
                if (i < encoded.Length - 2)
                {
                    targets[i + 1] = target;
                }
            }

            sequences.Add(row.AsSpan(0, encoded.Length), targets.AsSpan(0, encoded.Length), encoded.TokensCut);
        }

        CheckNotEmpty(sequences, nameof(sentences));
        LabelSet names = index.Finish(sequences.Targets);
        return Assemble(sequences, SequenceTask.Labeling, sequenceLength, vocabulary, names);
    }

    /// <summary>
    /// A regressor's data set, one target a text: every text becomes &lt;SOS&gt;, its tokens, &lt;EOS&gt;; a longer one is cut and keeps its &lt;EOS&gt;.
    /// </summary>
    /// <param name="samples">At least one text with the numbers that belong to it; read once.</param>
    /// <param name="vocabulary">Cuts and encodes the texts.</param>
    /// <param name="sequenceLength">The declared length: 3 to 4096, &lt;SOS&gt; and &lt;EOS&gt; included.</param>
    /// <param name="targetSize">How many numbers a text has: 1 or more.</param>
    /// <exception cref="ArgumentException">There is no sample, a text is null, or a sample has not <paramref name="targetSize"/> finite numbers.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sequenceLength"/> or <paramref name="targetSize"/> is out of range.</exception>
    public static SequenceDataset ForRegression(IEnumerable<MeasuredText> samples, Vocabulary vocabulary, int sequenceLength, int targetSize = 1)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentNullException.ThrowIfNull(vocabulary);
        CheckLength(sequenceLength, 3);
        ArgumentOutOfRangeException.ThrowIfLessThan(targetSize, 1);
        var sequences = new SequenceAccumulator(targetSize: targetSize);
        int[] row = new int[sequenceLength];
        foreach (MeasuredText sample in samples)
        {
            if (sample.Text is null)
            {
                throw new ArgumentException($"The text of sample {sequences.Count} is null.", nameof(samples));
            }

            CheckTargetValues(sample.Values.Span, sequences.Count, rows: 1, targetSize, everyStep: false, nameof(samples));
            EncodedSequence encoded = vocabulary.Encode(sample.Text, row);
            sequences.Add(new SequenceSample { Tokens = row.AsSpan(0, encoded.Length), TargetValues = sample.Values.Span }, encoded.TokensCut);
        }

        CheckNotEmpty(sequences, nameof(samples));
        return AssembleRegression(sequences, sequenceLength, everyStep: false, vocabulary);
    }

    /// <summary>
    /// A generator's data set of separate texts (names, sentences): each is &lt;SOS&gt;, its tokens, &lt;EOS&gt;, of which the network reads all but the last and
    /// predicts all but the first. A longer text is cut and keeps its &lt;EOS&gt;.
    /// </summary>
    /// <param name="texts">At least one text; read once.</param>
    /// <param name="vocabulary">Cuts and encodes the texts.</param>
    /// <param name="sequenceLength">The declared length in steps: 2 to 4096; one token more than that is predicted or read.</param>
    /// <exception cref="ArgumentException">There is no text, or one is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sequenceLength"/> is out of range.</exception>
    public static SequenceDataset ForGeneration(IEnumerable<string> texts, Vocabulary vocabulary, int sequenceLength)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(vocabulary);
        CheckLength(sequenceLength, 2);
        var sequences = new SequenceAccumulator();
        int[] row = new int[sequenceLength + 1];
        foreach (string text in texts)
        {
            if (text is null)
            {
                throw new ArgumentException($"Text {sequences.Count} is null.", nameof(texts));
            }

            EncodedSequence encoded = vocabulary.Encode(text, row);
            sequences.Add(row.AsSpan(0, encoded.Length - 1), row.AsSpan(1, encoded.Length - 1), encoded.TokensCut);
        }

        CheckNotEmpty(sequences, nameof(texts));
        return Assemble(sequences, SequenceTask.Generation, sequenceLength, vocabulary, labels: null);
    }

    /// <summary>
    /// A generator's data set of one running text (a book), cut into consecutive windows of n = <paramref name="sequenceLength"/> steps: window k reads tokens
    /// kn to kn + n - 1 and predicts tokens kn + 1 to kn + n. Every token but the first is predicted exactly once; there is no &lt;SOS&gt; and no &lt;EOS&gt;,
    /// and the last window may be shorter.
    /// </summary>
    /// <param name="text">A text of at least two tokens.</param>
    /// <param name="vocabulary">Cuts and encodes the text.</param>
    /// <param name="sequenceLength">The declared length in steps: 1 to 4096.</param>
    /// <exception cref="ArgumentException">The text has fewer than two tokens.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sequenceLength"/> is out of range.</exception>
    public static SequenceDataset ForGeneration(string text, Vocabulary vocabulary, int sequenceLength)
    {
        int[] tokens = Encode(text, vocabulary, sequenceLength);
        return OfWindows(tokens, sequenceLength, vocabulary, isContinuous: false);
    }

    /// <summary>
    /// A generator's data set of one long text (a book), in the windows of <see cref="ForGeneration(string, Vocabulary, int)"/>, to be read with the hidden
    /// state carried from each window to the next: truncated backpropagation through time (Williams and Peng 1990). What the network remembers reaches as far
    /// back as it can; a gradient, no further than the beginning of its window.
    /// </summary>
    /// <remarks>
    /// <para>
    /// <see cref="Trainer"/> cuts the text into as many streams as the batch has sequences, equal but for one window, and reads all of them at once, window
    /// after window: row i of a batch goes on where row i of the batch before ended. At the start of an epoch every stream begins with a state of zero.
    /// There is nothing to shuffle. So the state is carried only if there are more windows than <see cref="TrainingOptions.BatchSize"/>, and often only if there are many times as many; where there are no more,
    /// every stream is one window that begins with a state of zero.
    /// </para>
    /// <para>An evaluation reads the whole text as one stream: what each token costs is what the model says after all tokens before it.</para>
    /// </remarks>
    /// <param name="text">A text of at least two tokens.</param>
    /// <param name="vocabulary">Cuts and encodes the text.</param>
    /// <param name="sequenceLength">The length of a window in steps, that is, how far gradients reach: 1 to 4096.</param>
    /// <exception cref="ArgumentException">The text has fewer than two tokens.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sequenceLength"/> is out of range.</exception>
    public static SequenceDataset ForContinuousText(string text, Vocabulary vocabulary, int sequenceLength)
    {
        int[] tokens = Encode(text, vocabulary, sequenceLength);
        return OfWindows(tokens, sequenceLength, vocabulary, isContinuous: true);
    }

    private static int[] Encode(string text, Vocabulary vocabulary, int sequenceLength)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(vocabulary);
        CheckLength(sequenceLength, 1);
        int[] tokens = vocabulary.TokenIdsOf(text);
        if (tokens.Length < 2)
        {
            throw new ArgumentException($"The text has {tokens.Length} tokens; at least 2 are needed, one to read and one to predict.", nameof(text));
        }

        return tokens;
    }

    private static SequenceDataset OfWindows(int[] tokens, int sequenceLength, Vocabulary? vocabulary, bool isContinuous)
    {
        int steps = tokens.Length - 1;
        var windows = new SequenceExtent[((steps - 1) / sequenceLength) + 1];
        for (int k = 0; k < windows.Length; k++)
        {
            int start = k * sequenceLength;
            int length = Math.Min(sequenceLength, steps - start);
            windows[k] = new SequenceExtent(start, length, start + 1, length, TokensCut: 0);
        }

        // The targets are the inputs, one place further: one array serves both.
        var storage = new SequenceStorage { Tokens = tokens, Targets = tokens, HasTargetEveryStep = true };
        return new SequenceDataset(SequenceTask.Generation, sequenceLength, storage, windows, vocabulary, labels: null, isContinuous);
    }

    private static void CheckLength(int sequenceLength, int minimum)
    {
        if (sequenceLength < minimum || sequenceLength > MaximumSequenceLength)
        {
            throw new ArgumentOutOfRangeException(
                nameof(sequenceLength), sequenceLength, $"The sequence length must be from {minimum} to {MaximumSequenceLength} here.");
        }
    }

    private static void CheckNotEmpty(SequenceAccumulator sequences, string parameter)
    {
        if (sequences.Count == 0)
        {
            throw new ArgumentException("A data set needs at least one sequence.", parameter);
        }
    }
}
