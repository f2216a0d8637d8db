using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnGen.Numerics;

/// <content>On vectors of 512 bits.</content>
public static partial class Softmax
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Normalize512(ref float row, int classes, out float max, out int best)
    {
        if (classes <= Lanes)
        {
            return NormalizeGroup512(ref row, classes, out max, out best);
        }

        (float largest, bool hasNaN) = Max512(ref row, classes);
        max = largest;
        best = hasNaN ? IndexOfMaxOrNaN(ref row, classes) : IndexOf(ref row, classes, largest);
        Vector512<float> shift = Vector512.Create(largest);
        Vector512<float> sums = Vector512<float>.Zero;
        for (int k = 0; k < classes; k += Lanes)
        {
            Vector512<float> exponentials = Exponentials512(Logits512(ref row, k, classes) - shift, k, classes);
            exponentials.StoreUnsafe(ref row, (nuint)k);
            sums += exponentials;
        }

        float sum = AddLanes(sums.GetLower() + sums.GetUpper());
        Vector512<float> scale = Vector512.Create(1f / sum);
        for (int k = 0; k < classes; k += Lanes)
        {
            (Vector512.LoadUnsafe(ref row, (nuint)k) * scale).StoreUnsafe(ref row, (nuint)k);
        }

        return sum;
    }

    // One group: all of it in registers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float NormalizeGroup512(ref float row, int classes, out float max, out int best)
    {
        Vector512<float> logits = Logits512(ref row, 0, classes);
        Vector256<float> half = Vector256.MaxNative(logits.GetLower(), logits.GetUpper());
        max = MaxLane(Vector128.MaxNative(half.GetLower(), half.GetUpper()));
        Vector512<float> exponentials = Exponentials512(logits - Vector512.Create(max), 0, classes);
        float sum = AddLanes(exponentials.GetLower() + exponentials.GetUpper());
        best = BitOperations.TrailingZeroCount(Vector512.Equals(logits, Vector512.Create(max)).ExtractMostSignificantBits());
        if (float.IsNaN(sum))
        {
            best = IndexOfMaxOrNaN(ref row, classes);
        }

        (exponentials * Vector512.Create(1f / sum)).StoreUnsafe(ref row);
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (float Max, bool HasNaN) Max512(ref float row, int classes)
    {
        Vector512<float> max = Vector512.Create(float.NegativeInfinity);
        Vector512<float> numbers = Vector512<float>.AllBitsSet;
        for (int k = 0; k < classes; k += Lanes)
        {
            Vector512<float> logits = Logits512(ref row, k, classes);
            max = Vector512.MaxNative(logits, max);
            numbers &= Vector512.Equals(logits, logits);
        }

        Vector256<float> half = Vector256.MaxNative(max.GetLower(), max.GetUpper());
        return (MaxLane(Vector128.MaxNative(half.GetLower(), half.GetUpper())), numbers.AsInt32() != Vector512<int>.AllBitsSet);
    }

    // Past the last class -infinity, which is no maximum.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Logits512(ref float row, int k, int classes) => Vector512.ConditionalSelect(
        IsClass512(k, classes), Vector512.LoadUnsafe(ref row, (nuint)k), Vector512.Create(float.NegativeInfinity));

    // Past the last class 0, but not as e^-infinity: a product that underflows takes some processors a hundred cycles.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Exponentials512(Vector512<float> exponents, int k, int classes)
    {
        Vector512<float> isClass = IsClass512(k, classes);
        return isClass & VectorMath.Exp(isClass & exponents);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> IsClass512(int k, int classes) => Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(classes - k)).AsSingle();
}
