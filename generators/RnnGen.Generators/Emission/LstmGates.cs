using System;
using System.Collections.Generic;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>The gates of an LSTM, in PyTorch's order: i, f, g, o. A state's row is s and then c.</summary>
/// <param name="scalesLastTanh">Whether tanh(c_t) takes o into its terms.</param>
internal sealed class LstmGates(bool scalesLastTanh) : IGates
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
        if (vectors[0] is { ArePairs: true } pairs)
        {
            // The units of gates that share a vector are all in one.
            writer.Lines($"""
                Vector512<float> inputAndForget = VectorMath.Sigmoid(
                    {pairs.Sum(0)});
                Vector512<float> candidateAndOutput = {pairs.Sum(1)};
                Vector256<float> i = inputAndForget.GetLower();
                Vector256<float> f = inputAndForget.GetUpper();
                Vector256<float> o = VectorMath.Sigmoid(candidateAndOutput.GetUpper());
                Vector256<float> g = VectorMath.Tanh(candidateAndOutput.GetLower());
                """);
        }
        else
        {
            GateOperands.WriteGate(writer, vectors, "i", "Sigmoid", 0);
            GateOperands.WriteGate(writer, vectors, "f", "Sigmoid", 1);
            GateOperands.WriteGate(writer, vectors, "o", "Sigmoid", 3);
            GateOperands.WriteGate(writer, vectors, "g", "Tanh", 2);
        }

        Write(v => $"""
            {v.Units.Type}<float> c{v.Suffix} = {v.Units.Type}.MultiplyAddEstimate(i{v.Suffix}, g{v.Suffix}, f{v.Suffix} * {v.Units.Load("previous", 1)});
            """);
        Write(v => !v.KeepsGates ? "" : $"""
            {v.Units.StoreGate("i" + v.Suffix, "step", 0)}
            {v.Units.StoreGate("f" + v.Suffix, "step", 1)}
            {v.Units.StoreGate("g" + v.Suffix, "step", 2)}
            {v.Units.StoreGate("o" + v.Suffix, "step", 3)}
            """);
        GateOperands.WriteNonlinearity(writer, vectors, v => $"""
            {v.Units.Type}<float> s{v.Suffix} = {State("o" + v.Suffix, "c" + v.Suffix)};
            """);
        Write(v => $"""
            {v.Units.Store("s" + v.Suffix, "next")}
            {v.Units.Store("c" + v.Suffix, "next", 1)}
            """);

        void Write(Func<GateOperands, string> lines) => GateOperands.WriteEach(writer, vectors, lines);
    }

    private string State(string output, string cell) =>
        scalesLastTanh ? $"VectorMath.ScaledTanh({cell}, {output})" : $"{output} * VectorMath.Tanh({cell})";

    public void WriteBackward(SourceWriter writer, VectorWidth width, ModelPlan plan)
    {
        VectorWidth fitting = width.Fitting(plan.GateUnits);
        string vector = "Vector" + fitting.Bits;
        var units = new UnitVector(vector, "k", GateStride: plan.GateUnitsName);
        writer.Open($"for (nuint k = 0; k < {plan.GateUnitsName}; k += {fitting.Lanes})");
        writer.Lines($"""
            {vector}<float> i = {units.LoadGate("step", 0)};
            {vector}<float> f = {units.LoadGate("step", 1)};
            {vector}<float> g = {units.LoadGate("step", 2)};
            {vector}<float> o = {units.LoadGate("step", 3)};
            {vector}<float> tanh = VectorMath.Tanh({units.Load("next", 1)});
            {vector}<float> ds = {units.Load("gradient")};
            {vector}<float> dc = {units.Load("cellGradient")} + VectorMath.TanhGradient(tanh, ds * o);
            {units.StoreGate("VectorMath.SigmoidGradient(i, dc * g)", "step", 0)}
            {units.StoreGate($"VectorMath.SigmoidGradient(f, dc * {units.Load("previous", 1)})", "step", 1)}
            {units.StoreGate("VectorMath.TanhGradient(g, dc * i)", "step", 2)}
            {units.StoreGate("VectorMath.SigmoidGradient(o, ds * tanh)", "step", 3)}
            {units.Store("(dc * f)", "previousCellGradient")}
            """);
        writer.Close();
    }
}
