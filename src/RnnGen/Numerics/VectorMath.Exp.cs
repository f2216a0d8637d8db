using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnGen.Numerics;

public static partial class VectorMath
{
    private const float ExpOverflow = 89f;
    private const float ExpUnderflow = -104f;

    // Adding 1.5 * 2^23 rounds to an integer, which is then in the low bits.
    private const float RoundToInteger = 12582912f;

    private const int ExponentBias = 127;
    private const int MantissaBits = 23;

    // The low bits of n choose an entry of a table, the others are the exponent.
    private const int TableBits = 4;

    /// <summary>e^x, with the bits of a lane of <see cref="Exp(Vector128{float})"/>.</summary>
    /// <param name="x">Any float.</param>
    public static float Exp(float x) => Exp(Vector128.CreateScalar(x)).ToScalar();

    /// <summary>e^x in every lane.</summary>
    /// <remarks>
    /// Largest error 0.77 units in the last place, found by trying all 2^32 floats. 0 gives 1; above 88.72 the result is infinity; below
    /// -87.33 it is subnormal and, from -103.98 on, 0; NaN gives NaN.
    /// </remarks>
    /// <param name="x">Any floats.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Exp(Vector128<float> x)
    {
        // Past these ends the result is infinite or 0. x comes second, or a NaN in it would be lost: x86 takes the second operand where either is NaN. (ARM64 gives NaN in any order.)
        Vector128<float> clamped = Vector128.MinNative(
            Vector128.Create(ExpOverflow), Vector128.MaxNative(Vector128.Create(ExpUnderflow), x));
        (Vector128<int> shiftedN, Vector128<float> r) = ReduceExp(clamped);
        Vector128<byte> entries = LaneTable.Entries(shiftedN);
        Vector128<float> p10 = r + LaneTable.Lookup(ExpTable.P0, entries);
        Vector128<float> p32 = Vector128.MultiplyAddEstimate(r, Vector128.Create(ExpTable.P3), Vector128.Create(ExpTable.P2));
        Vector128<float> p = Vector128.MultiplyAddEstimate(r * r, p32, p10);

        // 2^(n/16) in two factors: one would overflow before the result does, and underflow where the result is subnormal.
        Vector128<int> half = (shiftedN - Vector128.Create(RoundToInteger).AsInt32()) >> (TableBits + 1);
        Vector128<float> scale = ScaleExp(LaneTable.Lookup(ExpTable.Scale, entries), shiftedN - (half << TableBits));
        Vector128<float> rest = ((half + Vector128.Create(ExponentBias)) << MantissaBits).AsSingle();
        return Vector128.MultiplyAddEstimate(scale, p, scale) * rest;
    }

    /// <inheritdoc cref="Exp(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x)
    {
        // Past these ends the result is infinite or 0. x comes second, or a NaN in it would be lost: x86 takes the second operand where either is NaN. (ARM64 gives NaN in any order.)
        Vector256<float> clamped = Vector256.MinNative(
            Vector256.Create(ExpOverflow), Vector256.MaxNative(Vector256.Create(ExpUnderflow), x));
        (Vector256<int> shiftedN, Vector256<float> r) = ReduceExp(clamped);
        Vector256<float> p10 = r + LaneTable.Lookup(ExpTable.P0, shiftedN);
        Vector256<float> p32 = Vector256.MultiplyAddEstimate(r, Vector256.Create(ExpTable.P3), Vector256.Create(ExpTable.P2));
        Vector256<float> p = Vector256.MultiplyAddEstimate(r * r, p32, p10);

        // 2^(n/16) in two factors: one would overflow before the result does, and underflow where the result is subnormal.
        Vector256<int> half = (shiftedN - Vector256.Create(RoundToInteger).AsInt32()) >> (TableBits + 1);
        Vector256<float> scale = ScaleExp(LaneTable.Lookup(ExpTable.Scale, shiftedN), shiftedN - (half << TableBits));
        Vector256<float> rest = ((half + Vector256.Create(ExponentBias)) << MantissaBits).AsSingle();
        return Vector256.MultiplyAddEstimate(scale, p, scale) * rest;
    }

