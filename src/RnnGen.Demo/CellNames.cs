namespace RnnGen.Demo;

/// <summary>The names of cells on the command line, which are those in model files.</summary>
internal static class CellNames
{
    public static string Of(CellKind cell) => cell.ToString().ToLowerInvariant();
}
