using System;
using System.Collections.Generic;

namespace RnnGen.Tests.Numerics;

/// <summary>Floats to test a function of one float with, and a checksum of what it gave.</summary>
internal static class Sweep
{
    /// <summary>Every <paramref name="stride"/>-th bit pattern of all 2^32: every exponent, both signs, subnormals and NaNs.</summary>
    public static IEnumerable<float> AllFloats(uint stride)
    {
        for (ulong bits = 0; bits <= uint.MaxValue; bits += stride)
        {
            yield return BitConverter.UInt32BitsToSingle((uint)bits);
        }
    }

    /// <summary>Every float from <paramref name="from"/> to <paramref name="to"/>, both of one sign, and their negatives.</summary>
    public static IEnumerable<float> Between(float from, float to)
    {
        for (float x = from; x <= to; x = MathF.BitIncrement(x))
        {
            yield return x;
            yield return -x;
        }
    }

    /// <summary>FNV-1a, 64 bits, over the little-endian bytes of the results.</summary>
    public static ulong Checksum(IEnumerable<uint> results)
    {
        ulong hash = 0xCBF29CE484222325;
        foreach (uint result in results)
        {
            for (int shift = 0; shift < 32; shift += 8)
            {
                hash = unchecked((hash ^ ((result >> shift) & 0xFF)) * 0x100000001B3);
            }
        }

        return hash;
    }
}
