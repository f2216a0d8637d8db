using System.Collections.Generic;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>
/// The gates of a GRU that resets its state before the recurrent product, in PyTorch's order: r, z, n. A step keeps r, z, the state that r was applied to,
/// and n; backward, the places of r, z and n take their gradients, and the state between them stays: the gradient of W_n reads it.
/// </summary>
internal sealed class ResetBeforeGruGates : IGates
{
    /// <summary>What comes between the two products of a step.</summary>
    public static string ResetText => "r, z = sigmoid; q = r s_(t-1)";

    public string ForwardText => "n = tanh(U_n x_t + b_n + W_n q); s_t = n + z (s_(t-1) - n)";

    public string BackwardText => "a_n = ds_t (1 - z) and a_z = ds_t (s_(t-1) - n), each times the slope of its gate; ds_t z goes on to s_(t-1)";

    public string BackwardParameters => "ref float step, ref float previous, ref float gradient, ref float previousGradient";

    public bool CarriesGradient => true;

    /// <summary>Writes what comes between the two products, for a vector of units, over the variables <c>state</c> and <c>step</c>.</summary>
    public static void WriteReset(SourceWriter writer, GateOperands operands)
    {
        UnitVector units = operands.Units;
        writer.Lines($"""
            {units.Type}<float> r = VectorMath.Sigmoid(
                {operands.Recurrent(0)} + {operands.InputTerm(0)});
            {units.Type}<float> z = VectorMath.Sigmoid(
                {operands.Recurrent(1)} + {operands.InputTerm(1)});
            {units.Store("r", "step")}
            {units.Store("z", "step", 1)}
            {units.Store($"(r * {units.Load("state")})", "step", 2)}
            """);
    }

    public void WriteForward(SourceWriter writer, IReadOnlyList<GateOperands> vectors) => GateOperands.WriteEach(writer, vectors, v => $"""
        {v.Units.Type}<float> z{v.Suffix} = {v.Units.Load("step", 1)};
        {v.Units.Type}<float> n{v.Suffix} = VectorMath.Tanh(
            {v.Recurrent(3)} + {v.InputTerm(2)});
        {v.Units.Store("n" + v.Suffix, "step", 3)}
        {v.Units.Type}<float> s{v.Suffix} = {v.Units.Type}.MultiplyAddEstimate(z{v.Suffix}, {v.Units.Load("previous")} - n{v.Suffix}, n{v.Suffix});
        {v.Units.Store("s" + v.Suffix, "next")}
        """);

    public void WriteBackward(SourceWriter writer, VectorWidth width, ModelPlan plan)
    {
        string vector = "Vector" + width.Bits;
        writer.Open($"for (nuint k = 0; k < HiddenStride; k += {width.Lanes})");
        writer.Lines($"""
            {vector}<float> z = {vector}.LoadUnsafe(ref step, HiddenStride + k);
            {vector}<float> n = {vector}.LoadUnsafe(ref step, 3 * HiddenStride + k);
            {vector}<float> ds = {vector}.LoadUnsafe(ref gradient, k);
            VectorMath.SigmoidGradient(z, ds * ({vector}.LoadUnsafe(ref previous, k) - n)).StoreUnsafe(ref step, HiddenStride + k);
            VectorMath.TanhGradient(n, ds - (ds * z)).StoreUnsafe(ref step, 3 * HiddenStride + k);
            {GruGates.Carried(vector, plan.HasGradientEveryStep)}.StoreUnsafe(ref previousGradient, k);
            """);
        writer.Close();
    }

    /// <summary>
    /// Writes the way back through the reset of a vector of units, over the variables <c>gradient</c>, which is that of q, <c>gate</c>, <c>state</c> and
    /// <c>stateGradient</c>.
    /// </summary>
    /// <param name="writer">Where to.</param>
    /// <param name="width">The vector width.</param>
    /// <param name="isFirst">Whether nothing is in the place of the state's gradient yet.</param>
    public static void WriteResetBackward(SourceWriter writer, VectorWidth width, bool isFirst)
    {
        string vector = "Vector" + width.Bits;
        string sum = isFirst ? "(gradient * r)" : $"{vector}.MultiplyAddEstimate(gradient, r, {vector}.LoadUnsafe(ref stateGradient))";
        writer.Lines($"""
            {vector}<float> r = {vector}.LoadUnsafe(ref gate);
            VectorMath.SigmoidGradient(r, gradient * {vector}.LoadUnsafe(ref state)).StoreUnsafe(ref gate);
            {sum}.StoreUnsafe(ref stateGradient);
            """);
    }
}
