using System;
using System.Buffers.Binary;
using System.IO;

namespace RnnGen.Persistence;

/// <summary>Reads a safetensors file from a stream, front to back: the header at once, then values as they are asked for.</summary>
/// <remarks>Memory is reserved for bytes that have arrived, never for bytes that a header promises.</remarks>
internal sealed class SafetensorsReader
{
    private const int ChunkBytes = 1 << 16;
    private readonly Stream _stream;
    private readonly string? _path;
    private readonly byte[] _chunk = new byte[ChunkBytes];

    private SafetensorsReader(Stream stream, string? path, SafetensorsHeader header)
    {
        _stream = stream;
        _path = path;
        Header = header;
    }

    public SafetensorsHeader Header { get; }

    /// <summary>
    /// Reads and checks the header, and that a stream that knows its length holds as many bytes as the header accounts for.
    /// </summary>
    /// <param name="stream">A readable stream, at the start of the file, which reaches to the stream's end.</param>
    /// <param name="path">The file's path, for messages; null for a stream.</param>
    /// <exception cref="ModelFileException">The file breaks a rule of the format.</exception>
    public static SafetensorsReader Open(Stream stream, string? path)
    {
        long? available = stream.CanSeek ? stream.Length - stream.Position : null;
        Span<byte> prefix = stackalloc byte[sizeof(ulong)];
        if (stream.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false) < prefix.Length)
        {
            throw new ModelFileException("This is not a safetensors file: it is shorter than 8 bytes.", path);
        }

        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > SafetensorsHeader.MaxLength)
        {
            throw new ModelFileException(
                $"This is not a safetensors file: its header would have {length} bytes, {SafetensorsHeader.MaxLength} are allowed.", path);
        }

        if (available - prefix.Length < (long)length)
        {
            throw new ModelFileException($"The file ends inside its header of {length} bytes.", path);
        }

        SafetensorsHeader header = SafetensorsHeaderParser.Parse(ReadHeader(stream, (int)length, path), path);
        long? data = available - prefix.Length - (long)length;
        return data is null || data == header.DataLength
            ? new SafetensorsReader(stream, path, header)
            : throw new ModelFileException($"The header accounts for {header.DataLength} bytes of data, the file holds {data}.", path);
    }

    /// <summary>Reads the next values of a tensor; tensors are read in the order of <see cref="SafetensorsHeader.Entries"/>.</summary>
    /// <param name="type">The tensor's element type.</param>
    /// <param name="values">Receives the values: no more than the tensor has left.</param>
    /// <exception cref="ModelFileException">The stream ends before.</exception>
    public void Read(ElementType type, Span<float> values)
    {
        int size = ElementCodec.SizeOf(type);
        while (!values.IsEmpty)
        {
            int count = Math.Min(values.Length, ChunkBytes / size);
            Span<byte> bytes = _chunk.AsSpan(0, count * size);
            if (_stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
            {
                throw new ModelFileException(
                    $"The file ends before the {Header.DataLength} bytes of data that its header accounts for.", _path);
            }

            ElementCodec.Decode(type, bytes, values[..count]);
            values = values[count..];
        }
    }

    /// <summary>Checks, after the last value, that nothing follows it.</summary>
    /// <exception cref="ModelFileException">Bytes follow that the header does not account for.</exception>
    public void Finish()
    {
        if (_stream.ReadByte() >= 0)
        {
            throw new ModelFileException($"Bytes follow the {Header.DataLength} bytes of data that the header accounts for.", _path);
        }
    }

    private static ReadOnlySpan<byte> ReadHeader(Stream stream, int length, string? path)
    {
        byte[] header = new byte[Math.Min(length, ChunkBytes)];
        int filled = 0;
        while (filled < length)
        {
            if (filled == header.Length)
            {
                Array.Resize(ref header, (int)Math.Min(length, 2L * header.Length));
            }

            int read = stream.Read(header, filled, header.Length - filled);
            if (read == 0)
            {
                throw new ModelFileException($"The file ends inside its header of {length} bytes.", path);
            }

            filled += read;
        }

        return header;
    }
}
