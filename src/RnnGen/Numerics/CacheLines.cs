using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace RnnGen.Numerics;

/// <summary>Brings memory near before it is needed.</summary>
public static class CacheLines
{
    private const int LineFloats = 16;

    /// <summary>Asks for the cache line of a number that will be read soon, and goes on without waiting for it. Processors other than those of x86 and x64 are not asked.</summary>
    /// <remarks>Unsafe for the sake of a pointer that nothing is read through. Should the garbage collector move the number meanwhile, the line that comes is of no use, and of no harm.</remarks>
    /// <param name="value">The number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Prefetch(ref float value)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref value));
        }
    }

    /// <summary>Reads a number of every cache line, one after another: a processor that sees lines asked for in order fetches the next ones ahead.</summary>
    /// <param name="values">The memory.</param>
    /// <returns>Nothing of meaning; that it is returned keeps the reads.</returns>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    internal static int Touch(ReadOnlySpan<float> values)
    {
        int bits = 0;
        for (int i = 0; i < values.Length; i += LineFloats)
        {
            bits |= BitConverter.SingleToInt32Bits(values[i]);
        }

        return bits;
    }
}
