using System;

namespace RnnGen;

/// <summary>Gives tokens in the order of falling weight, of equal ones the lower id first: a binary heap, because few of them are asked for.</summary>
internal ref struct TokenRanking
{
    private readonly Span<ulong> _heap;
    private int _count;

    /// <summary>Ranks the tokens whose weight is above zero.</summary>
    /// <param name="storage">Memory for as many keys as there are weights.</param>
    /// <param name="weights">Finite weights, 0 or more.</param>
    public TokenRanking(Span<ulong> storage, ReadOnlySpan<float> weights)
    {
        _heap = storage;
        for (int token = 0; token < weights.Length; token++)
        {
            if (weights[token] > 0)
            {
                _heap[_count++] = Key(weights[token], token);
            }
        }

        for (int parent = (_count / 2) - 1; parent >= 0; parent--)
        {
            SiftDown(parent);
        }
    }

    /// <summary>A number that is the higher, the earlier a token ranks. The bits of positive floats are ordered as the floats are.</summary>
    public static ulong Key(float weight, int token) => ((ulong)BitConverter.SingleToUInt32Bits(weight) << 32) | ~(uint)token;

    /// <summary>The weight in a key.</summary>
    public static float WeightOf(ulong key) => BitConverter.UInt32BitsToSingle((uint)(key >> 32));

    /// <summary>Takes the key of the next token in the order.</summary>
    /// <returns>False if there is none left.</returns>
    public bool TryTake(out ulong key)
    {
        if (_count == 0)
        {
            key = 0;
            return false;
        }

        key = _heap[0];
        _heap[0] = _heap[--_count];
        SiftDown(0);
        return true;
    }

    private readonly void SiftDown(int parent)
    {
        while (true)
        {
            int child = (2 * parent) + 1;
            if (child >= _count)
            {
                return;
            }

            if (child + 1 < _count && _heap[child + 1] > _heap[child])
            {
                child++;
            }

            if (_heap[parent] >= _heap[child])
            {
                return;
            }

            (_heap[parent], _heap[child]) = (_heap[child], _heap[parent]);
            parent = child;
        }
    }
}
