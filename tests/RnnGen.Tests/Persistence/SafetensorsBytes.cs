using System;
using System.Buffers.Binary;
using System.Text;

namespace RnnGen.Tests.Persistence;

/// <summary>Puts safetensors files together by hand, valid or not: the tests' own reading of the format.</summary>
internal static class SafetensorsBytes
{
    /// <summary>The header's length in 8 bytes, the header, the data.</summary>
    public static byte[] File(string header, params byte[] data) => File(Encoding.UTF8.GetBytes(header), data);

    /// <summary>The header's length in 8 bytes, the header, the data.</summary>
    public static byte[] File(byte[] header, params byte[] data)
    {
        byte[] file = new byte[8 + header.Length + data.Length];
        BinaryPrimitives.WriteUInt64LittleEndian(file, (ulong)header.Length);
        header.CopyTo(file, 8);
        data.CopyTo(file, 8 + header.Length);
        return file;
    }

    /// <summary>Four bytes a value, the least significant first.</summary>
    public static byte[] Floats(params float[] values)
    {
        byte[] bytes = new byte[4 * values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            uint bits = BitConverter.SingleToUInt32Bits(values[i]);
            bytes[4 * i] = (byte)bits;
            bytes[(4 * i) + 1] = (byte)(bits >> 8);
            bytes[(4 * i) + 2] = (byte)(bits >> 16);
            bytes[(4 * i) + 3] = (byte)(bits >> 24);
        }

        return bytes;
    }
}
