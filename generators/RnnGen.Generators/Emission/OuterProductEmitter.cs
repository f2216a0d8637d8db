using System.Collections.Generic;
using System.Linq;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>
/// Writes a weight gradient: some of its rows, eight or a multiple, the sum over steps of (as many activations) x (a row of gradients), with the tile in
/// registers for all steps of a run; or that of the transposed weights, the sum of (as many gradients) x (a row of activations).
/// </summary>
/// <param name="width">The vector width.</param>
/// <param name="stride">The constant that names the distance between rows of the weights.</param>
/// <param name="spreadStride">The constant that names the distance between rows of <see cref="Spread"/>s.</param>
/// <param name="rowStride">The constant that names the distance between <see cref="Row"/>s.</param>
/// <param name="arePages">Whether these are <see cref="CachePlan.ArePages">a multiple of a page</see> apart.</param>
/// <param name="end">The constant that names where the last column ends; null where none does.</param>
internal sealed class OuterProductEmitter(VectorWidth width, string stride, string spreadStride, string rowStride, bool arePages, string? end)
{
    private readonly string _vector = "Vector" + width.Bits;

    /// <summary>The panels of the weights; null where rows are whole.</summary>
    public WeightPanels? Panels { get; init; }

    /// <summary>What is spread over a vector, one for each row of the result.</summary>
    public string Spread { get; init; } = "activation";

    /// <summary>What is read vector by vector.</summary>
    public string Row { get; init; } = "gradient";

    /// <summary>The method without its body.</summary>
    public string Signature(string name) => $"void {name}(ref float {Spread}s, ref float {Row}s, int count, int rows, ref float weightGradients)";

    /// <summary>Writes a method.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="name">The method's name.</param>
    /// <param name="summary">What it adds, in the letters of the equations.</param>
    /// <param name="ranges">The columns: whole vectors.</param>
    public void Write(SourceWriter writer, string name, string summary, IReadOnlyList<ColumnRange> ranges)
    {
        int tileVectors = ranges.Min(range => range.Count) / width.Lanes < 2 ? 1 : 2;
        if (arePages && Padding.Rows * CachePlan.PageTileVectors <= width.MostAccumulators)
        {
            tileVectors = CachePlan.PageTileVectors;
        }

        int tileRows = tileVectors > 2 ? Padding.Rows : System.Math.Min(Padding.Rows, width.Accumulators / tileVectors);
        writer.Line($"/// <summary>{summary}</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        writer.Open($"public static {Signature(name)}");
        foreach (ColumnRange range in ranges)
        {
            WriteRange(writer, range, tileRows, tileVectors, isAlone: ranges.Count == 1, endName: range == ranges[ranges.Count - 1] ? end : null);
        }

        writer.Close();
    }

    private void WriteRange(SourceWriter writer, ColumnRange range, int tileRows, int tileVectors, bool isAlone, string? endName)
    {
        int vectors = range.Count / width.Lanes;
        int full = vectors / tileVectors;
        int rest = vectors % tileVectors;
        int tileColumns = tileVectors * width.Lanes;
        if (full > 1)
        {
            string last = rest == 0 && endName is not null ? endName : $"{range.First + (full * tileColumns)}";
            writer.Open($"for (nuint n = {range.First}; n < {last}; n += {tileColumns})");
            WriteTile(writer, tileRows, tileVectors, "n", range.Shift == 0 ? "n" : $"n + {range.Shift}");
            writer.Close();
        }
        else if (rest == 0 && isAlone)
        {
            WriteTile(writer, tileRows, tileVectors, $"{range.First}", $"{range.First + range.Shift}");
        }
        else if (full > 0)
        {
            writer.Open("");
            WriteTile(writer, tileRows, tileVectors, $"{range.First}", $"{range.First + range.Shift}");
            writer.Close();
        }

        if (rest > 0)
        {
            int column = range.First + (full * tileColumns);
            writer.Open("");
            WriteTile(writer, tileRows, rest, $"{column}", $"{column + range.Shift}");
            writer.Close();
        }
    }

    private void WriteTile(SourceWriter writer, int rows, int vectors, string column, string rowColumn)
    {
        string Offset(int r, int v) => IndexExpression.Argument(IndexExpression.Plus(
            Panels is null ? column : "0",
            IndexExpression.Times(r, stride),
            Panels?.Place(v * width.Lanes) ?? IndexExpression.Number(v * width.Lanes)));

        string weights = "weightGradients";
        if (Panels is not null && column != "0")
        {
            weights = "panel";
            writer.Line($"ref float panel = ref Unsafe.Add(ref weightGradients, {Panels.Place(column, vectors * width.Lanes)});");
        }

        // Rows within columns: the gradients of these columns are fetched once for all rows.
        writer.Open($"for (int row = 0; row < rows; row += {rows})");
        writer.Line($"ref float sums = ref Unsafe.Add(ref {weights}, row * {stride});");
        for (int r = 0; r < rows; r++)
        {
            for (int v = 0; v < vectors; v++)
            {
                writer.Line($"{_vector}<float> sum{r}_{v} = {_vector}.LoadUnsafe(ref sums{Offset(r, v)});");
            }
        }

        writer.Line();
        writer.Line($"ref float {Spread} = ref Unsafe.Add(ref {Spread}s, row);");
        writer.Line(rowColumn == "0" ? $"ref float {Row} = ref {Row}s;" : $"ref float {Row} = ref Unsafe.Add(ref {Row}s, {rowColumn});");
        writer.Open("for (int k = 0; k < count; k++)");
        for (int v = 0; v < vectors; v++)
        {
            writer.Line($"{_vector}<float> {Row}{v} = {_vector}.LoadUnsafe(ref {Row}{(v == 0 ? "" : $", {v * width.Lanes}")});");
        }

        for (int r = 0; r < rows; r++)
        {
            writer.Line($"{_vector}<float> spread{r} = {_vector}.Create({(r == 0 ? Spread : $"Unsafe.Add(ref {Spread}, {r})")});");
            for (int v = 0; v < vectors; v++)
            {
                writer.Line($"sum{r}_{v} = {_vector}.MultiplyAddEstimate(spread{r}, {Row}{v}, sum{r}_{v});");
            }
        }

        writer.Line($"{Spread} = ref Unsafe.Add(ref {Spread}, {spreadStride});");
        writer.Line($"{Row} = ref Unsafe.Add(ref {Row}, {rowStride});");
        writer.Close();
        for (int r = 0; r < rows; r++)
        {
            for (int v = 0; v < vectors; v++)
            {
                writer.Line($"sum{r}_{v}.StoreUnsafe(ref sums{Offset(r, v)});");
            }
        }

        writer.Close();
    }
}
