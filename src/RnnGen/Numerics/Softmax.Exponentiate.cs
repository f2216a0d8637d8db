using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RnnGen.Numerics;

public static partial class Softmax
{
    private const int Lanes = 16;

    // Replaces each value v by e^(v - max) and returns their sum, in the order that the remarks on the class promise.
    private static float Exponentiate(Span<float> values, float max)
    {
        // The last group is filled up with -infinity, of which the exponential is 0.
        int whole = values.Length & -Lanes;
        Span<float> last = stackalloc float[Lanes];
        last.Fill(float.NegativeInfinity);
        values[whole..].CopyTo(last);
        float sum = Vector512.IsHardwareAccelerated ? Exponentiate512(values[..whole], last, max)
            : Vector256.IsHardwareAccelerated ? Exponentiate256(values[..whole], last, max)
            : Exponentiate128(values[..whole], last, max);
        last[..(values.Length - whole)].CopyTo(values[whole..]);
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Exponentiate512(Span<float> groups, Span<float> last, float max)
    {
        Vector512<float> shift = Vector512.Create(max);
        Vector512<float> sum = Vector512<float>.Zero;
        ref float first = ref MemoryMarshal.GetReference(groups);
        for (nuint k = 0; k < (nuint)groups.Length; k += Lanes)
        {
            sum += ExponentiateVector(ref first, k, shift);
        }

        first = ref MemoryMarshal.GetReference(last);
        sum += ExponentiateVector(ref first, 0, shift);
        return AddLanes(sum.GetLower() + sum.GetUpper());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ExponentiateVector(ref float first, nuint offset, Vector512<float> shift)
    {
        Vector512<float> result = VectorMath.Exp(Vector512.LoadUnsafe(ref first, offset) - shift);
        result.StoreUnsafe(ref first, offset);
        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Exponentiate256(Span<float> groups, Span<float> last, float max)
    {
        Vector256<float> shift = Vector256.Create(max);
        Vector256<float> sum0 = Vector256<float>.Zero;
        Vector256<float> sum1 = Vector256<float>.Zero;
        ref float first = ref MemoryMarshal.GetReference(groups);
        for (nuint k = 0; k < (nuint)groups.Length; k += Lanes)
        {
            sum0 += ExponentiateVector(ref first, k, shift);
            sum1 += ExponentiateVector(ref first, k + 8, shift);
        }

        first = ref MemoryMarshal.GetReference(last);
        sum0 += ExponentiateVector(ref first, 0, shift);
        sum1 += ExponentiateVector(ref first, 8, shift);
        return AddLanes(sum0 + sum1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ExponentiateVector(ref float first, nuint offset, Vector256<float> shift)
    {
        Vector256<float> result = VectorMath.Exp(Vector256.LoadUnsafe(ref first, offset) - shift);
        result.StoreUnsafe(ref first, offset);
        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Exponentiate128(Span<float> groups, Span<float> last, float max)
    {
        Vector128<float> shift = Vector128.Create(max);
        Vector128<float> sum0 = Vector128<float>.Zero;
        Vector128<float> sum1 = Vector128<float>.Zero;
        Vector128<float> sum2 = Vector128<float>.Zero;
        Vector128<float> sum3 = Vector128<float>.Zero;
        ref float first = ref MemoryMarshal.GetReference(groups);
        for (nuint k = 0; k < (nuint)groups.Length; k += Lanes)
        {
            sum0 += ExponentiateVector(ref first, k, shift);
            sum1 += ExponentiateVector(ref first, k + 4, shift);
            sum2 += ExponentiateVector(ref first, k + 8, shift);
            sum3 += ExponentiateVector(ref first, k + 12, shift);
        }

        first = ref MemoryMarshal.GetReference(last);
        sum0 += ExponentiateVector(ref first, 0, shift);
        sum1 += ExponentiateVector(ref first, 4, shift);
        sum2 += ExponentiateVector(ref first, 8, shift);
        sum3 += ExponentiateVector(ref first, 12, shift);
        return AddLanes((sum0 + sum2) + (sum1 + sum3));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ExponentiateVector(ref float first, nuint offset, Vector128<float> shift)
    {
        Vector128<float> result = VectorMath.Exp(Vector128.LoadUnsafe(ref first, offset) - shift);
        result.StoreUnsafe(ref first, offset);
        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float AddLanes(Vector256<float> lanes) => AddLanes(lanes.GetLower() + lanes.GetUpper());

    // (0 + 2) + (1 + 3): Vector128.Sum leaves its order to the platform.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float AddLanes(Vector128<float> lanes) => (lanes[0] + lanes[2]) + (lanes[1] + lanes[3]);
}
