using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RnnGen.Numerics;

/// <summary>Mean squared error against true numbers: the losses, and their gradients by the outputs.</summary>
/// <remarks>
/// <para>
/// Works on padded rows like those of <see cref="Softmax"/>, one after another, a row for each observation. What stands in the padding is not read; where a
/// row is written, its padding becomes 0.
/// </para>
/// <para>
/// The same bits on every machine: the sum runs in 16 lanes, lane l over the outputs l, l + 16, l + 32, ... in order, and the lanes are added in halves (16,
/// 8, 4, 2, 1). Four vectors of 128 bits serve every machine: a regressor has few outputs.
/// </para>
/// </remarks>
public static class SquaredError
{
    /// <summary>Gives the losses: the mean over the outputs of (y - t)^2. The outputs stay as they are.</summary>
    /// <param name="rows"><see cref="Softmax.RowLength"/> numbers for each observation, the first <paramref name="outputs"/> of them outputs y.</param>
    /// <param name="outputs">How many outputs there are: 1 or more.</param>
    /// <param name="values">The true numbers t, in rows like <paramref name="rows"/>.</param>
    /// <param name="targets">0 or more for an observation that has true numbers; a negative one's loss is left alone.</param>
    /// <param name="losses">Receives the losses.</param>
    /// <exception cref="ArgumentException">The spans do not hold the same number of observations.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(
        ReadOnlySpan<float> rows, int outputs, ReadOnlySpan<float> values, ReadOnlySpan<int> targets, Span<float> losses)
    {
        ThrowIfNotRows(rows, outputs, targets.Length, nameof(rows));
        ThrowIfNotRows(values, outputs, targets.Length, nameof(values));
        ThrowIfShorter(losses.Length, targets.Length, nameof(losses));
        int stride = Softmax.RowLength(outputs);
        for (int i = 0; i < targets.Length; i++)
        {
            if (targets[i] >= 0)
            {
                losses[i] = SumOfSquares(rows.Slice(i * stride, stride), values.Slice(i * stride, stride), outputs) / outputs;
            }
        }
    }

    /// <summary>Turns outputs into the gradients by them in place: weight x 2 (y - t) / outputs.</summary>
    /// <param name="rows">The rows that <see cref="Forward"/> read; the gradients on return.</param>
    /// <param name="outputs">How many outputs there are: 1 or more.</param>
    /// <param name="values">The true numbers t, in rows like <paramref name="rows"/>.</param>
    /// <param name="targets">0 or more for an observation that has true numbers; the row of a negative one becomes 0.</param>
    /// <param name="weights">What each observation's loss counts in the total.</param>
    /// <exception cref="ArgumentException">The spans do not hold the same number of observations.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward(
        Span<float> rows, int outputs, ReadOnlySpan<float> values, ReadOnlySpan<int> targets, ReadOnlySpan<float> weights)
    {
        ThrowIfNotRows(rows, outputs, targets.Length, nameof(rows));
        ThrowIfNotRows(values, outputs, targets.Length, nameof(values));
        ThrowIfShorter(weights.Length, targets.Length, nameof(weights));
        int stride = Softmax.RowLength(outputs);
        for (int i = 0; i < targets.Length; i++)
        {
            Span<float> row = rows.Slice(i * stride, stride);
            if (targets[i] < 0)
            {
                row.Clear();
                continue;
            }

            Vector128<float> factor = Vector128.Create(2f * weights[i] / outputs);
            ref float y = ref MemoryMarshal.GetReference(row);
            ref float t = ref MemoryMarshal.GetReference(values[(i * stride)..]);
            for (int k = 0; k < stride; k += Vector128<float>.Count)
            {
                (factor * Difference(ref y, ref t, k, outputs)).StoreUnsafe(ref y, (nuint)k);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float SumOfSquares(ReadOnlySpan<float> row, ReadOnlySpan<float> values, int outputs)
    {
        ref float y = ref MemoryMarshal.GetReference(row);
        ref float t = ref MemoryMarshal.GetReference(values);
        Vector128<float> lanes0 = default, lanes4 = default, lanes8 = default, lanes12 = default;
        for (int k = 0; k < row.Length; k += Softmax.Lanes)
        {
            Vector128<float> d0 = Difference(ref y, ref t, k, outputs);
            Vector128<float> d4 = Difference(ref y, ref t, k + 4, outputs);
            Vector128<float> d8 = Difference(ref y, ref t, k + 8, outputs);
            Vector128<float> d12 = Difference(ref y, ref t, k + 12, outputs);

            // Multiplied and then added: without a fused instruction there are no bits that hardware could change.
            lanes0 += d0 * d0;
            lanes4 += d4 * d4;
            lanes8 += d8 * d8;
            lanes12 += d12 * d12;
        }

        Vector128<float> four = (lanes0 + lanes8) + (lanes4 + lanes12);
        return (four[0] + four[2]) + (four[1] + four[3]);
    }

    /// <summary>y - t of four outputs from the <paramref name="k"/>-th on; 0 in the padding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Difference(ref float y, ref float t, int k, int outputs)
    {
        Vector128<float> difference = Vector128.LoadUnsafe(ref y, (nuint)k) - Vector128.LoadUnsafe(ref t, (nuint)k);
        Vector128<int> present = Vector128.LessThan(Vector128.Create(k) + Vector128<int>.Indices, Vector128.Create(outputs));
        return Vector128.ConditionalSelect(present.AsSingle(), difference, Vector128<float>.Zero);
    }

    private static void ThrowIfNotRows(ReadOnlySpan<float> rows, int outputs, int count, string name)
    {
        if (outputs < 1 || rows.Length != (long)count * Softmax.RowLength(outputs))
        {
            throw new ArgumentException(
                $"{count} rows of {outputs} outputs have {rows.Length} numbers; each must have {Softmax.RowLength(outputs)}, for at least one output.",
                name);
        }
    }

    private static void ThrowIfShorter(int length, int count, string name)
    {
        if (length < count)
        {
            throw new ArgumentException($"The span has {length} elements for {count} rows.", name);
        }
    }
}
