using System;
using System.Collections.Generic;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>Writes a product in passes over parts of the weights' rows, as a <see cref="SweepPlan"/> cuts them.</summary>
/// <param name="width">The vector width.</param>
/// <param name="rows">Rows of the left matrix.</param>
/// <param name="columns">Padded columns of the weights.</param>
/// <param name="sweep">The cut.</param>
/// <param name="operands">What is multiplied.</param>
/// <param name="units">What a single row does in its last pass; null where its sums go to the destination as they are, as those of several rows do.</param>
/// <param name="afterFirst">A statement between the first pass of a single row and the second; empty for none.</param>
internal sealed class SweptProductEmitter(
    VectorWidth width, int rows, int columns, SweepPlan sweep, ProductOperands operands, UnitPass? units, string afterFirst)
{
    private static readonly Func<int, string, IEnumerable<string>> NoLines = (_, _) => [];

    private readonly string _vector = "Vector" + width.Bits;

    /// <summary>
    /// Writes all passes. A single row finds the number of its step in the variable <c>stepNumber</c>, and room for the sums of the middle, as much as for its
    /// destination, in <c>middle</c>.
    /// </summary>
    public void Write(SourceWriter writer)
    {
        if (rows == 1)
        {
            WriteRow(writer);
        }
        else
        {
            WriteRows(writer);
        }
    }

    private void WriteRow(SourceWriter writer)
    {
        writer.Lines($"""
            // The weights outgrow a cache. Their parts change places from step to step: what was read last is read first.
            int isOdd = stepNumber & 1;
            int first = isOdd * {sweep.LastStart};
            int last = {sweep.LastStart} - first;
            """);
        WriteEnd(writer, "first", (_, _, sum) => sum);
        if (afterFirst.Length > 0)
        {
            writer.Line(afterFirst);
        }

        if (sweep.MiddleParts == 1)
        {
            WriteMiddle(writer, $"{sweep.EndRows}", (_, _, sum) => sum);
        }
        else
        {
            writer.Line($"int second = {sweep.EndRows} + (isOdd * {sweep.MiddleRows});");
            writer.Line($"int third = {sweep.EndRows + sweep.SecondMiddleStart} - second;");
            WriteMiddle(writer, "second", (_, _, sum) => sum);
            WriteMiddle(writer, "third", (r, n, sum) => $"{Load("destination", r, n)} + {sum}");
        }

        WritePass(
            writer,
            units?.Plan ?? PlanOf(ChainPlan.Single(sweep.EndRows)),
            "last",
            operands.Destination!,
            NoLines,
            (_, _) => $"{_vector}<float>.Zero",
            (r, n, sum) => Value($"({Load("destination", r, n)} + {sum}) + {Load("middle", r, n)}"),
            units);

        string Value(string sum) => units is null ? sum : units.Value(sum);
    }

    private void WriteRows(SourceWriter writer)
    {
        writer.Line($"// The sums of {sweep.EndRows} rows at either end of the weights, then of those between: as a sequence of its own adds them.");
        WriteEnd(writer, "0", (_, _, sum) => sum);
        WriteEnd(writer, $"{sweep.LastStart}", (r, n, sum) => $"{Load("destination", r, n)} + {sum}");
        WritePass(
            writer,
            PlanOf(new ChainPlan(sweep.MiddleParts, sweep.MiddleRows, sweep.MiddleRows)),
            $"{sweep.EndRows}",
            operands.Destination!,
            operands.BeginRow,
            operands.Initial,
            (r, n, sum) => $"{Load("destination", r, n)} + {(sweep.MiddleParts == 1 ? sum : $"({sum})")}");
    }

    private void WriteEnd(SourceWriter writer, string firstRow, Func<int, string, string, string> result) =>
        WritePass(writer, PlanOf(ChainPlan.Single(sweep.EndRows)), firstRow, operands.Destination!, NoLines, (_, _) => $"{_vector}<float>.Zero", result);

    private void WriteMiddle(SourceWriter writer, string firstRow, Func<int, string, string, string> result) =>
        WritePass(writer, PlanOf(ChainPlan.Single(sweep.MiddleRows)), firstRow, "middle", operands.BeginRow, operands.Initial, result);

    private ProductPlan PlanOf(ChainPlan chains) => ProductPlan.For(width, rows, chains.Count * chains.Length, columns, chains);

    private void WritePass(
        SourceWriter writer,
        ProductPlan plan,
        string firstRow,
        string destination,
        Func<int, string, IEnumerable<string>> beginRow,
        Func<int, string, string> initial,
        Func<int, string, string, string> result,
        UnitPass? unitPass = null)
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
            Columns = unitPass is null ? operands.Columns : "HiddenStride",
            BeginRow = beginRow,
            Initial = initial,
            Finish = (w, r, n, sum) => operands.Store(w, r, n, result(r, n, sum)),
            EndTile = unitPass?.EndTile ?? ((_, _) => { }),
        };
        writer.Open("");
        new ProductEmitter(plan, pass).Write(writer);
        writer.Close();
    }

    private string Load(string name, int row, string column) => $"{_vector}.LoadUnsafe(ref {name}{operands.At(row, column)})";
}
