namespace RnnGen.Generators.Planning;

/// <summary>What the planner knows of caches.</summary>
/// <remarks>
/// Rows that lie a power of two apart have the same column in few sets of a cache: of a first-level cache of 64 sets of eight lines, rows of 1 KiB use four. A kernel that goes
/// down some columns would find nothing of them there when it comes back. Weights are stored in <see cref="PanelWidth">panels</see> where that counts; rows that are written
/// whole are an odd number of lines apart, which use all sets at the price of a line of padding.
/// </remarks>
internal static class CachePlan
{
    /// <summary>Floats in a cache line.</summary>
    public const int LineFloats = 16;

    /// <summary>Columns of a panel, in which weights are stored that outgrow the nearest cache: the rows of so many columns one after another, then those of the next.</summary>
    /// <remarks>
    /// A step of one sequence goes down some columns, and so through memory line by line in the order of their addresses: measured on Zen 5 for W of 64 KiB to 1 MiB, a tenth
    /// to a fifth faster than down the columns of whole rows, however far apart these are. The tiles of all kernels are whole panels, or a part that divides one.
    /// </remarks>
    public const int PanelWidth = LineFloats;

    /// <summary>The constant of a layout that is <see cref="PanelWidth"/>.</summary>
    public const string PanelWidthName = "PanelWidth";

    /// <summary>Vectors of a row in a tile of rows that are a multiple of a page apart, where registers allow more than two.</summary>
    /// <remarks>
    /// The same column of all of them is in one set of a first-level cache and in few of the second; each of them is a page of its own, where a prefetcher stops. The more
    /// of a row a kernel takes along the better: measured for 256 rows, 99 % of the multiply-add ceiling at other distances, and at this one 63 % with two vectors
    /// of a row and 94 % with three.
    /// </remarks>
    public const int PageTileVectors = 3;

    private const int PageBytes = 4096;

    /// <summary>So many bytes of weights stay in a first-level cache of 32 KiB, with the states beside them.</summary>
    private const int FirstLevelBytes = 28 * 1024;

    /// <summary>From so many bytes of weights on, a first-level cache of 48 KiB keeps less than they are from step to step.</summary>
    private const int FarBytes = 64 * 1024;

    /// <summary>A quarter of a second-level cache of 1 MiB, as those are that the choice was measured on.</summary>
    private const int QuarterOfSecondLevelBytes = 256 * 1024;

    /// <summary>So many bytes of weights of a tile have gone from a first-level cache of 32 to 48 KiB, or are going, when the next rows of a batch come, whose own numbers go through it as well.</summary>
    private const int FirstLevelTileBytes = 24 * 1024;

    /// <summary>Whether so many floats are more than stay in the nearest cache from step to step.</summary>
    public static bool IsOutgrownBy(int floats) => floats * sizeof(float) > FirstLevelBytes;

    /// <summary>Whether so many floats are more than any first-level cache has, of 48 KiB at most.</summary>
    public static bool IsFarOutgrownBy(int floats) => floats * sizeof(float) >= FarBytes;

    /// <summary>Whether so many floats are a quarter of a second-level cache of 1 MiB or more, from where on the order in which they are read counts more than what is done with them.</summary>
    public static bool IsQuarterOfSecondLevel(int floats) => floats * sizeof(float) >= QuarterOfSecondLevelBytes;

    /// <summary>Whether so many weights of a tile do not stay in the nearest cache for the next rows.</summary>
    public static bool IsTileOutgrownBy(int floats) => floats * sizeof(float) >= FirstLevelTileBytes;

    /// <summary>Whether rows so many floats apart are a multiple of a page apart.</summary>
    public static bool ArePages(int stride) => stride * sizeof(float) % PageBytes == 0;

    /// <summary>The floats of a panel of so many rows.</summary>
    public static int PanelOf(int rows) => rows * PanelWidth;

    /// <summary>The distance between rows of so many floats, whole lines, with which their columns use all sets.</summary>
    public static int Spread(int columns) => columns / LineFloats % 2 == 0 ? columns + LineFloats : columns;
}
