using System;

namespace RnnGen;

/// <summary>Encoded sequences with their true outputs, for one of the three tasks. Immutable; safe from many threads at once.</summary>
/// <remarks>
/// Think of it as an m x n matrix of token ids, m = <see cref="Count"/> and n = <see cref="SequenceLength"/>, whose rows end in
/// &lt;PAD&gt;. Only the real tokens are stored; <see cref="CopyPaddedInputs"/> gives a row of the matrix.
/// </remarks>
public sealed partial class SequenceDataset
{
    private readonly int[] _tokens;
    private readonly int[] _targets;
    private readonly SequenceExtent[] _extents;

    private SequenceDataset(
        SequenceTask task,
        int sequenceLength,
        int[] tokens,
        int[] targets,
        SequenceExtent[] extents,
        Vocabulary? vocabulary = null,
        LabelSet? labels = null)
    {
        Task = task;
        SequenceLength = sequenceLength;
        _tokens = tokens;
        _targets = targets;
        _extents = extents;
        Vocabulary = vocabulary;
        Labels = labels;
    }

    /// <summary>What the targets are: classes, labels or next tokens.</summary>
    public SequenceTask Task { get; }

    /// <summary>How many sequences there are: at least one.</summary>
    public int Count => _extents.Length;

    /// <summary>The declared length, in steps: no sequence is longer.</summary>
    public int SequenceLength { get; }

    /// <summary>The vocabulary that encoded the texts; null if the data set was made from token ids.</summary>
    public Vocabulary? Vocabulary { get; }

    /// <summary>The names of the classes or labels; null for a generator's data set and for one made from token ids.</summary>
    public LabelSet? Labels { get; }

    /// <summary>What the encoding did to the texts: counted anew, in one pass over the tokens, at every call.</summary>
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
                foreach (int token in _tokens.AsSpan(extent.InputStart, extent.InputLength))
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

    /// <summary>The token ids that the network reads, without padding: 1 to <see cref="SequenceLength"/> of them.</summary>
    /// <param name="index">0 to Count - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is out of range.</exception>
    public ReadOnlySpan<int> InputsOf(int index)
    {
        SequenceExtent extent = ExtentOf(index);
        return _tokens.AsSpan(extent.InputStart, extent.InputLength);
    }

    /// <summary>The true outputs: one for a classifier's sequence, otherwise one a step, -1 where there is none.</summary>
    /// <param name="index">0 to Count - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is out of range.</exception>
    public ReadOnlySpan<int> TargetsOf(int index)
    {
        SequenceExtent extent = ExtentOf(index);
        return _targets.AsSpan(extent.TargetStart, extent.TargetLength);
    }

    /// <summary>Writes one row of the padded m x n matrix: the inputs, then &lt;PAD&gt;.</summary>
    /// <param name="index">0 to Count - 1.</param>
    /// <param name="destination">Receives <see cref="SequenceLength"/> token ids.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is out of range.</exception>
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

    /// <summary>The data set of some of the sequences, in the order given; the tokens are shared, not copied.</summary>
    /// <param name="indices">Which sequences: at least one, each from 0 to Count - 1; one may be named more than once.</param>
    /// <exception cref="ArgumentException"><paramref name="indices"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is out of range.</exception>
    public SequenceDataset Subset(ReadOnlySpan<int> indices)
    {
        if (indices.IsEmpty)
        {
            throw new ArgumentException("A data set needs at least one sequence.", nameof(indices));
        }

        var extents = new SequenceExtent[indices.Length];
        for (int i = 0; i < extents.Length; i++)
        {
            if ((uint)indices[i] >= (uint)Count)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(indices), indices[i], $"Index {i} of the subset must be from 0 to {Count - 1}.");
            }

            extents[i] = _extents[indices[i]];
        }

        return new SequenceDataset(Task, SequenceLength, _tokens, _targets, extents, Vocabulary, Labels);
    }

    private static SequenceDataset Assemble(
        SequenceAccumulator sequences, SequenceTask task, int sequenceLength, Vocabulary? vocabulary, LabelSet? labels)
    {
        (int[] tokens, int[] targets, SequenceExtent[] extents) = sequences.ToArrays();
        return new SequenceDataset(task, sequenceLength, tokens, targets, extents, vocabulary, labels);
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
