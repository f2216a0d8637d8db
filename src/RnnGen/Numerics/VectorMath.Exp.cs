using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnGen.Numerics;

public static partial class VectorMath
{
    private const float ExpOverflow = 89f;
    private const float ExpUnderflow = -104f;
    private const float Log2E = 1.44269504f;

    // Adding 1.5 * 2^23 rounds to an integer, which is then in the low bits.
    private const float RoundToInteger = 12582912f;

    // ln 2 = Ln2High + Ln2Low. Ln2High has ten bits, so that a multiple of it is exact with and without fused multiply-add.
    private const float Ln2High = 0.693359375f;
    private const float Ln2Low = -2.12194440e-4f;

    // e^r = 1 + r (1 + E2 r + ... + E6 r^5) for |r| up to ln(2)/2: least largest relative error (Lawson's reweighted least squares),
    // the lowest rounded to a float before the rest were fitted again. What remains is 0.06 units of 2^-24.
    private const float E2 = 0.49999994f;
    private const float E3 = 0.166665211f;
    private const float E4 = 0.0416682661f;
    private const float E5 = 0.00836867746f;
    private const float E6 = 0.00138207339f;

    private const int ExponentBias = 127;
    private const int MantissaBits = 23;

    /// <summary>e^x, with the bits of a lane of <see cref="Exp(Vector128{float})"/>.</summary>
    /// <param name="x">Any float.</param>
    public static float Exp(float x) => Exp(Vector128.CreateScalar(x)).ToScalar();

    /// <summary>e^x in every lane.</summary>
    /// <remarks>
    /// Largest error 1.15 units in the last place, found by trying all 2^32 floats. 0 gives 1; above 88.72 the result is infinity; below
    /// -87.33 it is subnormal and, from -103.98 on, 0; NaN gives NaN.
    /// </remarks>
    /// <param name="x">Any floats.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Exp(Vector128<float> x)
    {
        // Past these ends the result is infinite or 0. MinNative and MaxNative take their second operand where either is NaN.
        Vector128<float> clamped = Vector128.MinNative(
            Vector128.Create(ExpOverflow), Vector128.MaxNative(Vector128.Create(ExpUnderflow), x));
        (Vector128<float> shiftedN, Vector128<float> r, Vector128<float> quotient) = ReduceExp(clamped);

        // 2^n in two factors: one would overflow before the result does, and underflow where the result is subnormal.
        Vector128<int> n = shiftedN.AsInt32() - Vector128.Create(RoundToInteger).AsInt32();
        Vector128<int> half = n >> 1;
        Vector128<float> scale = ((half + Vector128.Create(ExponentBias)) << MantissaBits).AsSingle();
        Vector128<float> rest = ((n - half + Vector128.Create(ExponentBias)) << MantissaBits).AsSingle();
        return Vector128.MultiplyAddEstimate(r * scale, quotient, scale) * rest;
    }

    /// <inheritdoc cref="Exp(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x)
    {
        // Past these ends the result is infinite or 0. MinNative and MaxNative take their second operand where either is NaN.
        Vector256<float> clamped = Vector256.MinNative(
            Vector256.Create(ExpOverflow), Vector256.MaxNative(Vector256.Create(ExpUnderflow), x));
        (Vector256<float> shiftedN, Vector256<float> r, Vector256<float> quotient) = ReduceExp(clamped);

        // 2^n in two factors: one would overflow before the result does, and underflow where the result is subnormal.
        Vector256<int> n = shiftedN.AsInt32() - Vector256.Create(RoundToInteger).AsInt32();
        Vector256<int> half = n >> 1;
        Vector256<float> scale = ((half + Vector256.Create(ExponentBias)) << MantissaBits).AsSingle();
        Vector256<float> rest = ((n - half + Vector256.Create(ExponentBias)) << MantissaBits).AsSingle();
        return Vector256.MultiplyAddEstimate(r * scale, quotient, scale) * rest;
    }

    /// <inheritdoc cref="Exp(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x)
    {
        // Past these ends the result is infinite or 0. MinNative and MaxNative take their second operand where either is NaN.
        Vector512<float> clamped = Vector512.MinNative(
            Vector512.Create(ExpOverflow), Vector512.MaxNative(Vector512.Create(ExpUnderflow), x));
        (Vector512<float> shiftedN, Vector512<float> r, Vector512<float> quotient) = ReduceExp(clamped);

        // 2^n in two factors: one would overflow before the result does, and underflow where the result is subnormal.
        Vector512<int> n = shiftedN.AsInt32() - Vector512.Create(RoundToInteger).AsInt32();
        Vector512<int> half = n >> 1;
        Vector512<float> scale = ((half + Vector512.Create(ExponentBias)) << MantissaBits).AsSingle();
        Vector512<float> rest = ((n - half + Vector512.Create(ExponentBias)) << MantissaBits).AsSingle();
        return Vector512.MultiplyAddEstimate(r * scale, quotient, scale) * rest;
    }

