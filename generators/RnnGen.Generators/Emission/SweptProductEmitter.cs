using System;
using System.Collections.Generic;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>Writes a product in three passes, over the first, the middle and the last rows of the weights, as a <see cref="SweepPlan"/> cuts them.</summary>
/// <param name="width">The vector width.</param>
/// <param name="rows">Rows of the left matrix.</param>
/// <param name="columns">Padded columns of the weights.</param>
/// <param name="sweep">The cut.</param>
/// <param name="operands">What is multiplied. The sums go to the destination as they are.</param>
internal sealed class SweptProductEmitter(VectorWidth width, int rows, int columns, SweepPlan sweep, ProductOperands operands)
{
    private static readonly Func<int, string, IEnumerable<string>> NoLines = (_, _) => [];

    private readonly string _vector = "Vector" + width.Bits;

    /// <summary>Writes all passes. A single row finds the number of its step in the variable <c>stepNumber</c>.</summary>
    public void Write(SourceWriter writer)
    {
        if (rows == 1)
        {
            writer.Line("// The weights outgrow the nearest cache. Their ends change places from step to step: what was read last is read first.");
            writer.Line($"int first = (stepNumber & 1) * {sweep.LastStart};");
            writer.Line($"int last = {sweep.LastStart} - first;");
            writer.Line($"Span<float> middle = AlignedMemory.Align(stackalloc float[{operands.DestinationStride} + AlignedMemory.Slack], {operands.DestinationStride});");
            writer.Line("ref float middleSum = ref middle[0];");
            WriteEnd(writer, "first", (_, _, sum) => sum);
            WriteMiddle(writer, "middleSum", (_, _, sum) => sum);
            WriteEnd(writer, "last", (r, n, sum) => $"({Load("destination", r, n)} + {sum}) + {Load("middleSum", r, n)}");
        }
        else
        {
            writer.Line($"// The sums of {sweep.EndRows} rows at either end of the weights, then of those between: as a sequence of its own adds them.");
            WriteEnd(writer, "0", (_, _, sum) => sum);
            WriteEnd(writer, $"{sweep.LastStart}", (r, n, sum) => $"{Load("destination", r, n)} + {sum}");
            WriteMiddle(writer, operands.Destination!, (r, n, sum) => $"{Load("destination", r, n)} + {sum}");
        }
    }

    private void WriteEnd(SourceWriter writer, string firstRow, Func<int, string, string, string> result) =>
        WritePass(writer, firstRow, sweep.EndRows, operands.Destination!, NoLines, (_, _) => $"{_vector}<float>.Zero", result);

    private void WriteMiddle(SourceWriter writer, string destination, Func<int, string, string, string> result) =>
        WritePass(writer, $"{sweep.EndRows}", sweep.MiddleRows, destination, operands.BeginRow, operands.Initial, result);

    private void WritePass(
        SourceWriter writer,
        string firstRow,
        int depth,
        string destination,
        Func<int, string, IEnumerable<string>> beginRow,
        Func<int, string, string> initial,
        Func<int, string, string, string> result)
    {
        bool isFirst = firstRow == "0";
        var pass = new ProductOperands
        {
            Left = isFirst ? operands.Left : $"Unsafe.Add(ref {operands.Left}, {firstRow})",
            LeftStride = operands.LeftStride,
            Weights = isFirst ? operands.Weights : $"Unsafe.Add(ref {operands.Weights}, {firstRow} * {operands.WeightStride})",
            WeightStride = operands.WeightStride,
            Destination = destination,
            DestinationStride = operands.DestinationStride,
            Columns = operands.Columns,
            BeginRow = beginRow,
            Initial = initial,
            Finish = (w, r, n, sum) => operands.Store(w, r, n, result(r, n, sum)),
        };
        writer.Open("");
        new ProductEmitter(ProductPlan.For(width, rows, depth, columns, ChainPlan.Single(depth)), pass).Write(writer);
        writer.Close();
    }

    private string Load(string name, int row, string column) => $"{_vector}.LoadUnsafe(ref {name}{operands.At(row, column)})";
}
