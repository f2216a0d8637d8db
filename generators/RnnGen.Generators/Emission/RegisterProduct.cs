using System.Globalization;
using System.Linq;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>The sums of a product of one row that stay in variables, a vector in each, instead of going to memory.</summary>
/// <param name="width">The vector width.</param>
/// <param name="plan">The model, whose gates are the columns.</param>
/// <param name="prefix">What the variables' names begin with.</param>
internal sealed class RegisterProduct(VectorWidth width, ModelPlan plan, string prefix)
{
    private readonly string _vector = "Vector" + width.Bits;

    /// <summary>How many vectors the units of a gate take.</summary>
    public int VectorsOfGate => plan.HiddenStride / width.Lanes;

    /// <summary>The variable of a gate's sums.</summary>
    /// <param name="gate">The gate.</param>
    /// <param name="vector">Which vector of its units.</param>
    public string Sum(int gate, int vector) =>
        prefix + Number(gate) + (VectorsOfGate == 1 ? "" : "_" + Number(vector));

    /// <summary>Whether all sums of a product run at once.</summary>
    /// <param name="depth">Terms of a sum.</param>
    public bool Fits(int depth)
    {
        ProductPlan product = ProductPlan.For(width, 1, depth, plan.GateStride);
        return product.FullTiles == 1 && product.RestVectors == 0;
    }

    /// <summary>Writes the product, after the declaration of its sums.</summary>
    public void Write(SourceWriter writer, int depth, string left, string weights, string? initial = null)
    {
        string[] sums = [.. from gate in Enumerable.Range(0, plan.Cell.WeightGates) from vector in Enumerable.Range(0, VectorsOfGate) select Sum(gate, vector)];
        writer.Line($"{_vector}<float> {string.Join(", ", sums)};");
        writer.Open("");
        var operands = new ProductOperands
        {
            Left = left,
            LeftStride = "",
            Weights = weights,
            WeightStride = "GateStride",
            Destination = null,
            DestinationStride = "",
            Initial = (_, n) => initial is null ? $"{_vector}<float>.Zero" : $"{_vector}.LoadUnsafe(ref {initial}{(n == "0" ? "" : ", " + n)})",
            Finish = (w, _, n, sum) => w.Line($"{sums[int.Parse(n, CultureInfo.InvariantCulture) / width.Lanes]} = {sum};"),
        };
        new ProductEmitter(ProductPlan.For(width, 1, depth, plan.GateStride), operands).Write(writer);
        writer.Close();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