    // x = n ln 2 + r, |r| <= ln(2)/2, for |x| < 1000; n comes with RoundToInteger added. The quotient is (e^r - 1) / r.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128<float> ShiftedN, Vector128<float> R, Vector128<float> Quotient) ReduceExp(Vector128<float> x)
    {
        Vector128<float> shiftedN = Vector128.MultiplyAddEstimate(x, Vector128.Create(Log2E), Vector128.Create(RoundToInteger));
        Vector128<float> n = shiftedN - Vector128.Create(RoundToInteger);
        Vector128<float> r = Vector128.MultiplyAddEstimate(n, Vector128.Create(-Ln2High), x);
        r = Vector128.MultiplyAddEstimate(n, Vector128.Create(-Ln2Low), r);

        Vector128<float> r2 = r * r;
        Vector128<float> r4 = r2 * r2;
        Vector128<float> q21 = Vector128.MultiplyAddEstimate(r, Vector128.Create(E2), Vector128<float>.One);
        Vector128<float> q43 = Vector128.MultiplyAddEstimate(r, Vector128.Create(E4), Vector128.Create(E3));
        Vector128<float> q65 = Vector128.MultiplyAddEstimate(r, Vector128.Create(E6), Vector128.Create(E5));
        Vector128<float> q41 = Vector128.MultiplyAddEstimate(r2, q43, q21);
        return (shiftedN, r, Vector128.MultiplyAddEstimate(r4, q65, q41));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> ShiftedN, Vector256<float> R, Vector256<float> Quotient) ReduceExp(Vector256<float> x)
    {
        Vector256<float> shiftedN = Vector256.MultiplyAddEstimate(x, Vector256.Create(Log2E), Vector256.Create(RoundToInteger));
        Vector256<float> n = shiftedN - Vector256.Create(RoundToInteger);
        Vector256<float> r = Vector256.MultiplyAddEstimate(n, Vector256.Create(-Ln2High), x);
        r = Vector256.MultiplyAddEstimate(n, Vector256.Create(-Ln2Low), r);

        Vector256<float> r2 = r * r;
        Vector256<float> r4 = r2 * r2;
        Vector256<float> q21 = Vector256.MultiplyAddEstimate(r, Vector256.Create(E2), Vector256<float>.One);
        Vector256<float> q43 = Vector256.MultiplyAddEstimate(r, Vector256.Create(E4), Vector256.Create(E3));
        Vector256<float> q65 = Vector256.MultiplyAddEstimate(r, Vector256.Create(E6), Vector256.Create(E5));
        Vector256<float> q41 = Vector256.MultiplyAddEstimate(r2, q43, q21);
        return (shiftedN, r, Vector256.MultiplyAddEstimate(r4, q65, q41));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<float> ShiftedN, Vector512<float> R, Vector512<float> Quotient) ReduceExp(Vector512<float> x)
    {
        Vector512<float> shiftedN = Vector512.MultiplyAddEstimate(x, Vector512.Create(Log2E), Vector512.Create(RoundToInteger));
        Vector512<float> n = shiftedN - Vector512.Create(RoundToInteger);
        Vector512<float> r = Vector512.MultiplyAddEstimate(n, Vector512.Create(-Ln2High), x);
        r = Vector512.MultiplyAddEstimate(n, Vector512.Create(-Ln2Low), r);

        Vector512<float> r2 = r * r;
        Vector512<float> r4 = r2 * r2;
        Vector512<float> q21 = Vector512.MultiplyAddEstimate(r, Vector512.Create(E2), Vector512<float>.One);
        Vector512<float> q43 = Vector512.MultiplyAddEstimate(r, Vector512.Create(E4), Vector512.Create(E3));
        Vector512<float> q65 = Vector512.MultiplyAddEstimate(r, Vector512.Create(E6), Vector512.Create(E5));
        Vector512<float> q41 = Vector512.MultiplyAddEstimate(r2, q43, q21);
        return (shiftedN, r, Vector512.MultiplyAddEstimate(r4, q65, q41));
    }
}
