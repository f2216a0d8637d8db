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
    private readonly UnitTile _tile = new(plan, operands);

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
        if (_tile.HasChainsSideBySide)
        {
            _tile.WriteChains(writer);
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
        _tile.Write(writer, vectors, firstColumn);
    }
}
