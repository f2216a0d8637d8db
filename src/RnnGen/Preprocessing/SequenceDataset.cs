using System;

namespace RnnGen;

/// <summary>Sequences of tokens or of real numbers with their true outputs, for one of the tasks. Immutable; safe from many threads at once.</summary>
/// <remarks>
/// Think of one of tokens as an m x n matrix of ids, m = <see cref="Count"/> and n = <see cref="SequenceLength"/>, whose rows end in
/// &lt;PAD&gt;. Only the real tokens are stored; <see cref="CopyPaddedInputs"/> gives a row of the matrix. Real-valued input has
/// <see cref="FeatureCount"/> numbers in place of a token.
/// </remarks>
public sealed partial class SequenceDataset
{
    private readonly SequenceStorage _storage;
    private readonly SequenceExtent[] _extents;

    private SequenceDataset(
        SequenceTask task,
        int sequenceLength,
        SequenceStorage storage,
        SequenceExtent[] extents,
        Vocabulary? vocabulary = null,
        LabelSet? labels = null,
        bool isContinuous = false)
    {
        Task = task;
        SequenceLength = sequenceLength;
        _storage = storage;
        _extents = extents;
        Vocabulary = vocabulary;
        Labels = labels;
        IsContinuous = isContinuous;
    }

    /// <summary>What the targets are: classes, labels, next tokens or real numbers.</summary>
    public SequenceTask Task { get; }

    /// <summary>How many real numbers a step has; 0 if the sequences are of tokens.</summary>
    public int FeatureCount => _storage.FeatureCount;

    /// <summary>How many real numbers a target has; 0 if targets are ids.</summary>
    public int TargetSize => _storage.TargetSize;

    /// <summary>Whether there is a target for every step, or a single one for the sequence.</summary>
    public bool HasTargetEveryStep => _storage.HasTargetEveryStep;

    /// <summary>How many sequences there are: at least one.</summary>
    public int Count => _extents.Length;

    /// <summary>
    /// Whether each sequence but the first goes on where the one before it ends, and is to be read with the state that this one ends in: the windows of one
    /// long text. See <see cref="ForContinuousText"/>.
    /// </summary>
    public bool IsContinuous { get; }

    /// <summary>The declared length, in steps: no sequence is longer.</summary>
    public int SequenceLength { get; }

    /// <summary>The vocabulary that encoded the texts; null if the data set was made from token ids or features.</summary>
    public Vocabulary? Vocabulary { get; }

    /// <summary>The names of the classes or labels; null if targets have no names.</summary>
    public LabelSet? Labels { get; }

    /// <summary>What the encoding did to the texts: counted anew, in one pass over the tokens, at every call. Features are no tokens.</summary>
    public EncodingReport Report
    {
        get
        {
            long tokens = 0;
            long unknown = 0;
            int sequencesCut = 0;
            long tokensCut = 0;
            foreach (SequenceExtent extent in _extents)
            {
                ReadOnlySpan<int> read = FeatureCount == 0 ? _storage.Tokens.AsSpan(extent.InputStart, extent.InputLength) : [];
                foreach (int token in read)
                {
                    tokens += token >= Vocabulary.UnkId ? 1 : 0;
                    unknown += token == Vocabulary.UnkId ? 1 : 0;
                }

                sequencesCut += extent.TokensCut > 0 ? 1 : 0;
                tokensCut += extent.TokensCut;
            }

            return new EncodingReport(Count, tokens, unknown, sequencesCut, tokensCut);
        }
    }

    /// <summary>How many steps a sequence has: 1 to <see cref="SequenceLength"/>.</summary>
    /// <param name="index">0 to Count - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is out of range.</exception>
    public int LengthOf(int index) => ExtentOf(index).InputLength;

    /// <summary>The token ids that the network reads, without padding: 1 to <see cref="SequenceLength"/> of them.</summary>
    /// <param name="index">0 to Count - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is out of range.</exception>
    /// <exception cref="InvalidOperationException">The sequences are of features: see <see cref="FeaturesOf"/>.</exception>
    public ReadOnlySpan<int> InputsOf(int index)
    {
        SequenceExtent extent = ExtentOf(index);
        return FeatureCount == 0
            ? _storage.Tokens.AsSpan(extent.InputStart, extent.InputLength)
            : throw new InvalidOperationException("The data set has features, not tokens.");
    }

    /// <summary>The numbers that the network reads, not standardised: <see cref="LengthOf"/> rows of <see cref="FeatureCount"/>.</summary>
    /// <param name="index">0 to Count - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is out of range.</exception>
    /// <exception cref="InvalidOperationException">The sequences are of tokens: see <see cref="InputsOf"/>.</exception>
    public ReadOnlySpan<float> FeaturesOf(int index)
    {
        SequenceExtent extent = ExtentOf(index);
        return FeatureCount > 0
            ? _storage.Features.AsSpan(extent.InputStart * FeatureCount, extent.InputLength * FeatureCount)
            : throw new InvalidOperationException("The data set has tokens, not features.");
    }

