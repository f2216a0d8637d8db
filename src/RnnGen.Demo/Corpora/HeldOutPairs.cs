using System.Collections.Generic;
using System.Linq;

namespace RnnGen.Demo.Corpora;

/// <summary>
/// Decides which pairs of choices a grammar keeps for the development split, so that a model meets there combinations it has never
/// read, not copies of what it has.
/// </summary>
internal static class HeldOutPairs
{
    private const uint OneIn = 6;

    /// <summary>Where a sentence that uses these pairs belongs: to training if none is held out, to development if all are, else nowhere.</summary>
    public static Split SplitOf(IReadOnlyCollection<(string First, string Second)> pairs)
    {
        int heldOut = pairs.Count(IsHeldOut);
        return heldOut == 0 ? Split.Training
            : heldOut == pairs.Count ? Split.Development
            : Split.Neither;
    }

    /// <summary>Whether a pair is reserved for the development split: a hash of its letters, so that no order of drawing matters.</summary>
    private static bool IsHeldOut((string First, string Second) pair)
    {
        // FNV-1a; string.GetHashCode differs from run to run.
        uint hash = 2166136261;
        foreach (char c in pair.First + "|" + pair.Second)
        {
            hash = (hash ^ c) * 16777619;
        }

        // The low bits of FNV-1a mix least.
        return (hash >> 8) % OneIn == 0;
    }
}
