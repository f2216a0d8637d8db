using System;
using System.Collections.Generic;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>
/// The gates of a GRU, in PyTorch's order: r, z, n. A step keeps r, z, the recurrent part of the candidate within the reset, and n; backward, their
/// places take the gradients: the first three are those of the recurrent product, and r, z and n those of the input.
/// </summary>
/// <param name="scalesLastTanh">Whether the candidate's tanh takes 1 - z into its terms, and adds z s_(t-1) on the way.</param>
internal sealed class GruGates(bool scalesLastTanh) : IGates
{
    public string ForwardText =>
        "r, z = sigmoid; h = W_n s_(t-1) + d; n = tanh(U_n x_t + b_n + r h); s_t = " + (scalesLastTanh ? "(1 - z) n + z s_(t-1)" : "n + z (s_(t-1) - n)");

    public string BackwardText =>
        "a_n = ds_t (1 - z), a_r = a_n h and a_z = ds_t (s_(t-1) - n), each times the slope of its gate, and a_h = a_n r; ds_t z goes on to s_(t-1)";

    public string BackwardParameters => "ref float step, ref float previous, ref float gradient, ref float previousGradient";

    public bool CarriesGradient => true;

    public void WriteForward(SourceWriter writer, IReadOnlyList<GateOperands> vectors)
    {
        GateOperands.WriteGate(writer, vectors, "r", "Sigmoid", 0);
        GateOperands.WriteGate(writer, vectors, "z", "Sigmoid", 1);
        Write(v => $"""
            {v.Units.Type}<float> h{v.Suffix} = {v.Recurrent(2)} + {v.Units.Load("Unsafe.Add(ref cell, CandidateBias)")};
            {v.Units.Type}<float> a{v.Suffix} = {v.Units.Type}.MultiplyAddEstimate(
                r{v.Suffix}, h{v.Suffix}, {v.Input(2)});
            """);
        GateOperands.WriteNonlinearity(writer, vectors, v => scalesLastTanh && !v.KeepsGates ? "" : $"""
            {v.Units.Type}<float> n{v.Suffix} = VectorMath.Tanh(a{v.Suffix});
            """);
        Write(v => !v.KeepsGates ? "" : $"""
            {v.Units.Store("r" + v.Suffix, "step")}
            {v.Units.Store("z" + v.Suffix, "step", 1)}
            {v.Units.Store("h" + v.Suffix, "step", 2)}
            {v.Units.Store("n" + v.Suffix, "step", 3)}
            """);
        Write(v => $"""
            {v.Units.Type}<float> s{v.Suffix} = {State(v)};
            {v.Units.Store("s" + v.Suffix, "next")}
            """);

        void Write(Func<GateOperands, string> lines) => GateOperands.WriteEach(writer, vectors, lines);
    }

    private string State(GateOperands v)
    {
        string previous = v.Units.Load("previous");
        return scalesLastTanh
            ? $"VectorMath.ScaledTanh(a{v.Suffix}, {v.Units.Type}<float>.One - z{v.Suffix}, z{v.Suffix} * {previous})"
            : $"{v.Units.Type}.MultiplyAddEstimate(z{v.Suffix}, {previous} - n{v.Suffix}, n{v.Suffix})";
    }

    public void WriteBackward(SourceWriter writer, VectorWidth width, ModelPlan plan)
    {
        string vector = "Vector" + width.Bits;
        writer.Open($"for (nuint k = 0; k < HiddenStride; k += {width.Lanes})");
        writer.Lines($"""
            {vector}<float> r = {vector}.LoadUnsafe(ref step, k);
            {vector}<float> z = {vector}.LoadUnsafe(ref step, HiddenStride + k);
            {vector}<float> h = {vector}.LoadUnsafe(ref step, 2 * HiddenStride + k);
            {vector}<float> n = {vector}.LoadUnsafe(ref step, 3 * HiddenStride + k);
            {vector}<float> ds = {vector}.LoadUnsafe(ref gradient, k);
            {vector}<float> dn = VectorMath.TanhGradient(n, ds - (ds * z));
            VectorMath.SigmoidGradient(r, dn * h).StoreUnsafe(ref step, k);
            VectorMath.SigmoidGradient(z, ds * ({vector}.LoadUnsafe(ref previous, k) - n)).StoreUnsafe(ref step, HiddenStride + k);
            (dn * r).StoreUnsafe(ref step, 2 * HiddenStride + k);
            dn.StoreUnsafe(ref step, 3 * HiddenStride + k);
            {Carried(vector, plan.HasGradientEveryStep)}.StoreUnsafe(ref previousGradient, k);
            """);
        writer.Close();
    }

    /// <summary>What goes on to the state before past the gates, with what has reached its gradient from elsewhere.</summary>
    public static string Carried(string vector, bool hasGradientEveryStep) => hasGradientEveryStep
        ? $"{vector}.MultiplyAddEstimate(ds, z, {vector}.LoadUnsafe(ref previousGradient, k))"
        : "(ds * z)";
}
