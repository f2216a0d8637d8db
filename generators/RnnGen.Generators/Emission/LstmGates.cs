using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>The gates of an LSTM, in PyTorch's order: i, f, g, o. A state's row is s and then c.</summary>
internal sealed class LstmGates : IGates
{
    public string ForwardText => "i, f, o = sigmoid, g = tanh; c_t = f c_(t-1) + i g; s_t = o tanh(c_t)";

    public string BackwardParameters =>
        "ref float step, ref float previous, ref float next, ref float gradient, ref float previousCellGradient, ref float cellGradient";

    public bool CarriesGradient => false;

    public void WriteForward(SourceWriter writer, VectorWidth width)
    {
        string vector = "Vector" + width.Bits;
        writer.Open($"for (nuint n = 0; n < HiddenStride; n += {width.Lanes})");
        writer.Lines($"""
            {vector}<float> i = VectorMath.Sigmoid({PreActivation(vector, "n")});
            {vector}<float> f = VectorMath.Sigmoid({PreActivation(vector, "HiddenStride + n")});
            {vector}<float> g = VectorMath.Tanh({PreActivation(vector, "2 * HiddenStride + n")});
            {vector}<float> o = VectorMath.Sigmoid({PreActivation(vector, "3 * HiddenStride + n")});
            {vector}<float> c = {vector}.MultiplyAddEstimate(i, g, f * {vector}.LoadUnsafe(ref previous, HiddenStride + n));
            i.StoreUnsafe(ref step, n);
            f.StoreUnsafe(ref step, HiddenStride + n);
            g.StoreUnsafe(ref step, 2 * HiddenStride + n);
            o.StoreUnsafe(ref step, 3 * HiddenStride + n);
            (o * VectorMath.Tanh(c)).StoreUnsafe(ref next, n);
            c.StoreUnsafe(ref next, HiddenStride + n);
            """);
        writer.Close();
    }

    public void WriteBackward(SourceWriter writer, VectorWidth width, bool hasOutputEveryStep)
    {
        string vector = "Vector" + width.Bits;
        writer.Open($"for (nuint n = 0; n < HiddenStride; n += {width.Lanes})");
        writer.Lines($"""
            {vector}<float> i = {vector}.LoadUnsafe(ref step, n);
            {vector}<float> f = {vector}.LoadUnsafe(ref step, HiddenStride + n);
            {vector}<float> g = {vector}.LoadUnsafe(ref step, 2 * HiddenStride + n);
            {vector}<float> o = {vector}.LoadUnsafe(ref step, 3 * HiddenStride + n);
            {vector}<float> tanh = VectorMath.Tanh({vector}.LoadUnsafe(ref next, HiddenStride + n));
            {vector}<float> ds = {vector}.LoadUnsafe(ref gradient, n);
            {vector}<float> dc = {vector}.LoadUnsafe(ref cellGradient, n) + VectorMath.TanhGradient(tanh, ds * o);
            VectorMath.SigmoidGradient(i, dc * g).StoreUnsafe(ref step, n);
            VectorMath.SigmoidGradient(f, dc * {vector}.LoadUnsafe(ref previous, HiddenStride + n)).StoreUnsafe(ref step, HiddenStride + n);
            VectorMath.TanhGradient(g, dc * i).StoreUnsafe(ref step, 2 * HiddenStride + n);
            VectorMath.SigmoidGradient(o, ds * tanh).StoreUnsafe(ref step, 3 * HiddenStride + n);
            (dc * f).StoreUnsafe(ref previousCellGradient, n);
            """);
        writer.Close();
    }

    private static string PreActivation(string vector, string place) =>
        $"{vector}.LoadUnsafe(ref step, {place}) + ({vector}.LoadUnsafe(ref input, {place}) + {vector}.LoadUnsafe(ref bias, {place}))";
}
