using System;
using System.Globalization;

namespace RnnGen.Checksums;

/// <summary>The 64-bit FNV-1a hash of numbers, byte by byte, the lowest byte of a number first (Fowler, Noll, Vo; RFC 9923).</summary>
internal sealed class Fnv1a
{
    private const ulong OffsetBasis = 0xCBF29CE484222325;
    private const ulong Prime = 0x100000001B3;
    private ulong _hash = OffsetBasis;

    public void Add(ReadOnlySpan<float> values)
    {
        foreach (float value in values)
        {
            Add(value);
        }
    }

    public void Add(float value) => Add(BitConverter.SingleToUInt32Bits(value), sizeof(float));

    public void Add(double value) => Add(BitConverter.DoubleToUInt64Bits(value), sizeof(double));

    /// <summary>16 hexadecimal digits.</summary>
    public override string ToString() => _hash.ToString("X16", CultureInfo.InvariantCulture);

    private void Add(ulong bits, int bytes)
    {
        for (int i = 0; i < bytes; i++)
        {
            _hash = unchecked((_hash ^ (byte)(bits >> (8 * i))) * Prime);
        }
    }
}
