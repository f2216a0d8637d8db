using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnGen.Numerics;

public static partial class VectorMath
{
    /// <summary>tanh x, with the bits of a lane of <see cref="Tanh(Vector128{float})"/>.</summary>
    /// <param name="x">Any float.</param>
    public static float Tanh(float x) => Tanh(Vector128.CreateScalar(x)).ToScalar();

    /// <summary>tanh x in every lane.</summary>
    /// <remarks>
    /// <para>
    /// Largest error 1.45 units in the last place (ulp), found by trying all 2^32 floats. Odd; never above 1 in magnitude; ±0 gives ±0,
    /// anything from ±9.1 on gives ±1, NaN gives NaN.
    /// </para>
    /// <para>
    /// A step of a small network waits for its tanh, so what counts is the chain of dependent operations: here interval, lookup, and a
    /// polynomial by Estrin's scheme, with no division. T0 + T1 d + T2 d^2 is ready when the rest is, which one last operation multiplies by d^3 and adds:
    /// multiplying the rest by d alone, T0 last of all, errs by 1.09 ulp at most, but takes four cycles more. (A quotient of two polynomials takes longer, for its
    /// division, and was 3.6 ulp at best: dividend, divisor and quotient are each rounded at full size.)
    /// </para>
    /// </remarks>
    /// <param name="x">Any floats.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Tanh(Vector128<float> x)
    {
        (Vector128<float> d, Vector128<float> q21, Vector128<float> q53, Vector128<float> t0) = TanhTerms(x);
        Vector128<float> result = Vector128.MultiplyAddEstimate(d * d * d, q53, Vector128.MultiplyAddEstimate(d, q21, t0));
        return result | (x & Vector128.Create(-0f));
    }

    /// <inheritdoc cref="Tanh(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x)
    {
        (Vector256<float> d, Vector256<float> q21, Vector256<float> q53, Vector256<float> t0) = TanhTerms(x);
        Vector256<float> result = Vector256.MultiplyAddEstimate(d * d * d, q53, Vector256.MultiplyAddEstimate(d, q21, t0));
        return result | (x & Vector256.Create(-0f));
    }

    /// <inheritdoc cref="Tanh(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x)
    {
        (Vector512<float> d, Vector512<float> q21, Vector512<float> q53, Vector512<float> t0) = TanhTerms(x);
        Vector512<float> result = Vector512.MultiplyAddEstimate(d * d * d, q53, Vector512.MultiplyAddEstimate(d, q21, t0));
        return result | (x & Vector512.Create(-0f));
    }

    // Of |x|: tanh is T0 + d Q21 + d^3 Q53, d being the distance from the middle of the interval.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128<float> D, Vector128<float> Q21, Vector128<float> Q53, Vector128<float> T0) TanhTerms(Vector128<float> x)
    {
        // x comes second, or a NaN in it would be lost: x86 takes the second operand where either is NaN. (ARM64 gives NaN in any order.)
        Vector128<float> magnitude = Vector128.MinNative(Vector128.Create(TanhTable.Saturation), Vector128.Abs(x));
        Vector128<float> u = Vector128.MultiplyAddEstimate(
            magnitude, Vector128.Create(TanhTable.Scale), Vector128.Create(TanhTable.Offset));
        Vector128<byte> interval = LaneTable.Entries(u.AsInt32() >>> TanhTable.FractionBits);

        Vector128<float> d = magnitude - LaneTable.Lookup(TanhTable.Centre, interval);
        Vector128<float> q21 = Vector128.MultiplyAddEstimate(
            d, LaneTable.Lookup(TanhTable.T2, interval), LaneTable.Lookup(TanhTable.T1, interval));
        Vector128<float> q43 = Vector128.MultiplyAddEstimate(
            d, LaneTable.Lookup(TanhTable.T4, interval), LaneTable.Lookup(TanhTable.T3, interval));
        Vector128<float> q53 = Vector128.MultiplyAddEstimate(d * d, LaneTable.Lookup(TanhTable.T5, interval), q43);
        return (d, q21, q53, LaneTable.Lookup(TanhTable.T0, interval));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> D, Vector256<float> Q21, Vector256<float> Q53, Vector256<float> T0) TanhTerms(Vector256<float> x)
    {
        // x comes second, or a NaN in it would be lost: x86 takes the second operand where either is NaN. (ARM64 gives NaN in any order.)
        Vector256<float> magnitude = Vector256.MinNative(Vector256.Create(TanhTable.Saturation), Vector256.Abs(x));
        Vector256<float> u = Vector256.MultiplyAddEstimate(
            magnitude, Vector256.Create(TanhTable.Scale), Vector256.Create(TanhTable.Offset));
        Vector256<int> interval = u.AsInt32() >>> TanhTable.FractionBits;

        Vector256<float> d = magnitude - LaneTable.Lookup(TanhTable.Centre, interval);
        Vector256<float> q21 = Vector256.MultiplyAddEstimate(
            d, LaneTable.Lookup(TanhTable.T2, interval), LaneTable.Lookup(TanhTable.T1, interval));
        Vector256<float> q43 = Vector256.MultiplyAddEstimate(
            d, LaneTable.Lookup(TanhTable.T4, interval), LaneTable.Lookup(TanhTable.T3, interval));
        Vector256<float> q53 = Vector256.MultiplyAddEstimate(d * d, LaneTable.Lookup(TanhTable.T5, interval), q43);
        return (d, q21, q53, LaneTable.Lookup(TanhTable.T0, interval));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<float> D, Vector512<float> Q21, Vector512<float> Q53, Vector512<float> T0) TanhTerms(Vector512<float> x)
    {
        // x comes second, or a NaN in it would be lost: x86 takes the second operand where either is NaN. (ARM64 gives NaN in any order.)
        Vector512<float> magnitude = Vector512.MinNative(Vector512.Create(TanhTable.Saturation), Vector512.Abs(x));
        Vector512<float> u = Vector512.MultiplyAddEstimate(
            magnitude, Vector512.Create(TanhTable.Scale), Vector512.Create(TanhTable.Offset));
        Vector512<int> interval = u.AsInt32() >>> TanhTable.FractionBits;

        Vector512<float> d = magnitude - LaneTable.Lookup(TanhTable.Centre, interval);
        Vector512<float> q21 = Vector512.MultiplyAddEstimate(
            d, LaneTable.Lookup(TanhTable.T2, interval), LaneTable.Lookup(TanhTable.T1, interval));
        Vector512<float> q43 = Vector512.MultiplyAddEstimate(
            d, LaneTable.Lookup(TanhTable.T4, interval), LaneTable.Lookup(TanhTable.T3, interval));
        Vector512<float> q53 = Vector512.MultiplyAddEstimate(d * d, LaneTable.Lookup(TanhTable.T5, interval), q43);
        return (d, q21, q53, LaneTable.Lookup(TanhTable.T0, interval));
    }
}
