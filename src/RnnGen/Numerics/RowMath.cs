using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RnnGen.Numerics;

/// <summary>Element by element over rows of states: what makes a summary of a sequence out of its steps. The same bits for every vector width.</summary>
public static class RowMath
{
    /// <summary>
    /// How many steps of a stream a mean sums up before sum and number are halved: 2^20. From there on the steps of before count half, so that the mean of an endless stream is one over its
    /// last 500,000 to a million steps. At this number a sum of floats still takes a step in with an error of a few percent of the step; at 2^24 it would take in nothing.
    /// </summary>
    public const int MostSummedSteps = 1 << 20;

    /// <summary>Adds a row to another.</summary>
    /// <param name="row">What is added.</param>
    /// <param name="sum">Receives the sum; as long as <paramref name="row"/>.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(ReadOnlySpan<float> row, Span<float> sum)
    {
        CheckLengths(row, sum);
        ref float from = ref MemoryMarshal.GetReference(row);
        ref float to = ref MemoryMarshal.GetReference(sum);
        int i = 0;
        for (; i <= row.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            (Vector.LoadUnsafe(ref to, (nuint)i) + Vector.LoadUnsafe(ref from, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
        }

        for (; i < row.Length; i++)
        {
            sum[i] += row[i];
        }
    }

    /// <summary>Keeps the larger of two rows, element by element; of equal elements the one that was there.</summary>
    /// <param name="row">What may be larger.</param>
    /// <param name="largest">Receives the larger; as long as <paramref name="row"/>.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Max(ReadOnlySpan<float> row, Span<float> largest)
    {
        CheckLengths(row, largest);
        ref float from = ref MemoryMarshal.GetReference(row);
        ref float to = ref MemoryMarshal.GetReference(largest);
        int i = 0;
        for (; i <= row.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector<float> candidate = Vector.LoadUnsafe(ref from, (nuint)i);
            Vector<float> present = Vector.LoadUnsafe(ref to, (nuint)i);
            Vector.ConditionalSelect(Vector.GreaterThan(candidate, present), candidate, present).StoreUnsafe(ref to, (nuint)i);
        }

        for (; i < row.Length; i++)
        {
            largest[i] = row[i] > largest[i] ? row[i] : largest[i];
        }
    }

    /// <summary>Divides a row by a number of steps.</summary>
    /// <param name="row">Receives the quotients.</param>
    /// <param name="steps">1 or more.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Divide(Span<float> row, int steps)
    {
        ref float to = ref MemoryMarshal.GetReference(row);
        float divisor = steps;
        int i = 0;
        for (; i <= row.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            (Vector.LoadUnsafe(ref to, (nuint)i) / divisor).StoreUnsafe(ref to, (nuint)i);
        }

        for (; i < row.Length; i++)
        {
            row[i] /= divisor;
        }
    }

    private static void CheckLengths(ReadOnlySpan<float> row, Span<float> other)
    {
        if (row.Length != other.Length)
        {
            throw new ArgumentException($"The rows must be of one length; they have {row.Length} and {other.Length} elements.");
        }
    }
}
