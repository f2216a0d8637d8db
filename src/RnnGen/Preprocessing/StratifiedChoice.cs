using System;
using System.Collections.Generic;
using System.Linq;
using RnnGen.Numerics;

namespace RnnGen;

/// <summary>Chooses items at random so that every stratum contributes its share, rounded up or down (largest remainders up).</summary>
internal static class StratifiedChoice
{
    /// <summary>Draws <paramref name="wanted"/> of the items.</summary>
    /// <param name="strata">The stratum of each item.</param>
    /// <param name="wanted">How many to choose: 0 to the number of items.</param>
    /// <param name="random">Where chance comes from.</param>
    /// <returns>For each item, whether it is chosen.</returns>
    public static bool[] Draw(ReadOnlySpan<int> strata, int wanted, SeededRandom random)
    {
        Dictionary<int, int> quotas = Quotas(strata, wanted);
        int[] order = new int[strata.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        random.Shuffle<int>(order);
        bool[] chosen = new bool[strata.Length];
        foreach (int item in order)
        {
            if (quotas[strata[item]] > 0)
            {
                quotas[strata[item]]--;
                chosen[item] = true;
            }
        }

        return chosen;
    }

    private static Dictionary<int, int> Quotas(ReadOnlySpan<int> strata, int wanted)
    {
        var sizes = new SortedDictionary<int, long>();
        foreach (int stratum in strata)
        {
            sizes[stratum] = sizes.GetValueOrDefault(stratum) + 1;
        }

        int total = strata.Length;
        var quotas = new Dictionary<int, int>();
        foreach ((int stratum, long size) in sizes)
        {
            quotas[stratum] = (int)(size * wanted / total);
        }

        int left = wanted - quotas.Values.Sum();
        foreach (int stratum in sizes.OrderByDescending(entry => entry.Value * wanted % total).Select(entry => entry.Key).Take(left).ToArray())
        {
            quotas[stratum]++;
        }

        return quotas;
    }
}
