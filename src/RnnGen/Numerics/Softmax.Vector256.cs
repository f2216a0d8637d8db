using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnGen.Numerics;

/// <content>On vectors of 256 bits.</content>
public static partial class Softmax
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Normalize256(ref float row, int classes, out float max, out int best)
    {
        if (classes <= Lanes)
        {
            return NormalizeGroup256(ref row, classes, out max, out best);
        }

        (float largest, bool hasNaN) = Max256(ref row, classes);
        max = largest;
        best = hasNaN ? IndexOfMaxOrNaN(ref row, classes) : IndexOf(ref row, classes, largest);
        Vector256<float> shift = Vector256.Create(largest);
        Vector256<float> sums0 = Vector256<float>.Zero;
        Vector256<float> sums1 = Vector256<float>.Zero;
        for (int k = 0; k < classes; k += Lanes)
        {
            Vector256<float> exponentials0 = Exponentials256(Logits256(ref row, k, classes) - shift, k, classes);
            Vector256<float> exponentials1 = Exponentials256(Logits256(ref row, k + 8, classes) - shift, k + 8, classes);
            exponentials0.StoreUnsafe(ref row, (nuint)k);
            exponentials1.StoreUnsafe(ref row, (nuint)k + 8);
            sums0 += exponentials0;
            sums1 += exponentials1;
        }

        float sum = AddLanes(sums0 + sums1);
        Vector256<float> scale = Vector256.Create(1f / sum);
        for (int k = 0; k < classes; k += Lanes)
        {
            (Vector256.LoadUnsafe(ref row, (nuint)k) * scale).StoreUnsafe(ref row, (nuint)k);
            (Vector256.LoadUnsafe(ref row, (nuint)k + 8) * scale).StoreUnsafe(ref row, (nuint)k + 8);
        }

        return sum;
    }

    // One group: all of it in registers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float NormalizeGroup256(ref float row, int classes, out float max, out int best)
    {
        Vector256<float> logits0 = Logits256(ref row, 0, classes);
        Vector256<float> logits1 = Logits256(ref row, 8, classes);
        Vector256<float> pairs = Vector256.MaxNative(logits0, logits1);
        max = MaxLane(Vector128.MaxNative(pairs.GetLower(), pairs.GetUpper()));
        Vector256<float> shift = Vector256.Create(max);
        Vector256<float> exponentials0 = Exponentials256(logits0 - shift, 0, classes);
        Vector256<float> exponentials1 = Exponentials256(logits1 - shift, 8, classes);
        float sum = AddLanes(exponentials0 + exponentials1);
        uint equal = Vector256.Equals(logits0, shift).ExtractMostSignificantBits()
            | (Vector256.Equals(logits1, shift).ExtractMostSignificantBits() << 8);
        best = BitOperations.TrailingZeroCount(equal);
        if (float.IsNaN(sum))
        {
            best = IndexOfMaxOrNaN(ref row, classes);
        }

        Vector256<float> scale = Vector256.Create(1f / sum);
        (exponentials0 * scale).StoreUnsafe(ref row);
        (exponentials1 * scale).StoreUnsafe(ref row, 8);
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (float Max, bool HasNaN) Max256(ref float row, int classes)
    {
        Vector256<float> max = Vector256.Create(float.NegativeInfinity);
        Vector256<float> numbers = Vector256<float>.AllBitsSet;
        for (int k = 0; k < classes; k += 8)
        {
            Vector256<float> logits = Logits256(ref row, k, classes);
            max = Vector256.MaxNative(logits, max);
            numbers &= Vector256.Equals(logits, logits);
        }

        return (MaxLane(Vector128.MaxNative(max.GetLower(), max.GetUpper())), numbers.AsInt32() != Vector256<int>.AllBitsSet);
    }

    // Past the last class -infinity, which is no maximum.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Logits256(ref float row, int k, int classes) => Vector256.ConditionalSelect(
        IsClass256(k, classes), Vector256.LoadUnsafe(ref row, (nuint)k), Vector256.Create(float.NegativeInfinity));

    // Past the last class 0, but not as e^-infinity: a product that underflows takes some processors a hundred cycles.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Exponentials256(Vector256<float> exponents, int k, int classes)
    {
        Vector256<float> isClass = IsClass256(k, classes);
        return isClass & VectorMath.Exp(isClass & exponents);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> IsClass256(int k, int classes) => Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(classes - k)).AsSingle();
}
