using System;
using System.Collections.Generic;
using System.Linq;
using RnnGen.Generators.Planning;
using static RnnGen.Generators.Emission.IndexExpression;

namespace RnnGen.Generators.Emission;

/// <summary>
/// The sums of a product of one row that stay in variables, a vector in each, instead of going to memory.
/// </summary>
/// <param name="width">The vector width of the kernel.</param>
/// <param name="plan">The model, whose gates are the columns.</param>
/// <param name="prefix">What the variables' names begin with.</param>
/// <param name="units">The units of a gate, with the padding where what comes after reads it: training does.</param>
internal sealed class RegisterProduct(VectorWidth width, ModelPlan plan, string prefix, int units)
{
    private const int FewVectors = 2;

    /// <summary>The vector width of a gate's units: narrower than that of the kernel where they fill no more.</summary>
    public VectorWidth Width { get; } = width.Fitting(units);

    /// <summary>The vector type of a gate's units.</summary>
    public string Type => "Vector" + Width.Bits;

    /// <summary>Whether each sum is that of two gates, 2 k and 2 k + 1, which share a vector.</summary>
    public bool ArePairs => plan.PairsGates && width.Bits == VectorWidth.V512.Bits;

    /// <summary>The vector type of the sums.</summary>
    public string SumType => "Vector" + SumWidth.Bits;

    private VectorWidth SumWidth => ArePairs ? width : Width;

    private int GatesOfSum => ArePairs ? 2 : 1;

    /// <summary>How many vectors the units of a gate take.</summary>
    public int VectorsOfGate => Width.ToVectors(units) / Width.Lanes;

    /// <summary>Whether a gate has so few vectors that it goes through its nonlinearity from registers.</summary>
    public bool HasShortGates => VectorsOfGate <= FewVectors;

    /// <summary>Their numbers.</summary>
    public IEnumerable<int> Vectors => Enumerable.Range(0, VectorsOfGate);

    /// <summary>The units of a vector.</summary>
    /// <param name="vector">Its number.</param>
    /// <param name="partStride">The constant that is the distance between the parts of a row.</param>
    public UnitVector Units(int vector, string partStride = "HiddenStride") => new(Type, Number(vector * Width.Lanes), partStride, plan.GateUnitsName);

    /// <summary>What the names of a vector's variables end with, where there are several vectors.</summary>
    public string Suffix(int vector) => VectorsOfGate == 1 ? "" : "_" + Number(vector);

    /// <summary>The variable of a gate's sums.</summary>
    /// <param name="gate">The gate, or the pair of gates.</param>
    /// <param name="vector">Which vector of its units.</param>
    public string Sum(int gate, int vector) => prefix + Number(gate) + Suffix(vector);

    /// <summary>Whether all sums of a product run at once.</summary>
    /// <param name="depth">Terms of a sum.</param>
    public bool Fits(int depth) => Product(depth).FitsRegisters;

    /// <summary>Writes the product, after the declaration of its sums.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="depth">Terms of a sum.</param>
    /// <param name="left">The reference to the row.</param>
    /// <param name="weights">The reference to the weights.</param>
    /// <param name="initial">The expression a sum starts from: (gate or pair of gates, vector of its units, column); null for zero.</param>
    /// <param name="firstUnit">The expression of the first of the units.</param>
    public void Write(SourceWriter writer, int depth, string left, string weights, Func<int, int, string, string>? initial = null, string firstUnit = "0")
    {
        (int Gate, int Vector)[] sums =
            [.. from gate in Enumerable.Range(0, plan.Cell.WeightGates / GatesOfSum) from vector in Vectors select (gate, vector)];
        writer.Line($"{SumType}<float> {string.Join(", ", sums.Select(sum => Sum(sum.Gate, sum.Vector)))};");
        writer.Open("");

        ProductPlan product = Product(depth);

        // A product begins and ends its sums in the order of the columns.
        int begun = 0;
        int ended = 0;
        var operands = new ProductOperands
        {
            Left = left,
            LeftStride = "",
            LoadsOneByOne = VectorsOfGate == 1 && product.IsUnrolled,
            Weights = weights,
            WeightStride = plan.GateStrideName,
            Destination = null,
            DestinationStride = "",
            GateStride = ArePairs ? Times(GatesOfSum, plan.GateUnitsName) : plan.GateUnitsName,
            Initial = (_, column) => initial is null ? $"{SumType}<float>.Zero" : initial(sums[begun].Gate, sums[begun++].Vector, column),
            Finish = (w, _, _, sum) => w.Line($"{Sum(sums[ended].Gate, sums[ended++].Vector)} = {sum};"),
        };
        var emitter = new ProductEmitter(product, operands);
        emitter.WriteChains(writer);
        emitter.WriteTileOf(writer, product.TileVectors, firstUnit);
        writer.Close();
    }

    /// <summary>All sums in one tile, split as those of every kernel are.</summary>
    private ProductPlan Product(int depth)
    {
        int gates = plan.Cell.WeightGates / GatesOfSum;
        return new ProductPlan(
            SumWidth, 1, depth, GatesOfSum * Width.ToVectors(units), plan.GateChains(depth), 1, gates * VectorsOfGate, gates);
    }
}
