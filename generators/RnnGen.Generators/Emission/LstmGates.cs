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

    public void WriteForward(SourceWriter writer, GateOperands operands)
    {
        UnitVector units = operands.Units;
        string vector = units.Type;
        writer.Lines($"""
            {vector}<float> i = VectorMath.Sigmoid(
                {operands.Recurrent(0)} + {operands.InputTerm(0)});
            {vector}<float> f = VectorMath.Sigmoid(
                {operands.Recurrent(1)} + {operands.InputTerm(1)});
            {vector}<float> g = VectorMath.Tanh(
                {operands.Recurrent(2)} + {operands.InputTerm(2)});
            {vector}<float> o = VectorMath.Sigmoid(
                {operands.Recurrent(3)} + {operands.InputTerm(3)});
            {vector}<float> c = {vector}.MultiplyAddEstimate(i, g, f * {units.Load("previous", 1)});
            """);
        if (operands.KeepsGates)
        {
            writer.Lines($"""
                {units.Store("i", "step")}
                {units.Store("f", "step", 1)}
                {units.Store("g", "step", 2)}
                {units.Store("o", "step", 3)}
                """);
        }

        writer.Lines($"""
            {vector}<float> s = o * VectorMath.Tanh(c);
            {units.Store("s", "next")}
            {units.Store("c", "next", 1)}
            """);
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
