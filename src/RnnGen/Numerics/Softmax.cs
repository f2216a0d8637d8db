using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace RnnGen.Numerics;

/// <summary>Softmax over any number of classes: p[k] = e^logit[k] / sum of e^logit.</summary>
/// <remarks>
/// The same bits on every machine with fused multiply-add: the sum runs in 16 lanes, lane l over the classes l, l + 16, l + 32, ... in
/// order, and the lanes are added in halves (16, 8, 4, 2, 1), whatever the width of a vector.
/// </remarks>
public static partial class Softmax
{
    /// <summary>Turns logits into probabilities in place.</summary>
    /// <remarks>
    /// The largest logit is subtracted first, so that no exponential overflows; a probability below 2^-149 is 0. A NaN among the logits,
    /// or a largest logit that is infinite, makes every probability NaN.
    /// </remarks>
    /// <param name="logits">1 or more logits; on return probabilities, which add up to 1 but for rounding.</param>
    /// <returns>The index of the first largest logit, as <see cref="IndexOfMax"/> finds it.</returns>
    /// <exception cref="ArgumentException"><paramref name="logits"/> is empty.</exception>
    public static int Normalize(Span<float> logits)
    {
        int best = IndexOfMax(logits);
        _ = NormalizeBy(logits, logits[best]);
        return best;
    }

    /// <summary>The index of the first largest value; of the first NaN if there is one.</summary>
    /// <param name="values">1 or more values.</param>
    /// <exception cref="ArgumentException"><paramref name="values"/> is empty.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int IndexOfMax(ReadOnlySpan<float> values)
    {
        if (values.IsEmpty)
        {
            throw new ArgumentException("The span was empty; it must hold at least one number.", nameof(values));
        }

        float max = Max(values);
        int k = 0;
        if (!float.IsNaN(max))
        {
            var wanted = new Vector<float>(max);
            while (k <= values.Length - Vector<float>.Count && !Vector.EqualsAny(new Vector<float>(values[k..]), wanted))
            {
                k += Vector<float>.Count;
            }
        }

        // Equals, and not ==, because it finds a NaN.
        while (!values[k].Equals(max))
        {
            k++;
        }

        return k;
    }

    /// <summary>Turns logits into probabilities in place, given the largest of them.</summary>
    /// <returns>The sum of e^(logit - max).</returns>
    internal static float NormalizeBy(Span<float> logits, float max)
    {
        float sum = Exponentiate(logits, max);
        Scale(logits, 1f / sum);
        return sum;
    }

    /// <summary>Multiplies every value by <paramref name="factor"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Scale(Span<float> values, float factor)
    {
        int k = 0;
        for (; k <= values.Length - Vector<float>.Count; k += Vector<float>.Count)
        {
            Span<float> group = values.Slice(k, Vector<float>.Count);
            (new Vector<float>(group) * factor).CopyTo(group);
        }

        for (; k < values.Length; k++)
        {
            values[k] *= factor;
        }
    }

    // NaN if any value is: Vector.Max and MathF.Max are the maximum of IEEE 754:2019. A maximum is the same in any order.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Max(ReadOnlySpan<float> values)
    {
        float max = float.NegativeInfinity;
        int k = 0;
        if (values.Length >= Vector<float>.Count)
        {
            var lanes = new Vector<float>(float.NegativeInfinity);
            for (; k <= values.Length - Vector<float>.Count; k += Vector<float>.Count)
            {
                lanes = Vector.Max(lanes, new Vector<float>(values[k..]));
            }

            for (int lane = 0; lane < Vector<float>.Count; lane++)
            {
                max = MathF.Max(max, lanes[lane]);
            }
        }

        for (; k < values.Length; k++)
        {
            max = MathF.Max(max, values[k]);
        }

        return max;
    }
}
