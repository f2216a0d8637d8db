using System;
using System.Runtime.CompilerServices;

namespace RnnGen.Numerics;

/// <summary>Brings memory near before it is needed.</summary>
internal static class CacheLines
{
    private const int LineFloats = 16;

    /// <summary>Reads a number of every cache line, one after another: a processor that sees lines asked for in order fetches the next ones ahead.</summary>
    /// <param name="values">The memory.</param>
    /// <returns>Nothing of meaning; that it is returned keeps the reads.</returns>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static int Touch(ReadOnlySpan<float> values)
    {
        int bits = 0;
        for (int i = 0; i < values.Length; i += LineFloats)
        {
            bits |= BitConverter.SingleToInt32Bits(values[i]);
        }

        return bits;
    }
}
