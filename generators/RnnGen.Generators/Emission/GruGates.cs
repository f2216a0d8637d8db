using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Emission;

/// <summary>
/// The gates of a GRU, in PyTorch's order: r, z, n. A step keeps r, z, the recurrent part of the candidate within the reset, and n; backward, their
/// places take the gradients: the first three are those of the recurrent product, and r, z and n those of the input.
/// </summary>
internal sealed class GruGates : IGates
{
    public string ForwardText => "r, z = sigmoid; h = W_n s_(t-1) + d; n = tanh(U_n x_t + b_n + r h); s_t = n + z (s_(t-1) - n)";

    public string BackwardText =>
        "a_n = ds_t (1 - z), a_r = a_n h and a_z = ds_t (s_(t-1) - n), each times the slope of its gate, and a_h = a_n r; ds_t z goes on to s_(t-1)";

    public string BackwardParameters => "ref float step, ref float previous, ref float gradient, ref float previousGradient";

    public bool CarriesGradient => true;

    public void WriteForward(SourceWriter writer, VectorWidth width, bool hasBias)
    {
        string vector = "Vector" + width.Bits;
        writer.Line("ref float candidateBias = ref Unsafe.Add(ref cell, CandidateBias);");
        writer.Open($"for (nuint k = 0; k < HiddenStride; k += {width.Lanes})");
        writer.Lines($"""
            {vector}<float> r = VectorMath.Sigmoid(
                {vector}.LoadUnsafe(ref step, k) + {Input(vector, "k", hasBias)});
            {vector}<float> z = VectorMath.Sigmoid(
                {vector}.LoadUnsafe(ref step, HiddenStride + k) + {Input(vector, "HiddenStride + k", hasBias)});
            {vector}<float> h = {vector}.LoadUnsafe(ref step, 2 * HiddenStride + k) + {vector}.LoadUnsafe(ref candidateBias, k);
            {vector}<float> n = VectorMath.Tanh({vector}.MultiplyAddEstimate(
                r, h, {Input(vector, "2 * HiddenStride + k", hasBias, isTerm: false)}));
            r.StoreUnsafe(ref step, k);
            z.StoreUnsafe(ref step, HiddenStride + k);
            h.StoreUnsafe(ref step, 2 * HiddenStride + k);
            n.StoreUnsafe(ref step, 3 * HiddenStride + k);
            {vector}.MultiplyAddEstimate(z, {vector}.LoadUnsafe(ref previous, k) - n, n).StoreUnsafe(ref next, k);
            """);
        writer.Close();
    }

    public void WriteBackward(SourceWriter writer, VectorWidth width, bool hasGradientEveryStep)
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
            {Carried(vector, hasGradientEveryStep)}.StoreUnsafe(ref previousGradient, k);
            """);
        writer.Close();
    }

    /// <summary>What goes on to the state before past the gates, with what has reached its gradient from elsewhere.</summary>
    public static string Carried(string vector, bool hasGradientEveryStep) => hasGradientEveryStep
        ? $"{vector}.MultiplyAddEstimate(ds, z, {vector}.LoadUnsafe(ref previousGradient, k))"
        : "(ds * z)";

    /// <summary>What the input contributes to a gate, with the bias where it is yet to be added.</summary>
    public static string Input(string vector, string place, bool hasBias, bool isTerm = true)
    {
        string input = $"{vector}.LoadUnsafe(ref input, {place})";
        string sum = hasBias ? $"{input} + {vector}.LoadUnsafe(ref bias, {place})" : input;
        return hasBias && isTerm ? $"({sum})" : sum;
    }
}
