using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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
        Span<double> margins = stackalloc double[Group];
        for (int first = 0; first < targets.Length; first += Group)
        {
            int end = Math.Min(first + Group, targets.Length);
            int row = first;
            int together = Softmax.TurnsRowsAtOnce && classes <= Softmax.Lanes ? first : end;
            while (row < end)
            {
                if (row >= together && row <= end - Softmax.RowsAtOnce)
                {
                    if (TryForwardRows(
                        rows.Slice(row * stride), classes, targets.Slice(row), sums.Slice(row - first), margins.Slice(row - first), predicted.Slice(row)))
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
                    float logit = logits[targets[row]];
                    sums[row - first] = Softmax.NormalizeRow(logits, classes, out float max, out predicted[row]);
                    margins[row - first] = (double)max - logit;
                }

                row++;
            }

            for (int i = first; i < end; i++)
            {
                if (targets[i] >= 0)
                {
                    losses[i] = (float)(ScalarMath.Log(sums[i - first]) + margins[i - first]);
                }
            }
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
        Span<float> rows, int classes, ReadOnlySpan<int> targets, Span<float> sums, Span<double> margins, Span<int> predicted)
    {
        const int Count = Softmax.RowsAtOnce;
        for (int i = 0; i < Count; i++)
        {
            if ((uint)targets[i] >= (uint)classes)
            {
                return false;
            }

            margins[i] = rows[(i * Softmax.Lanes) + targets[i]];
        }

        Span<float> largest = stackalloc float[Count];
        if (!Softmax.TryNormalizeRows(ref rows[0], classes, ref sums[0], ref largest[0], ref predicted[0]))
        {
            return false;
        }

        for (int i = 0; i < Count; i++)
        {
            margins[i] = (double)largest[i] - margins[i];
        }

        return true;
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
