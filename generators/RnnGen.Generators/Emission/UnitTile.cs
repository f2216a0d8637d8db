using System;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>Writes a tile of a single row, of a few units with all their gates: its chains side by side, or one after the other where the registers do not hold all: two then, whose sum has no other order.</summary>
/// <param name="plan">Tiles of units.</param>
/// <param name="operands">What is multiplied, and what follows the sums of a tile; its destination has room for the sums of a chain.</param>
internal sealed class UnitTile(ProductPlan plan, ProductOperands operands)
{
    /// <summary>Whether the registers hold the chains of all sums.</summary>
    public bool HasChainsSideBySide => plan.FitsRegisters;

    /// <summary>Writes a comment on which terms such chains add up.</summary>
    public void WriteChains(SourceWriter writer) => new ProductEmitter(plan, operands).WriteChains(writer);

    /// <summary>Writes the tile.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="vectors">Its vectors.</param>
    /// <param name="firstColumn">The expression of its first column.</param>
    public void Write(SourceWriter writer, int vectors, string firstColumn)
    {
        if (HasChainsSideBySide)
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
