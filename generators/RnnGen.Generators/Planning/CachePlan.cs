namespace RnnGen.Generators.Planning;

/// <summary>What the planner knows of caches.</summary>
/// <remarks>
/// Rows that lie a power of two apart have the same column in few sets of a cache: of a first-level cache of 64 sets of eight lines, rows of 1 KiB use four. A kernel that goes
/// down some columns would find nothing of them there when it comes back. Rows of an odd number of lines use all sets, at the price of a line of padding that nobody reads.
/// </remarks>
internal static class CachePlan
{
    /// <summary>Floats in a cache line.</summary>
    public const int LineFloats = 16;

    /// <summary>So many bytes of weights stay in a first-level cache of 32 KiB, with the states beside them.</summary>
    private const int FirstLevelBytes = 28 * 1024;

    /// <summary>Whether so many floats are more than stay in the nearest cache from step to step.</summary>
    public static bool IsOutgrownBy(int floats) => floats * sizeof(float) > FirstLevelBytes;

    /// <summary>The distance between rows of so many floats, whole lines, with which their columns use all sets.</summary>
    public static int Spread(int columns) => columns / LineFloats % 2 == 0 ? columns + LineFloats : columns;
}
