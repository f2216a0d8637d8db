using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RnnGen.Numerics;

/// <summary>Softmax followed by cross-entropy against the true classes: the losses, and their gradients by the logits.</summary>
/// <remarks>Works on the padded rows of <see cref="Softmax"/>, one after another, a row for each observation.</remarks>
public static class CrossEntropy
{
    /// <summary>Rows whose logarithms are taken together: one by one they would wait for the softmax before them.</summary>
    private const int Group = 64;

    /// <summary>Turns logits into probabilities in place, with the bits of <see cref="Softmax.Normalize"/>, and gives the losses.</summary>
    /// <remarks>
    /// A loss is -ln p[target] in nats, 0 or more: ln(sum of e^(logit - max)) + max - logit[target], finite for finite logits, even
    /// where p[target] is too small for a float. NaN where <see cref="Softmax.Normalize"/> makes the probabilities NaN.
    /// </remarks>
    /// <param name="rows">
    /// <see cref="Softmax.RowLength"/> numbers for each observation, the first <paramref name="classes"/> of them logits; probabilities
    /// on return.
    /// </param>
    /// <param name="classes">How many classes there are: 1 or more.</param>
    /// <param name="targets">The true classes, each below <paramref name="classes"/>. A row with a negative one is left alone.</param>
    /// <param name="losses">Receives the losses.</param>
    /// <param name="predicted">Receives the index of the first largest logit of each row.</param>
    /// <exception cref="ArgumentException">The spans do not hold the same number of observations.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A target is too large. The rows before it have been turned.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(Span<float> rows, int classes, ReadOnlySpan<int> targets, Span<float> losses, Span<int> predicted)
    {
        ThrowIfNotRows(rows, classes, targets.Length);
        ThrowIfShorter(losses.Length, targets.Length, nameof(losses));
        ThrowIfShorter(predicted.Length, targets.Length, nameof(predicted));
        int stride = Softmax.RowLength(classes);
        Span<float> sums = stackalloc float[Group];
        Span<float> largest = stackalloc float[Group];
        Span<float> trueLogits = stackalloc float[Group];
        Span<float> columns = AlignedMemory.Align(stackalloc float[Softmax.RowsMemory + AlignedMemory.Slack], Softmax.RowsMemory);
        for (int first = 0; first < targets.Length; first += Group)
        {
            int end = Math.Min(first + Group, targets.Length);
            int row = first;
            int together = Softmax.TurnsRowsAtOnce && classes <= Softmax.Lanes ? first : end;
            while (row < end)
            {
                if (row >= together && row <= end - Softmax.RowsAtOnce)
                {
                    int place = row - first;
                    if (TryForwardRows(
                        rows.Slice(row * stride), classes, targets.Slice(row), columns, sums.Slice(place), largest.Slice(place), trueLogits.Slice(place), predicted.Slice(row)))
                    {
                        row += Softmax.RowsAtOnce;
                        continue;
                    }

                    // One of them needs to be turned alone: all are, rather than to try again with each.
                    together = row + Softmax.RowsAtOnce;
                }

                if (targets[row] >= 0)
                {
                    ThrowIfNotClass(targets, row, classes);
                    Span<float> logits = rows.Slice(row * stride, stride);
                    trueLogits[row - first] = logits[targets[row]];
                    sums[row - first] = Softmax.NormalizeRow(logits, classes, out largest[row - first], out predicted[row]);
                }

                row++;
            }

            WriteLosses(sums, largest, trueLogits, targets[first..end], losses[first..]);
        }
    }

