using System;
using System.Buffers.Binary;

namespace RnnGen.Persistence;

/// <summary>From the little-endian bytes of a file to floats and back.</summary>
internal static class ElementCodec
{
    /// <summary>The types that can be read, for messages.</summary>
    public const string Readable = "F32, F64, F16 and BF16";

    public static ElementType? Parse(string name) => name switch
    {
        "F32" => ElementType.F32,
        "F64" => ElementType.F64,
        "F16" => ElementType.F16,
        "BF16" => ElementType.BF16,
        _ => null,
    };

    public static int SizeOf(ElementType type) => type switch
    {
        ElementType.F64 => sizeof(double),
        ElementType.F32 => sizeof(float),
        _ => sizeof(ushort),
    };

    /// <param name="type">What <paramref name="bytes"/> hold.</param>
    /// <param name="bytes">SizeOf(type) bytes for each value.</param>
    /// <param name="values">Receives the values; a binary64 beyond the range of a float becomes an infinity.</param>
    public static void Decode(ElementType type, ReadOnlySpan<byte> bytes, Span<float> values)
    {
        switch (type)
        {
            case ElementType.F32:
                for (int i = 0; i < values.Length; i++)
                {
                    values[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(i * sizeof(float))..]);
                }

                break;
            case ElementType.F64:
                for (int i = 0; i < values.Length; i++)
                {
                    values[i] = (float)BinaryPrimitives.ReadDoubleLittleEndian(bytes[(i * sizeof(double))..]);
                }

                break;
            case ElementType.F16:
                for (int i = 0; i < values.Length; i++)
                {
                    values[i] = (float)BinaryPrimitives.ReadHalfLittleEndian(bytes[(i * sizeof(ushort))..]);
                }

                break;
            default:
                for (int i = 0; i < values.Length; i++)
                {
                    uint bits = (uint)BinaryPrimitives.ReadUInt16LittleEndian(bytes[(i * sizeof(ushort))..]) << 16;
                    values[i] = BitConverter.UInt32BitsToSingle(bits);
                }

                break;
        }
    }

    /// <param name="values">The values.</param>
    /// <param name="bytes">Receives four bytes for each value.</param>
    public static void Encode(ReadOnlySpan<float> values, Span<byte> bytes)
    {
        for (int i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes[(i * sizeof(float))..], values[i]);
        }
    }
}