    /// <inheritdoc cref="Exp(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x)
    {
        // Past these ends the result is infinite or 0. x comes second, or a NaN in it would be lost: x86 takes the second operand where either is NaN. (ARM64 gives NaN in any order.)
        Vector512<float> clamped = Vector512.MinNative(
            Vector512.Create(ExpOverflow), Vector512.MaxNative(Vector512.Create(ExpUnderflow), x));
        (Vector512<int> shiftedN, Vector512<float> r) = ReduceExp(clamped);
        Vector512<float> p10 = r + LaneTable.Lookup(ExpTable.P0, shiftedN);
        Vector512<float> p32 = Vector512.MultiplyAddEstimate(r, Vector512.Create(ExpTable.P3), Vector512.Create(ExpTable.P2));
        Vector512<float> p = Vector512.MultiplyAddEstimate(r * r, p32, p10);

        // 2^(n/16) in two factors: one would overflow before the result does, and underflow where the result is subnormal.
        Vector512<int> half = (shiftedN - Vector512.Create(RoundToInteger).AsInt32()) >> (TableBits + 1);
        Vector512<float> scale = ScaleExp(LaneTable.Lookup(ExpTable.Scale, shiftedN), shiftedN - (half << TableBits));
        Vector512<float> rest = ((half + Vector512.Create(ExponentBias)) << MantissaBits).AsSingle();
        return Vector512.MultiplyAddEstimate(scale, p, scale) * rest;
    }

    // x = n ln(2)/16 + r, |r| <= ln(2)/32, for |x| below 170.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128<int> ShiftedN, Vector128<float> R) ReduceExp(Vector128<float> x)
    {
        (Vector128<int> shiftedN, Vector128<float> n) = CountSteps(x);
        Vector128<float> r = Vector128.MultiplyAddEstimate(n, Vector128.Create(-ExpTable.StepHigh), x);
        return (shiftedN, Vector128.MultiplyAddEstimate(n, Vector128.Create(-ExpTable.StepLow), r));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<int> ShiftedN, Vector256<float> R) ReduceExp(Vector256<float> x)
    {
        (Vector256<int> shiftedN, Vector256<float> n) = CountSteps(x);
        Vector256<float> r = Vector256.MultiplyAddEstimate(n, Vector256.Create(-ExpTable.StepHigh), x);
        return (shiftedN, Vector256.MultiplyAddEstimate(n, Vector256.Create(-ExpTable.StepLow), r));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<int> ShiftedN, Vector512<float> R) ReduceExp(Vector512<float> x)
    {
        (Vector512<int> shiftedN, Vector512<float> n) = CountSteps(x);
        Vector512<float> r = Vector512.MultiplyAddEstimate(n, Vector512.Create(-ExpTable.StepHigh), x);
        return (shiftedN, Vector512.MultiplyAddEstimate(n, Vector512.Create(-ExpTable.StepLow), r));
    }

    // How many steps of ln(2)/16 are nearest to x, as a number and as bits, to which those of RoundToInteger are added.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128<int> ShiftedN, Vector128<float> N) CountSteps(Vector128<float> x)
    {
        Vector128<float> shiftedN = Vector128.MultiplyAddEstimate(
            x, Vector128.Create(ExpTable.StepsPerUnit), Vector128.Create(RoundToInteger));
        return (shiftedN.AsInt32(), shiftedN - Vector128.Create(RoundToInteger));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<int> ShiftedN, Vector256<float> N) CountSteps(Vector256<float> x)
    {
        Vector256<float> shiftedN = Vector256.MultiplyAddEstimate(
            x, Vector256.Create(ExpTable.StepsPerUnit), Vector256.Create(RoundToInteger));
        return (shiftedN.AsInt32(), shiftedN - Vector256.Create(RoundToInteger));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<int> ShiftedN, Vector512<float> N) CountSteps(Vector512<float> x)
    {
        Vector512<float> shiftedN = Vector512.MultiplyAddEstimate(
            x, Vector512.Create(ExpTable.StepsPerUnit), Vector512.Create(RoundToInteger));
        return (shiftedN.AsInt32(), shiftedN - Vector512.Create(RoundToInteger));
    }

    // An entry of a table, whose bits lack what n adds to the fraction, times 2^(n/16). The bits of RoundToInteger are shifted out.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ScaleExp(Vector128<float> entry, Vector128<int> shiftedN) =>
        (entry.AsInt32() + (shiftedN << (MantissaBits - TableBits))).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ScaleExp(Vector256<float> entry, Vector256<int> shiftedN) =>
        (entry.AsInt32() + (shiftedN << (MantissaBits - TableBits))).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ScaleExp(Vector512<float> entry, Vector512<int> shiftedN) =>
        (entry.AsInt32() + (shiftedN << (MantissaBits - TableBits))).AsSingle();
}
