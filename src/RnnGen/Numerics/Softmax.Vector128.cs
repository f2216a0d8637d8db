using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnGen.Numerics;

/// <content>On vectors of 128 bits.</content>
public static partial class Softmax
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Normalize128(ref float row, int classes, out float max, out int best)
    {
        if (classes <= Lanes)
        {
            return NormalizeGroup128(ref row, classes, out max, out best);
        }

        (float largest, bool hasNaN) = Max128(ref row, classes);
        max = largest;
        best = hasNaN ? IndexOfMaxOrNaN(ref row, classes) : IndexOf(ref row, classes, largest);
        Vector128<float> shift = Vector128.Create(largest);
        Vector128<float> sums0 = Vector128<float>.Zero;
        Vector128<float> sums1 = Vector128<float>.Zero;
        Vector128<float> sums2 = Vector128<float>.Zero;
        Vector128<float> sums3 = Vector128<float>.Zero;
        for (int k = 0; k < classes; k += Lanes)
        {
            sums0 += Exponentiate128(ref row, k, classes, shift);
            sums1 += Exponentiate128(ref row, k + 4, classes, shift);
            sums2 += Exponentiate128(ref row, k + 8, classes, shift);
            sums3 += Exponentiate128(ref row, k + 12, classes, shift);
        }

        float sum = AddLanes((sums0 + sums2) + (sums1 + sums3));
        Vector128<float> scale = Vector128.Create(1f / sum);
        for (int k = 0; k < RowLength(classes); k += 4)
        {
            (Vector128.LoadUnsafe(ref row, (nuint)k) * scale).StoreUnsafe(ref row, (nuint)k);
        }

        return sum;
    }

    // One group: all of it in registers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float NormalizeGroup128(ref float row, int classes, out float max, out int best)
    {
        Vector128<float> logits0 = Logits128(ref row, 0, classes);
        Vector128<float> logits1 = Logits128(ref row, 4, classes);
        Vector128<float> logits2 = Logits128(ref row, 8, classes);
        Vector128<float> logits3 = Logits128(ref row, 12, classes);
        max = MaxLane(Vector128.MaxNative(Vector128.MaxNative(logits0, logits1), Vector128.MaxNative(logits2, logits3)));
        Vector128<float> shift = Vector128.Create(max);
        Vector128<float> exponentials0 = Exponentials128(logits0 - shift, 0, classes);
        Vector128<float> exponentials1 = Exponentials128(logits1 - shift, 4, classes);
        Vector128<float> exponentials2 = Exponentials128(logits2 - shift, 8, classes);
        Vector128<float> exponentials3 = Exponentials128(logits3 - shift, 12, classes);
        float sum = AddLanes((exponentials0 + exponentials2) + (exponentials1 + exponentials3));
        uint equal = Vector128.Equals(logits0, shift).ExtractMostSignificantBits()
            | (Vector128.Equals(logits1, shift).ExtractMostSignificantBits() << 4)
            | (Vector128.Equals(logits2, shift).ExtractMostSignificantBits() << 8)
            | (Vector128.Equals(logits3, shift).ExtractMostSignificantBits() << 12);
        best = BitOperations.TrailingZeroCount(equal);
        if (float.IsNaN(sum))
        {
            best = IndexOfMaxOrNaN(ref row, classes);
        }

        Vector128<float> scale = Vector128.Create(1f / sum);
        (exponentials0 * scale).StoreUnsafe(ref row);
        (exponentials1 * scale).StoreUnsafe(ref row, 4);
        (exponentials2 * scale).StoreUnsafe(ref row, 8);
        (exponentials3 * scale).StoreUnsafe(ref row, 12);
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Exponentiate128(ref float row, int k, int classes, Vector128<float> shift)
    {
        Vector128<float> exponentials = Exponentials128(Logits128(ref row, k, classes) - shift, k, classes);
        exponentials.StoreUnsafe(ref row, (nuint)k);
        return exponentials;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (float Max, bool HasNaN) Max128(ref float row, int classes)
    {
        Vector128<float> max = Vector128.Create(float.NegativeInfinity);
        Vector128<float> numbers = Vector128<float>.AllBitsSet;
        for (int k = 0; k < classes; k += 4)
        {
            Vector128<float> logits = Logits128(ref row, k, classes);
            max = Vector128.MaxNative(logits, max);
            numbers &= Vector128.Equals(logits, logits);
        }

        return (MaxLane(max), numbers.AsInt32() != Vector128<int>.AllBitsSet);
    }

    // Past the last class -infinity, which is no maximum.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Logits128(ref float row, int k, int classes) => Vector128.ConditionalSelect(
        IsClass128(k, classes), Vector128.LoadUnsafe(ref row, (nuint)k), Vector128.Create(float.NegativeInfinity));

    // Past the last class 0, but not as e^-infinity: a product that underflows takes some processors a hundred cycles.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Exponentials128(Vector128<float> exponents, int k, int classes)
    {
        Vector128<float> isClass = IsClass128(k, classes);
        return isClass & VectorMath.Exp(isClass & exponents);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> IsClass128(int k, int classes) => Vector128.LessThan(Vector128<int>.Indices, Vector128.Create(classes - k)).AsSingle();

    // The pairs in this order on every machine: Vector128.Sum leaves it to the platform.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float AddLanes(Vector256<float> lanes) => AddLanes(lanes.GetLower() + lanes.GetUpper());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float AddLanes(Vector128<float> lanes)
    {
        Vector128<float> pairs = lanes + Vector128.Shuffle(lanes, Vector128.Create(2, 3, 0, 1));
        return (pairs + Vector128.Shuffle(pairs, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float MaxLane(Vector128<float> lanes)
    {
        Vector128<float> pairs = Vector128.MaxNative(lanes, Vector128.Shuffle(lanes, Vector128.Create(2, 3, 0, 1)));
        return Vector128.MaxNative(pairs, Vector128.Shuffle(pairs, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }
}
