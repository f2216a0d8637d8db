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

    public void WriteForward(SourceWriter writer, VectorWidth width, bool hasBias)
    {
        string vector = "Vector" + width.Bits;
        writer.Open($"for (nuint k = 0; k < HiddenStride; k += {width.Lanes})");
        writer.Lines($"""
            {vector}<float> i = VectorMath.Sigmoid(
                {PreActivation(vector, "k", hasBias)});
            {vector}<float> f = VectorMath.Sigmoid(
                {PreActivation(vector, "HiddenStride + k", hasBias)});
            {vector}<float> g = VectorMath.Tanh(
                {PreActivation(vector, "2 * HiddenStride + k", hasBias)});
            {vector}<float> o = VectorMath.Sigmoid(
                {PreActivation(vector, "3 * HiddenStride + k", hasBias)});
            {vector}<float> c = {vector}.MultiplyAddEstimate(i, g, f * {vector}.LoadUnsafe(ref previous, HiddenStride + k));
            i.StoreUnsafe(ref step, k);
            f.StoreUnsafe(ref step, HiddenStride + k);
            g.StoreUnsafe(ref step, 2 * HiddenStride + k);
            o.StoreUnsafe(ref step, 3 * HiddenStride + k);
            (o * VectorMath.Tanh(c)).StoreUnsafe(ref next, k);
            c.StoreUnsafe(ref next, HiddenStride + k);
            """);
        writer.Close();
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

    private static string PreActivation(string vector, string place, bool hasBias)
    {
        string input = $"{vector}.LoadUnsafe(ref input, {place})";
        return $"{vector}.LoadUnsafe(ref step, {place}) + " + (hasBias ? $"({input} + {vector}.LoadUnsafe(ref bias, {place}))" : input);
    }
}