    /// <summary>Turns probabilities into the gradients by the logits in place: weight (p - onehot(target)).</summary>
    /// <param name="rows">The rows that <see cref="Forward"/> left; the gradients on return.</param>
    /// <param name="classes">How many classes there are: 1 or more.</param>
    /// <param name="targets">The true classes, each below <paramref name="classes"/>. The row of a negative one becomes 0.</param>
    /// <param name="weights">What each observation's loss counts in the total.</param>
    /// <exception cref="ArgumentException">The spans do not hold the same number of observations.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A target is too large. The rows before it have been turned.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward(Span<float> rows, int classes, ReadOnlySpan<int> targets, ReadOnlySpan<float> weights)
    {
        ThrowIfNotRows(rows, classes, targets.Length);
        ThrowIfShorter(weights.Length, targets.Length, nameof(weights));
        int stride = Softmax.RowLength(classes);
        for (int i = 0; i < targets.Length; i++)
        {
            Span<float> row = rows.Slice(i * stride, stride);
            if (targets[i] < 0)
            {
                row.Clear();
                continue;
            }

            ThrowIfNotClass(targets, i, classes);
            ref float first = ref MemoryMarshal.GetReference(row);
            if (Vector512.IsHardwareAccelerated && stride == Softmax.Lanes)
            {
                Vector512<float> isTarget = Vector512.Equals(Vector512<int>.Indices, Vector512.Create(targets[i])).AsSingle();
                ((Vector512.LoadUnsafe(ref first) - (isTarget & Vector512<float>.One)) * weights[i]).StoreUnsafe(ref first);
                continue;
            }

            var weight = new Vector<float>(weights[i]);
            var target = new Vector<int>(targets[i]);
            Vector<int> indices = Vector<int>.Indices;
            for (int k = 0; k < stride; k += Vector<float>.Count)
            {
                // Subtracted in the register: a number written alone would be waited for when it is read back as part of a vector.
                Vector<float> hot = Vector.ConditionalSelect(Vector.Equals(indices, target), Vector<float>.One, Vector<float>.Zero);
                ((Vector.LoadUnsafe(ref first, (nuint)k) - hot) * weight).StoreUnsafe(ref first, (nuint)k);
                indices += new Vector<int>(Vector<int>.Count);
            }
        }
    }

    /// <summary>As many rows as softmax turns side by side, if all of them count.</summary>
    private static bool TryForwardRows(
        Span<float> rows,
        int classes,
        ReadOnlySpan<int> targets,
        Span<float> columns,
        Span<float> sums,
        Span<float> largest,
        Span<float> trueLogits,
        Span<int> predicted)
    {
        for (int i = 0; i < Softmax.RowsAtOnce; i++)
        {
            if ((uint)targets[i] >= (uint)classes)
            {
                return false;
            }

            trueLogits[i] = rows[(i * Softmax.Lanes) + targets[i]];
        }

        return Softmax.TryNormalizeRows(ref rows[0], classes, ref columns[0], ref sums[0], ref largest[0], ref predicted[0]);
    }

    /// <summary>ln(sum) + (max - logit) in double precision, of a group of rows; only those with a target are written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void WriteLosses(
        ReadOnlySpan<float> sums, ReadOnlySpan<float> largest, ReadOnlySpan<float> trueLogits, ReadOnlySpan<int> targets, Span<float> losses)
    {
        Span<float> ofGroup = stackalloc float[Group];
        for (int i = 0; i < targets.Length; i += Vector<float>.Count)
        {
            Vector.Widen(new Vector<float>(sums[i..]), out Vector<double> lowerSum, out Vector<double> upperSum);
            Vector.Widen(new Vector<float>(largest[i..]), out Vector<double> lowerMax, out Vector<double> upperMax);
            Vector.Widen(new Vector<float>(trueLogits[i..]), out Vector<double> lowerLogit, out Vector<double> upperLogit);
            Vector.Narrow(
                VectorMath.LogOfSum(lowerSum) + (lowerMax - lowerLogit), VectorMath.LogOfSum(upperSum) + (upperMax - upperLogit)).CopyTo(ofGroup[i..]);
        }

        for (int i = 0; i < targets.Length; i++)
        {
            if (targets[i] >= 0)
            {
                losses[i] = ofGroup[i];
            }
        }
    }

    private static void ThrowIfNotRows(ReadOnlySpan<float> rows, int classes, int count)
    {
        if (classes < 1 || rows.Length != (long)count * Softmax.RowLength(classes))
        {
            throw new ArgumentException(
                $"{count} rows of {classes} classes have {rows.Length} numbers; each must have {Softmax.RowLength(classes)}, for at least one class.",
                nameof(rows));
        }
    }

    private static void ThrowIfShorter(int length, int count, string name)
    {
        if (length < count)
        {
            throw new ArgumentException($"The span has {length} elements for {count} rows.", name);
        }
    }

    private static void ThrowIfNotClass(ReadOnlySpan<int> targets, int index, int classes)
    {
        if (targets[index] >= classes)
        {
            throw new ArgumentOutOfRangeException(nameof(targets), targets[index], $"The true class {index} must be below {classes}.");
        }
    }
}