    /// <summary>The true outputs: one for a classifier's sequence, otherwise one a step, -1 where there is none.</summary>
    /// <param name="index">0 to Count - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is out of range.</exception>
    /// <exception cref="InvalidOperationException">The data set is for regression: see <see cref="TargetValuesOf"/>.</exception>
    public ReadOnlySpan<int> TargetsOf(int index)
    {
        SequenceExtent extent = ExtentOf(index);
        return TargetSize == 0
            ? _storage.Targets.AsSpan(extent.TargetStart, extent.TargetLength)
            : throw new InvalidOperationException("The data set is for regression: its targets are real numbers, not ids.");
    }

    /// <summary>
    /// The true outputs of a regression: a row of <see cref="TargetSize"/> numbers, or, with <see cref="HasTargetEveryStep"/>, a row a step, all NaN where there
    /// is none.
    /// </summary>
    /// <param name="index">0 to Count - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is out of range.</exception>
    /// <exception cref="InvalidOperationException">The data set is not for regression: see <see cref="TargetsOf"/>.</exception>
    public ReadOnlySpan<float> TargetValuesOf(int index)
    {
        SequenceExtent extent = ExtentOf(index);
        return TargetSize > 0
            ? _storage.TargetValues.AsSpan(extent.TargetStart * TargetSize, extent.TargetLength * TargetSize)
            : throw new InvalidOperationException($"The data set is for {Task}: its targets are ids, not real numbers.");
    }

    /// <summary>Writes one row of the padded m x n matrix: the inputs, then &lt;PAD&gt;.</summary>
    /// <param name="index">0 to Count - 1.</param>
    /// <param name="destination">Receives <see cref="SequenceLength"/> token ids.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is out of range.</exception>
    /// <exception cref="InvalidOperationException">The sequences are of features.</exception>
    /// <exception cref="ArgumentException"><paramref name="destination"/> has another length than <see cref="SequenceLength"/>.</exception>
    public void CopyPaddedInputs(int index, Span<int> destination)
    {
        ReadOnlySpan<int> inputs = InputsOf(index);
        if (destination.Length != SequenceLength)
        {
            throw new ArgumentException(
                $"A padded row has {SequenceLength} token ids; the destination has room for {destination.Length}.", nameof(destination));
        }

        inputs.CopyTo(destination);

        // <PAD> is 0.
        destination[inputs.Length..].Clear();
    }

    /// <summary>The data set of some of the sequences, in the order given; inputs and targets are shared, not copied.</summary>
    /// <param name="indices">Which sequences: at least one, each from 0 to Count - 1; one may be named more than once.</param>
    /// <exception cref="ArgumentException"><paramref name="indices"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is out of range.</exception>
    /// <exception cref="InvalidOperationException">The data set is continuous: its windows have their meaning in their order.</exception>
    public SequenceDataset Subset(ReadOnlySpan<int> indices)
    {
        if (IsContinuous)
        {
            throw new InvalidOperationException(
                "The windows of a continuous text cannot be taken apart; divide the text before making data sets of it.");
        }

        RequireIndices(indices, "A data set");
        var extents = new SequenceExtent[indices.Length];
        for (int i = 0; i < extents.Length; i++)
        {
            extents[i] = _extents[indices[i]];
        }

        return new SequenceDataset(Task, SequenceLength, _storage, extents, Vocabulary, Labels);
    }

    /// <summary>A sequence with all that belongs to it.</summary>
    internal SequenceSample SampleAt(int index) => new()
    {
        Tokens = FeatureCount == 0 ? InputsOf(index) : [],
        Features = FeatureCount > 0 ? FeaturesOf(index) : [],
        Targets = TargetSize == 0 ? TargetsOf(index) : [],
        TargetValues = TargetSize > 0 ? TargetValuesOf(index) : [],
    };

    private static SequenceDataset Assemble(
        SequenceAccumulator sequences, SequenceTask task, int sequenceLength, Vocabulary? vocabulary, LabelSet? labels)
    {
        (SequenceStorage storage, SequenceExtent[] extents) = sequences.ToArrays(task != SequenceTask.Classification);
        return new SequenceDataset(task, sequenceLength, storage, extents, vocabulary, labels);
    }

    private SequenceExtent ExtentOf(int index)
    {
        if ((uint)index >= (uint)_extents.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(index), index, $"The data set has the sequences 0 to {Count - 1}.");
        }

        return _extents[index];
    }
}
