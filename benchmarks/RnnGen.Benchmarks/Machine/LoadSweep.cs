using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using RnnGen.Numerics;

namespace RnnGen.Benchmarks.Machine;

/// <summary>Reads a buffer from end to end again and again, with one addition a load: the most that a product could read of its weights.</summary>
internal static class LoadSweep
{
    /// <summary>Floats that an iteration reads; a buffer is a multiple of it.</summary>
    public const int Granularity = 128;

    /// <summary>A buffer that fits the first-level cache of the processors of today, in bytes.</summary>
    public const int FirstLevelBytes = 16 << 10;

    /// <summary>A buffer that fits their second-level cache and not the first.</summary>
    public const int SecondLevelBytes = 256 << 10;

    /// <summary>A buffer to sweep over.</summary>
    /// <param name="length">How many floats: a multiple of <see cref="Granularity"/>.</param>
    public static AlignedBuffer CreateBuffer(int length)
    {
        // Written once: pages that were never written all show the same page of zeros, and a first-level cache is slow at one line under several addresses.
        var buffer = new AlignedBuffer(length);
        buffer.Span.Fill(1f);
        return buffer;
    }

    /// <summary>Reads a buffer.</summary>
    /// <param name="buffer">A multiple of <see cref="Granularity"/> floats on a 64-byte boundary.</param>
    /// <param name="passes">How many times.</param>
    /// <returns>A number that depends on all loads.</returns>
    public static float Run(ReadOnlySpan<float> buffer, int passes) =>
        Vector512.IsHardwareAccelerated ? Run512(buffer, passes) : Run256(buffer, passes);

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static float Run512(ReadOnlySpan<float> buffer, int passes)
    {
        Vector512<float> a0 = default, a1 = default, a2 = default, a3 = default, a4 = default, a5 = default, a6 = default, a7 = default;
        ref float start = ref MemoryMarshal.GetReference(buffer);
        nuint length = (nuint)buffer.Length;
        for (int pass = 0; pass < passes; pass++)
        {
            for (nuint i = 0; i < length; i += Granularity)
            {
                a0 += Vector512.LoadUnsafe(ref start, i);
                a1 += Vector512.LoadUnsafe(ref start, i + 16);
                a2 += Vector512.LoadUnsafe(ref start, i + 32);
                a3 += Vector512.LoadUnsafe(ref start, i + 48);
                a4 += Vector512.LoadUnsafe(ref start, i + 64);
                a5 += Vector512.LoadUnsafe(ref start, i + 80);
                a6 += Vector512.LoadUnsafe(ref start, i + 96);
                a7 += Vector512.LoadUnsafe(ref start, i + 112);
            }
        }

        return Vector512.Sum(((a0 + a1) + (a2 + a3)) + ((a4 + a5) + (a6 + a7)));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static float Run256(ReadOnlySpan<float> buffer, int passes)
    {
        Vector256<float> a0 = default, a1 = default, a2 = default, a3 = default, a4 = default, a5 = default, a6 = default, a7 = default;
        ref float start = ref MemoryMarshal.GetReference(buffer);
        nuint length = (nuint)buffer.Length;
        for (int pass = 0; pass < passes; pass++)
        {
            for (nuint i = 0; i < length; i += 64)
            {
                a0 += Vector256.LoadUnsafe(ref start, i);
                a1 += Vector256.LoadUnsafe(ref start, i + 8);
                a2 += Vector256.LoadUnsafe(ref start, i + 16);
                a3 += Vector256.LoadUnsafe(ref start, i + 24);
                a4 += Vector256.LoadUnsafe(ref start, i + 32);
                a5 += Vector256.LoadUnsafe(ref start, i + 40);
                a6 += Vector256.LoadUnsafe(ref start, i + 48);
                a7 += Vector256.LoadUnsafe(ref start, i + 56);
            }
        }

        return Vector256.Sum(((a0 + a1) + (a2 + a3)) + ((a4 + a5) + (a6 + a7)));
    }
}
