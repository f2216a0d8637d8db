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
    /// <summary>The first unit of an iteration, in what is written in it.</summary>
    public const string FirstUnit = "k";

    /// <summary>The units of an iteration.</summary>
    public UnitVector Units => new("Vector" + width.Bits, FirstUnit, GateStride: plan.GateUnitsName);

    /// <summary>
    /// Whether it is faster than products of all units that go through memory, as measured on Zen 3: with 256 bits, and as many sums of a vector of units as hide the latency of a multiply-add where two start a cycle.
    /// </summary>
    public bool Pays =>
        width.Bits == VectorWidth.V256.Bits && plan.Cell.IsGated && plan.Cell.WeightGates * plan.GateChains(plan.Spec.Hidden).Count >= ProductPlan.SumsThatHideLatencyOfTwo;

    /// <summary>The sums of a product for the units of an iteration.</summary>
    /// <param name="prefix">What the variables' names begin with.</param>
    public RegisterProduct Sums(string prefix) => new(width, plan, prefix, width.Lanes);

    /// <summary>Writes the loop.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="units">How many units: a number or a constant.</param>
    /// <param name="writeBody">Writes what is done with a vector of them.</param>
    public void Write(SourceWriter writer, string units, Action writeBody)
    {
        writer.Open($"for (nuint {FirstUnit} = 0; {FirstUnit} < {units}; {FirstUnit} += {width.Lanes})");
        writeBody();
        writer.Close();
    }
}
