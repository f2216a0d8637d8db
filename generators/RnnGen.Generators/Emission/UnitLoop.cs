using System;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>
/// A step of one sequence that goes through the units of a gated cell a vector at a time: the sums of all its gates stay in registers until the gates have used them, which then overlap
/// the products of the next vector. For layers in the nearest cache whose sums are too many for the registers together.
/// </summary>
/// <param name="width">The vector width.</param>
/// <param name="plan">The model.</param>
internal sealed class UnitLoop(VectorWidth width, ModelPlan plan)
{
    /// <summary>The vector type.</summary>
    public string Type => "Vector" + width.Bits;

    /// <summary>The units of an iteration.</summary>
    public UnitVector Units => new(Type, "k", GateStride: plan.GateUnitsName);

    /// <summary>
    /// Whether it is faster than products of all units that go through memory, as measured on Zen 3: with 256 bits, and as many sums of a vector of units as hide the latency of a multiply-add where two start a cycle.
    /// </summary>
    public bool Pays =>
        width.Bits == VectorWidth.V256.Bits && plan.Cell.IsGated && plan.Cell.WeightGates * Product(plan.Spec.Hidden).Chains.Count >= ProductPlan.SumsThatHideLatencyOfTwo;

    /// <summary>Writes the loop.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="units">How many units: a number or a constant.</param>
    /// <param name="writeBody">Writes what is done with a vector of them.</param>
    public void Write(SourceWriter writer, string units, Action writeBody)
    {
        writer.Open($"for (nuint k = 0; k < {units}; k += {width.Lanes})");
        writeBody();
        writer.Close();
    }

    /// <summary>Writes the product for the units of an iteration, after the declaration of its sums.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="prefix">What the names of the sums begin with: the number of the gate follows.</param>
    /// <param name="depth">Terms of a sum.</param>
    /// <param name="left">The reference to the row.</param>
    /// <param name="weights">The reference to the weights.</param>
    /// <param name="initial">The expression a sum starts from, by its column; null for zero.</param>
    public void WriteProduct(SourceWriter writer, string prefix, int depth, string left, string weights, Func<string, string>? initial = null)
    {
        string[] names = new string[plan.Cell.WeightGates];
        for (int gate = 0; gate < names.Length; gate++)
        {
            names[gate] = prefix + IndexExpression.Number(gate);
        }

        writer.Line($"{Type}<float> {string.Join(", ", names)};");
        writer.Open("");
        int ended = 0;
        var operands = new ProductOperands
        {
            Left = left,
            LeftStride = "",
            Weights = weights,
            WeightStride = plan.GateStrideName,
            Destination = null,
            DestinationStride = "",
            GateStride = plan.GateUnitsName,
            Initial = (_, column) => initial?.Invoke(column) ?? $"{Type}<float>.Zero",
            Finish = (w, _, _, sum) => w.Line($"{names[ended++]} = {sum};"),
        };
        var product = new ProductEmitter(Product(depth), operands);
        product.WriteChains(writer);
        product.WriteTileOf(writer, names.Length, "k");
        writer.Close();
        writer.Line();
    }

    private ProductPlan Product(int depth) =>
        new(width, 1, depth, plan.GateUnits, plan.GateChains(depth), 1, plan.Cell.WeightGates, plan.Cell.WeightGates);
}
