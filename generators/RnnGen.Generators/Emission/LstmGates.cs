using System;
using System.Collections.Generic;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>The gates of an LSTM, in PyTorch's order: i, f, g, o. A state's row is s and then c.</summary>
internal sealed class LstmGates : IGates
{
    public string ForwardText => "i, f, o = sigmoid, g = tanh; c_t = f c_(t-1) + i g; s_t = o tanh(c_t)";

    public string BackwardText =>
        "dc_t += ds_t o (1 - tanh(c_t)^2); a = dc_t g, dc_t c_(t-1), dc_t i and ds_t tanh(c_t), each times the slope of its gate; dc_(t-1) = dc_t f";

    public string BackwardParameters =>
        "ref float step, ref float previous, ref float next, ref float gradient, ref float previousCellGradient, ref float cellGradient";

    public bool CarriesGradient => false;

    public void WriteForward(SourceWriter writer, IReadOnlyList<GateOperands> vectors)
    {
        // First what has the same constants: with those of tanh among them they do not all fit into the registers.
        GateOperands.WriteGate(writer, vectors, "i", "Sigmoid", 0);
        GateOperands.WriteGate(writer, vectors, "f", "Sigmoid", 1);
        GateOperands.WriteGate(writer, vectors, "o", "Sigmoid", 3);
        GateOperands.WriteGate(writer, vectors, "g", "Tanh", 2);
        Write(v => $"""
            {v.Units.Type}<float> c{v.Suffix} = {v.Units.Type}.MultiplyAddEstimate(i{v.Suffix}, g{v.Suffix}, f{v.Suffix} * {v.Units.Load("previous", 1)});
            """);
        Write(v => !v.KeepsGates ? "" : $"""
            {v.Units.Store("i" + v.Suffix, "step")}
            {v.Units.Store("f" + v.Suffix, "step", 1)}
            {v.Units.Store("g" + v.Suffix, "step", 2)}
            {v.Units.Store("o" + v.Suffix, "step", 3)}
            """);
        Write(v => $"""
            {v.Units.Type}<float> s{v.Suffix} = o{v.Suffix} * VectorMath.Tanh(c{v.Suffix});
            """);
        Write(v => $"""
            {v.Units.Store("s" + v.Suffix, "next")}
            {v.Units.Store("c" + v.Suffix, "next", 1)}
            """);

        void Write(Func<GateOperands, string> lines) => GateOperands.WriteEach(writer, vectors, lines);
    }

    public void WriteBackward(SourceWriter writer, VectorWidth width, bool hasGradientEveryStep)
    {
        string vector = "Vector" + width.Bits;
        writer.Open($"for (nuint k = 0; k < HiddenStride; k += {width.Lanes})");
        writer.Lines($"""
            {vector}<float> i = {vector}.LoadUnsafe(ref step, k);
            {vector}<float> f = {vector}.LoadUnsafe(ref step, HiddenStride + k);
            {vector}<float> g = {vector}.LoadUnsafe(ref step, 2 * HiddenStride + k);
            {vector}<float> o = {vector}.LoadUnsafe(ref step, 3 * HiddenStride + k);
            {vector}<float> tanh = VectorMath.Tanh({vector}.LoadUnsafe(ref next, HiddenStride + k));
            {vector}<float> ds = {vector}.LoadUnsafe(ref gradient, k);
            {vector}<float> dc = {vector}.LoadUnsafe(ref cellGradient, k) + VectorMath.TanhGradient(tanh, ds * o);
            VectorMath.SigmoidGradient(i, dc * g).StoreUnsafe(ref step, k);
            VectorMath.SigmoidGradient(f, dc * {vector}.LoadUnsafe(ref previous, HiddenStride + k)).StoreUnsafe(ref step, HiddenStride + k);
            VectorMath.TanhGradient(g, dc * i).StoreUnsafe(ref step, 2 * HiddenStride + k);
            VectorMath.SigmoidGradient(o, ds * tanh).StoreUnsafe(ref step, 3 * HiddenStride + k);
            (dc * f).StoreUnsafe(ref previousCellGradient, k);
            """);
        writer.Close();
    }
}
