using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RnnGen.Numerics;

/// <summary>The random factors of dropout (Srivastava et al. 2014): 0 for what is dropped, 1 / (1 - rate) for what is kept.</summary>
/// <remarks>
/// A factor is a function of a key and of its place, not of what was drawn before it: any thread can compute it, in any order, and again on the
/// way back. The function is the finalizer of SplitMix64 (<see cref="SeededRandom"/> names the source) over key + place x its increment.
/// </remarks>
public static class DropoutMask
{
    private const ulong Increment = 0x9E3779B97F4A7C15;

    /// <summary>The key of something that has a number within something that has a key.</summary>
    /// <param name="key">The key of the whole.</param>
    /// <param name="part">The number of the part.</param>
    public static ulong Derive(ulong key, ulong part) => Mix(unchecked(Mix(key) + (part * Increment)));

    /// <summary>Writes the factors of a row.</summary>
    /// <param name="key">The row's key.</param>
    /// <param name="rate">The probability that an element is dropped: 0 or more, below 1.</param>
    /// <param name="factors">Receives the factors.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill(ulong key, float rate, Span<float> factors)
    {
        float kept = 1f / (1f - rate);
        ulong threshold = (ulong)((double)rate * 4294967296.0);
        for (int i = 0; i < factors.Length; i += 2)
        {
            // Two factors of 32 bits each from a word.
            ulong bits = Mix(unchecked(key + ((ulong)i * Increment)));
            factors[i] = (bits & 0xFFFFFFFF) < threshold ? 0f : kept;
            if (i + 1 < factors.Length)
            {
                factors[i + 1] = (bits >> 32) < threshold ? 0f : kept;
            }
        }
    }

    /// <summary>Multiplies rows element by element.</summary>
    /// <param name="factors">The factors.</param>
    /// <param name="row">What is multiplied; as long as <paramref name="factors"/>.</param>
    /// <param name="destination">Receives the products; may be <paramref name="row"/>.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(ReadOnlySpan<float> factors, ReadOnlySpan<float> row, Span<float> destination)
    {
        if (row.Length != factors.Length || destination.Length != factors.Length)
        {
            throw new ArgumentException($"The rows must be of one length; they have {factors.Length}, {row.Length} and {destination.Length} elements.");
        }

        ref float left = ref MemoryMarshal.GetReference(factors);
        ref float right = ref MemoryMarshal.GetReference(row);
        ref float to = ref MemoryMarshal.GetReference(destination);
        int i = 0;
        for (; i <= row.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            (Vector.LoadUnsafe(ref left, (nuint)i) * Vector.LoadUnsafe(ref right, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
        }

        for (; i < row.Length; i++)
        {
            destination[i] = factors[i] * row[i];
        }
    }

    private static ulong Mix(ulong word)
    {
        unchecked
        {
            word = (word ^ (word >> 30)) * 0xBF58476D1CE4E5B9;
            word = (word ^ (word >> 27)) * 0x94D049BB133111EB;
            return word ^ (word >> 31);
        }
    }
}
