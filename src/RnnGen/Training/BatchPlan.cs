using System;
using RnnGen.Numerics;

namespace RnnGen.Training;

/// <summary>Which sequences each batch of an epoch is made of.</summary>
/// <remarks>
/// <para>
/// A continuous text is read as so many streams as a batch has sequences, each a run of consecutive windows: batch t is made of the window
/// t of every stream. The first streams have one window more than the last ones if the windows do not divide evenly, so that place i of any
/// batch is of stream i.
/// </para>
/// <para>
/// Sequences of similar length are not brought together: a step past the end of a sequence is never computed, so that would save next to
/// nothing (3 % of an epoch where lengths vary between 3 and 60), and batches would be less mixed.
/// </para>
/// </remarks>
internal sealed class BatchPlan
{
    private readonly int[] _order;
    private readonly int _batchSize;
    private readonly bool _shuffle;
    private readonly bool _isContinuous;

    public BatchPlan(int sequenceCount, int batchSize, bool shuffle, bool isContinuous = false)
    {
        _order = new int[sequenceCount];
        _batchSize = Math.Min(batchSize, sequenceCount);
        _shuffle = shuffle && !isContinuous;
        _isContinuous = isContinuous;
    }

    /// <summary>How many batches an epoch has.</summary>
    public int BatchCount => ((_order.Length - 1) / _batchSize) + 1;

    /// <summary>Plans an epoch.</summary>
    /// <param name="random">Where the order comes from; the plan is a function of its state, not of the epochs before.</param>
    public void Prepare(SeededRandom random)
    {
        for (int i = 0; i < _order.Length; i++)
        {
            _order[i] = _isContinuous ? WindowAt(i / _batchSize, i % _batchSize) : i;
        }

        if (_shuffle)
        {
            random.Shuffle<int>(_order);
        }
    }

    /// <summary>The sequences of a batch.</summary>
    /// <param name="index">0 to <see cref="BatchCount"/> - 1.</param>
    public ReadOnlySpan<int> Batch(int index)
    {
        int start = index * _batchSize;
        return _order.AsSpan(start, Math.Min(_batchSize, _order.Length - start));
    }

    private int WindowAt(int batch, int stream)
    {
        (int shortest, int longer) = Math.DivRem(_order.Length, _batchSize);
        return (stream * shortest) + Math.Min(stream, longer) + batch;
    }
}
