namespace RnnGen.Generators.Planning;

/// <summary>How a product whose weights outgrow the first-level cache is cut, so that one step finds there what the step before read last.</summary>
/// <remarks>
/// The rows of the weights are cut into a first part, a middle, and a last part as long as the first. A single sequence reads them in this
/// order at even steps and in the opposite order at odd ones: the part that was read last is then read first, from the first-level cache.
/// A sum is (first + last) + middle, in which the two ends may change places: the bits do not depend on the order. Parts are cut by rows
/// and not by columns because a stripe of columns, whose rows lie a power of two apart, would use a fraction of the cache's sets.
/// </remarks>
/// <param name="EndRows">Rows of the first part, and of the last.</param>
/// <param name="MiddleRows">Rows between them: at least 1.</param>
internal sealed record SweepPlan(int EndRows, int MiddleRows)
{
    /// <summary>So many bytes of weights stay in a first-level cache of 32 KiB, with the states beside them: all of W, or an end of it.</summary>
    private const int CacheBytes = 28 * 1024;

    /// <summary>Of larger weights an end is about a twentieth or less, which is not worth three passes.</summary>
    private const int LargestBytes = 512 * 1024;

    /// <summary>The plan for a sum of <paramref name="depth"/> terms in each of <paramref name="columns"/> (padded) outputs; null for none.</summary>
    public static SweepPlan? For(int depth, int columns)
    {
        int rowBytes = columns * sizeof(float);
        if (depth * rowBytes is <= CacheBytes or > LargestBytes)
        {
            return null;
        }

        int end = System.Math.Min(CacheBytes / rowBytes, (depth - 1) / 2);
        return new SweepPlan(end, depth - (2 * end));
    }

    /// <summary>The first row of the last part.</summary>
    public int LastStart => EndRows + MiddleRows;
}
