using System;
using RnnGen.Numerics;

namespace RnnGen.Training;

/// <summary>Which sequences each batch of an epoch is made of.</summary>
internal sealed class BatchPlan
{
    // Batches in a pool within which sequences of similar length are brought together.
    private const int BatchesPerPool = 64;

    private readonly SequenceDataset _dataset;
    private readonly int _batchSize;
    private readonly bool _shuffle;
    private readonly bool _bucketByLength;
    private readonly int[] _order;
    private readonly int[] _batches;
    private readonly long[] _keys;

    public BatchPlan(SequenceDataset dataset, int batchSize, bool shuffle, bool bucketByLength)
    {
        _dataset = dataset;
        _batchSize = Math.Min(batchSize, dataset.Count);
        _shuffle = shuffle;
        _bucketByLength = shuffle && bucketByLength;
        _order = new int[dataset.Count];
        _batches = new int[((dataset.Count - 1) / _batchSize) + 1];
        _keys = _bucketByLength ? new long[dataset.Count] : [];
    }

    /// <summary>How many batches an epoch has.</summary>
    public int BatchCount => _batches.Length;

    /// <summary>Plans an epoch.</summary>
    /// <param name="random">Where the order comes from; the plan is a function of its state, not of the epochs before.</param>
    public void Prepare(SeededRandom random)
    {
        FillAscending(_order);
        FillAscending(_batches);
        if (_shuffle)
        {
            random.Shuffle<int>(_order);
        }

        if (_bucketByLength)
        {
            SortPools();
            random.Shuffle<int>(_batches);
        }
    }

    /// <summary>The sequences of a batch.</summary>
    /// <param name="index">0 to <see cref="BatchCount"/> - 1.</param>
    public ReadOnlySpan<int> Batch(int index)
    {
        int start = _batches[index] * _batchSize;
        return _order.AsSpan(start, Math.Min(_batchSize, _order.Length - start));
    }

    private void SortPools()
    {
        for (int i = 0; i < _order.Length; i++)
        {
            // The place in the random order breaks ties, so that equally long sequences stay mixed, and the same on every machine.
            _keys[i] = ((long)_dataset.InputsOf(_order[i]).Length << 32) + i;
        }

        long pool = (long)BatchesPerPool * _batchSize;
        for (long start = 0; start < _order.Length; start += pool)
        {
            Array.Sort(_keys, _order, (int)start, (int)Math.Min(pool, _order.Length - start));
        }
    }

    private static void FillAscending(int[] values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = i;
        }
    }
}
