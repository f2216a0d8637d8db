using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RnnGen.Numerics;

/// <summary>Softmax over any number of classes: p[k] = e^logit[k] / sum of e^logit.</summary>
/// <remarks>
/// <para>
/// Works on padded rows, as the emitted kernels leave them: 16 numbers for every 16 classes or part of them, so that no loop has a tail.
/// What stands in the padding is not read; where a row is written, its padding becomes 0.
/// </para>
/// <para>
/// The same bits on every machine with fused multiply-add: the sum runs in 16 lanes, lane l over the classes l, l + 16, l + 32, ... in
/// order, and the lanes are added in halves (16, 8, 4, 2, 1), whatever the width of a vector.
/// </para>
/// </remarks>
public static partial class Softmax
{
    /// <summary>A row is this long, or a multiple of it.</summary>
    public const int Lanes = 16;

    /// <summary>How long the row of a number of classes is: <paramref name="classes"/> rounded up to a multiple of <see cref="Lanes"/>.</summary>
    /// <param name="classes">0 to 2^31 - 16.</param>
    public static int RowLength(int classes) => (classes + Lanes - 1) & -Lanes;

    /// <summary>Turns logits into probabilities in place.</summary>
    /// <remarks>
    /// The largest logit is subtracted first, so that no exponential overflows; a probability below 2^-149 is 0. A NaN among the logits,
    /// or a largest logit that is infinite, makes every probability NaN.
    /// </remarks>
    /// <param name="row"><see cref="RowLength"/> numbers, the first <paramref name="classes"/> of them logits; on return probabilities.</param>
    /// <param name="classes">How many classes there are: 1 or more.</param>
    /// <returns>The index of the first largest logit, as <see cref="IndexOfMax"/> finds it.</returns>
    /// <exception cref="ArgumentException"><paramref name="row"/> has a wrong length, or <paramref name="classes"/> is below 1.</exception>
    public static int Normalize(Span<float> row, int classes)
    {
        ThrowIfNotRow(row, classes);
        _ = NormalizeRow(row, classes, out _, out int best);
        return best;
    }

    /// <summary>The index of the first largest value; of the first NaN if there is one.</summary>
    /// <param name="row"><see cref="RowLength"/> numbers, of which the first <paramref name="classes"/> count.</param>
    /// <param name="classes">How many classes there are: 1 or more.</param>
    /// <exception cref="ArgumentException"><paramref name="row"/> has a wrong length, or <paramref name="classes"/> is below 1.</exception>
    public static int IndexOfMax(ReadOnlySpan<float> row, int classes)
    {
        ThrowIfNotRow(row, classes);
        ref float first = ref MemoryMarshal.GetReference(row);
        (float max, bool hasNaN) = Vector512.IsHardwareAccelerated ? Max512(ref first, classes)
            : Vector256.IsHardwareAccelerated ? Max256(ref first, classes)
            : Max128(ref first, classes);
        return hasNaN ? IndexOfMaxOrNaN(ref first, classes) : IndexOf(ref first, classes, max);
    }

    /// <summary>Softmax of a row whose length was checked.</summary>
    /// <returns>The sum of e^(logit - max).</returns>
    internal static float NormalizeRow(Span<float> row, int classes, out float max, out int best)
    {
        ref float first = ref MemoryMarshal.GetReference(row);
        return Vector512.IsHardwareAccelerated ? Normalize512(ref first, classes, out max, out best)
            : Vector256.IsHardwareAccelerated ? Normalize256(ref first, classes, out max, out best)
            : Normalize128(ref first, classes, out max, out best);
    }

    internal static void ThrowIfNotRow(ReadOnlySpan<float> row, int classes)
    {
        if (classes < 1 || row.Length != RowLength(classes))
        {
            throw new ArgumentException(
                $"The row of {classes} classes has {row.Length} numbers; it must have {RowLength(classes)}, for at least one class.", nameof(row));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int IndexOf(ref float row, int classes, float max)
    {
        Vector256<float> wanted = Vector256.Create(max);
        int k = 0;
        while (k < classes - 8 && !Vector256.EqualsAny(Vector256.LoadUnsafe(ref row, (nuint)k), wanted))
        {
            k += 8;
        }

        uint equal = Vector256.Equals(Vector256.LoadUnsafe(ref row, (nuint)k), wanted).ExtractMostSignificantBits();
        return k + BitOperations.TrailingZeroCount(equal);
    }

    // For the rare row that has a NaN, or an infinite maximum, of which no comparison of vectors tells the place.
    private static int IndexOfMaxOrNaN(ref float row, int classes)
    {
        int best = 0;
        for (int k = 0; k < classes; k++)
        {
            float value = Unsafe.Add(ref row, k);
            if (float.IsNaN(value))
            {
                return k;
            }

            best = value > Unsafe.Add(ref row, best) ? k : best;
        }

        return best;
    }
}
