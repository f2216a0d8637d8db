using System.Collections.Generic;
using System.Linq;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>
/// Writes a weight gradient: eight of its rows, the sum over steps of (eight activations) x (a row of gradients), with the tile in registers for all steps of a run.
/// </summary>
internal static class OuterProductEmitter
{
    /// <param name="writer">Where to.</param>
    /// <param name="width">The vector width.</param>
    /// <param name="name">The method's name.</param>
    /// <param name="summary">What it adds, in the letters of the equations.</param>
    /// <param name="columns">Columns of the weights: whole vectors.</param>
    /// <param name="stride">The constant that names the distance between their rows.</param>
    /// <param name="activationStride">The constant that names the distance between rows of activations.</param>
    /// <param name="gradientStride">The constant that names the distance between rows of gradients.</param>
    /// <param name="isWhole">Whether <paramref name="stride"/> is the number of columns; a few outputs leave some of it out.</param>
    public static void Write(
        SourceWriter writer,
        VectorWidth width,
        string name,
        string summary,
        int columns,
        string stride,
        string activationStride,
        string gradientStride,
        bool isWhole = true)
    {
        string vector = "Vector" + width.Bits;
        int vectors = columns / width.Lanes;
        int tileVectors = vectors < 2 ? 1 : 2;
        int tileRows = System.Math.Min(Padding.Rows, width.Accumulators / tileVectors);
        int full = vectors / tileVectors;

        writer.Line($"/// <summary>{summary}</summary>");
        writer.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        writer.Open($"public static void {name}(ref float activations, ref float gradients, int count, ref float weightGradients)");
        bool loopsRows = tileRows < Padding.Rows;
        if (loopsRows)
        {
            writer.Open($"for (int row = 0; row < {Padding.Rows}; row += {tileRows})");
            writer.Line("ref float activationRows = ref Unsafe.Add(ref activations, row);");
            writer.Line($"ref float sums = ref Unsafe.Add(ref weightGradients, row * {stride});");
        }
        else
        {
            writer.Line("ref float activationRows = ref activations;");
            writer.Line("ref float sums = ref weightGradients;");
        }

        if (full > 1)
        {
            string end = vectors % tileVectors == 0 && isWhole ? stride : $"{full * tileVectors * width.Lanes}";
            writer.Open($"for (nuint n = 0; n < {end}; n += {tileVectors * width.Lanes})");
            WriteTile(writer, vector, width, tileRows, tileVectors, "n", stride, activationStride, gradientStride);
            writer.Close();
        }
        else if (vectors % tileVectors == 0)
        {
            WriteTile(writer, vector, width, tileRows, tileVectors, "0", stride, activationStride, gradientStride);
        }
        else
        {
            writer.Open("");
            WriteTile(writer, vector, width, tileRows, tileVectors, "0", stride, activationStride, gradientStride);
            writer.Close();
        }

        if (vectors % tileVectors > 0)
        {
            writer.Open("");
            WriteTile(
                writer,
                vector,
                width,
                tileRows,
                vectors % tileVectors,
                $"{full * tileVectors * width.Lanes}",
                stride,
                activationStride,
                gradientStride);
            writer.Close();
        }

        if (loopsRows)
        {
            writer.Close();
        }

        writer.Close();
    }

    private static void WriteTile(
        SourceWriter writer,
        string vector,
        VectorWidth width,
        int rows,
        int vectors,
        string column,
        string stride,
        string activationStride,
        string gradientStride)
    {
        string Offset(int r, int v)
        {
            IEnumerable<string> terms = new[]
            {
                column == "0" ? "" : column,
                r == 0 ? "" : r == 1 ? stride : $"{r} * {stride}",
                v == 0 ? "" : $"{v * width.Lanes}",
            }.Where(t => t.Length > 0);
            string sum = string.Join(" + ", terms);
            return sum.Length == 0 ? "" : ", " + sum;
        }

        for (int r = 0; r < rows; r++)
        {
            for (int v = 0; v < vectors; v++)
            {
                writer.Line($"{vector}<float> a{r}_{v} = {vector}.LoadUnsafe(ref sums{Offset(r, v)});");
            }
        }

        writer.Line();
        writer.Line("ref float activation = ref activationRows;");
        writer.Line(column == "0" ? "ref float gradient = ref gradients;" : $"ref float gradient = ref Unsafe.Add(ref gradients, {column});");
        writer.Open("for (int k = 0; k < count; k++)");
        for (int v = 0; v < vectors; v++)
        {
            writer.Line($"{vector}<float> g{v} = {vector}.LoadUnsafe(ref gradient{(v == 0 ? "" : $", {v * width.Lanes}")});");
        }

        for (int r = 0; r < rows; r++)
        {
            writer.Line($"{vector}<float> s{r} = {vector}.Create({(r == 0 ? "activation" : $"Unsafe.Add(ref activation, {r})")});");
            for (int v = 0; v < vectors; v++)
            {
                writer.Line($"a{r}_{v} = {vector}.MultiplyAddEstimate(s{r}, g{v}, a{r}_{v});");
            }
        }

        writer.Line($"activation = ref Unsafe.Add(ref activation, {activationStride});");
        writer.Line($"gradient = ref Unsafe.Add(ref gradient, {gradientStride});");
        writer.Close();
        for (int r = 0; r < rows; r++)
        {
            for (int v = 0; v < vectors; v++)
            {
                writer.Line($"a{r}_{v}.StoreUnsafe(ref sums{Offset(r, v)});");
            }
        }
    }
}
