using System;
using System.Buffers;
using RnnGen.Numerics;

namespace RnnGen;

/// <summary>The steps from a model's probabilities to the weights that a token is drawn by. Sums run in the order of ids, in double precision.</summary>
internal static class SamplingWeights
{
    /// <summary>Replaces every p by p^(1/temperature), in proportion to the highest.</summary>
    public static void ApplyTemperature(Span<float> weights, float temperature)
    {
        float highest = weights[IndexOfHighest(weights)];
        foreach (ref float weight in weights)
        {
            if (weight > 0)
            {
                // The functions of the platform differ in their last bits from one to the next; these do not.
                weight = VectorMath.Exp((float)(ScalarMath.Log((double)weight / highest) / temperature));
            }
        }
    }

    /// <summary>Zeroes all but the <paramref name="k"/> first in rank.</summary>
    public static void KeepTopK(Span<float> weights, int k)
    {
        ulong[] storage = ArrayPool<ulong>.Shared.Rent(weights.Length);
        var ranking = new TokenRanking(storage, weights);
        ulong last = 0;
        for (int taken = 0; taken < k && ranking.TryTake(out ulong key); taken++)
        {
            last = key;
        }

        ArrayPool<ulong>.Shared.Return(storage);
        DropBelow(weights, last);
    }

    /// <summary>Zeroes all but the fewest first in rank that have at least the share <paramref name="p"/> of the total.</summary>
    public static void KeepTopP(Span<float> weights, float p)
    {
        double wanted = p * Total(weights);
        ulong[] storage = ArrayPool<ulong>.Shared.Rent(weights.Length);
        var ranking = new TokenRanking(storage, weights);
        ulong last = 0;
        double sum = 0;
        while (sum < wanted && ranking.TryTake(out ulong key))
        {
            last = key;
            sum += TokenRanking.WeightOf(key);
        }

        ArrayPool<ulong>.Shared.Return(storage);
        DropBelow(weights, last);
    }

    /// <summary>The sum of the weights.</summary>
    public static double Total(ReadOnlySpan<float> weights)
    {
        double total = 0;
        foreach (float weight in weights)
        {
            total += weight;
        }

        return total;
    }

    /// <summary>The first of the highest weights.</summary>
    public static int IndexOfHighest(ReadOnlySpan<float> weights)
    {
        int best = 0;
        for (int token = 1; token < weights.Length; token++)
        {
            if (weights[token] > weights[best])
            {
                best = token;
            }
        }

        return best;
    }

    /// <summary>Draws a token in proportion to the weights, of which at least one is above zero.</summary>
    public static int Draw(ReadOnlySpan<float> weights, SeededRandom random)
    {
        double left = random.NextDouble() * Total(weights);
        int last = 0;
        for (int token = 0; token < weights.Length; token++)
        {
            if (weights[token] > 0)
            {
                last = token;
                left -= weights[token];
                if (left < 0)
                {
                    break;
                }
            }
        }

        // Rounding can leave a hair above zero after the last token: it is the one meant.
        return last;
    }

    private static void DropBelow(Span<float> weights, ulong lastKept)
    {
        for (int token = 0; token < weights.Length; token++)
        {
            if (TokenRanking.Key(weights[token], token) < lastKept)
            {
                weights[token] = 0;
            }
        }
    }
}
