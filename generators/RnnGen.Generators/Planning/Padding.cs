namespace RnnGen.Generators.Planning;

/// <summary>How sizes are rounded up so that no kernel has a tail.</summary>
internal static class Padding
{
    /// <summary>Columns of a matrix: 16 floats are a 512-bit vector and a cache line.</summary>
    public const int Columns = 16;

    /// <summary>Rows of a weight matrix: the rows of the register tile that accumulates its gradient.</summary>
    public const int Rows = 8;

    public static int ToColumns(int size) => RoundUp(size, Columns);

    public static int ToRows(int size) => RoundUp(size, Rows);

    private static int RoundUp(int size, int multiple) => (size + multiple - 1) / multiple * multiple;
}
