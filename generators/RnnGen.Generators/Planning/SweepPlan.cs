namespace RnnGen.Generators.Planning;

/// <summary>How a product whose weights outgrow a cache is cut, so that one step finds there what the step before read last.</summary>
/// <remarks>
/// The rows of the weights are cut into a first part, a middle, and a last part as long as the first. A single sequence reads them in this
/// order at even steps and in the opposite order at odd ones: the part that was read last is then read first, from the nearest cache. Of weights that
/// outgrow the second-level cache too, the middle is cut in two, which change places like the ends.
/// A sum is (first + last) + middle, and the middle the sum of its halves. Both ends, and both halves, may change places: the bits do not depend on the order.
/// Parts are cut by rows and not by columns because a stripe of columns, whose rows lie a power of two apart, would use a fraction of the cache's sets.
/// </remarks>
/// <param name="EndRows">Rows of the first part, and of the last.</param>
/// <param name="MiddleRows">Rows of the middle, or of each of its halves: at least 1.</param>
/// <param name="MiddleParts">1, or 2 for a middle cut in two.</param>
internal sealed record SweepPlan(int EndRows, int MiddleRows, int MiddleParts = 1)
{
    /// <summary>So many bytes of weights stay in a first-level cache of 32 KiB, with the states beside them.</summary>
    private const int CacheBytes = 28 * 1024;

    /// <summary>So many bytes of an end are still there when the next step of a stream comes back, after the output layer and the rows of the step.</summary>
    private const int EndBytes = 24 * 1024;

    /// <summary>Of larger weights an end is about a twentieth or less, which is not worth three passes.</summary>
    private const int LargestBytes = 512 * 1024;

    /// <summary>The plan for a sum of <paramref name="depth"/> terms in each of <paramref name="columns"/> (padded) outputs; null for none.</summary>
    /// <param name="depth">Rows of the weights.</param>
    /// <param name="columns">Columns of the weights.</param>
    /// <param name="startsAtZero">Whether there is nothing to be added to the sum of one of the parts.</param>
    public static SweepPlan? For(int depth, int columns, bool startsAtZero)
    {
        int rowBytes = columns * sizeof(float);
        if (depth * rowBytes <= CacheBytes)
        {
            return null;
        }

        if (depth * rowBytes <= LargestBytes)
        {
            int end = System.Math.Min(EndBytes / rowBytes, (depth - 1) / 2);
            return new SweepPlan(end, depth - (2 * end));
        }

        // Four parts of equal pairs; an odd number of rows has none.
        int quarter = depth / 4;
        return startsAtZero && depth % 2 == 0 ? new SweepPlan(quarter, (depth / 2) - quarter, 2) : null;
    }

    /// <summary>The first row of the second half of the middle.</summary>
    public int SecondMiddleStart => EndRows + MiddleRows;

    /// <summary>The first row of the last part.</summary>
    public int LastStart => EndRows + (MiddleParts * MiddleRows);
}
