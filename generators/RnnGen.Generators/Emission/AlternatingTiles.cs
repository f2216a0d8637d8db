using System;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>
/// Writes a product of a single row whose weights outgrow the nearest cache: tile after tile, from the first at even steps and from the last at odd ones, so that
/// a step begins with the columns that the step before read last. A sum is the same from either end. Columns that make no whole tile come last from both.
/// </summary>
/// <param name="plan">Tiles of units.</param>
/// <param name="operands">What is multiplied, and what follows the sums of a tile.</param>
internal sealed class AlternatingTiles(ProductPlan plan, ProductOperands operands)
{
    /// <summary>The parameter that tells which end comes first.</summary>
    public const string StepParameter = "int stepNumber, ";

    /// <summary>
    /// Its argument where one sequence or stream is run by itself. Each thread counts, not each sequence, whose steps may be odd in number: what the last step of
    /// one left in the cache, the first of the next begins with.
    /// </summary>
    public const string NextStep = "SweepOrder.Next()";

    /// <summary>What comes before the sums of a tile: (its vectors, its first column).</summary>
    public Action<SourceWriter, int, string> BeginTile { get; init; } = (_, _, _) => { };

    public void Write(SourceWriter writer)
    {
        writer.Line("// W outgrows the nearest cache: what the step before read last, and left there, comes first.");
        if (plan.FitsRegisters)
        {
            new ProductEmitter(plan, operands).WriteChains(writer);
        }

        writer.Line($"const int Tiles = {plan.FullTiles};");
        writer.Line($"const int TileUnits = {plan.TileColumns};");
        writer.Open("for (int tile = 0; tile < Tiles; tile++)");
        writer.Line("nuint k = (nuint)(((stepNumber & 1) == 0 ? tile : Tiles - 1 - tile) * TileUnits);");
        WriteTile(writer, plan.TileVectors, "k");
        writer.Close();
        if (plan.RestVectors > 0)
        {
            writer.Line();
            writer.Line("// The units that make no whole tile.");
            writer.Open("");
            WriteTile(writer, plan.RestVectors, $"{plan.FullTiles * plan.TileColumns}");
            writer.Close();
        }
    }

    private void WriteTile(SourceWriter writer, int vectors, string firstColumn)
    {
        BeginTile(writer, vectors, firstColumn);
        if (plan.FitsRegisters)
        {
            new ProductEmitter(plan, operands).WriteTileOf(writer, vectors, firstColumn);
            return;
        }

        writer.Line();
        writer.Line("// There are no registers for the chains of all sums side by side: one after the other.");
        for (int c = 0; c < plan.Chains.Count; c++)
        {
            string terms = plan.Chains.Terms(c);
            writer.Line($"// {char.ToUpperInvariant(terms[0])}{terms.Substring(1)} of each sum.");
            writer.Open("");
            WriteChain(writer, vectors, firstColumn, c);
            writer.Close();
        }
    }

    private void WriteChain(SourceWriter writer, int vectors, string firstColumn, int chain)
    {
        bool isFirst = chain == 0;
        bool isLast = chain == plan.Chains.Count - 1;
        int start = plan.Chains.Start(chain);
        ProductOperands part = operands with
        {
            Left = isFirst ? operands.Left : $"Unsafe.Add(ref {operands.Left}, {start})",
            Weights = isFirst ? operands.Weights : $"Unsafe.Add(ref {operands.Weights}, {start} * {operands.WeightStride})",
            BeginRow = isFirst ? operands.BeginRow : (_, _) => [],
            Initial = isFirst ? operands.Initial : (_, _) => $"Vector{plan.Width.Bits}<float>.Zero",
            Finish = (writer, row, column, sum) => Finish(isLast)(writer, row, column, isFirst ? sum : $"{Sum(row, column)} + {sum}"),
            EndTile = isLast ? operands.EndTile : (_, _) => { },
        };
        ChainPlan terms = ChainPlan.Single(isLast ? plan.Chains.LastLength : plan.Chains.Length);
        new ProductEmitter(plan with { Depth = terms.Length, Chains = terms }, part).WriteTileOf(writer, vectors, firstColumn);
    }

    private Action<SourceWriter, int, string, string> Finish(bool isLast) => isLast && operands.Finish is { } finish ? finish : operands.Store;

    private string Sum(int row, string column) => $"Vector{plan.Width.Bits}.LoadUnsafe(ref destination{operands.At(row, column)})";
}
