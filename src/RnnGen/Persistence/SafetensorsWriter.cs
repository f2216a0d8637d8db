using System;
using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace RnnGen.Persistence;

/// <summary>Writes a safetensors file to a stream, front to back: the header at once, then the values of each tensor in turn.</summary>
internal sealed class SafetensorsWriter
{
    private const int ChunkValues = 1 << 14;
    private readonly Stream _stream;
    private readonly byte[] _chunk = new byte[ChunkValues * sizeof(float)];

    /// <summary>Writes the header.</summary>
    /// <param name="stream">A writable stream.</param>
    /// <param name="metadata">The entries of <c>__metadata__</c>, in the order in which they are to be written.</param>
    /// <param name="tensors">Names, no two equal, and shapes, in the order in which the values will follow.</param>
    /// <exception cref="ArgumentException">The names and the metadata are longer than the format allows.</exception>
    public SafetensorsWriter(
        Stream stream, IEnumerable<KeyValuePair<string, string>> metadata, IEnumerable<(string Name, ImmutableArray<long> Shape)> tensors)
    {
        _stream = stream;
        ArrayBufferWriter<byte> header = Compose(metadata, tensors);
        int padding = -header.WrittenCount & (SafetensorsHeader.Alignment - 1);
        header.GetSpan(padding)[..padding].Fill((byte)' ');
        header.Advance(padding);
        if (header.WrittenCount > SafetensorsHeader.MaxLength)
        {
            throw new ArgumentException(
                $"The metadata is too long: the header would have {header.WrittenCount} bytes, {SafetensorsHeader.MaxLength} are allowed.",
                nameof(metadata));
        }

        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.WrittenCount);
        _stream.Write(length);
        _stream.Write(header.WrittenSpan);
    }

    /// <summary>Writes the next values of the present tensor.</summary>
    /// <param name="values">Values in the order of the tensor's elements, row by row.</param>
    public void Write(ReadOnlySpan<float> values)
    {
        while (!values.IsEmpty)
        {
            int count = Math.Min(values.Length, ChunkValues);
            Span<byte> bytes = _chunk.AsSpan(0, count * sizeof(float));
            ElementCodec.Encode(values[..count], bytes);
            _stream.Write(bytes);
            values = values[count..];
        }
    }

    private static ArrayBufferWriter<byte> Compose(
        IEnumerable<KeyValuePair<string, string>> metadata, IEnumerable<(string Name, ImmutableArray<long> Shape)> tensors)
    {
        var buffer = new ArrayBufferWriter<byte>();

        // Relaxed means: letters of all scripts as they are. The text goes into no web page.
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        if (metadata.Any())
        {
            json.WriteStartObject(SafetensorsHeader.MetadataName);
            foreach ((string key, string value) in metadata)
            {
                json.WriteString(key, value);
            }

            json.WriteEndObject();
        }

        long offset = 0;
        foreach ((string name, ImmutableArray<long> shape) in tensors)
        {
            json.WriteStartObject(name);
            json.WriteString("dtype", nameof(ElementType.F32));
            json.WriteStartArray("shape");
            long size = sizeof(float);
            foreach (long dimension in shape)
            {
                json.WriteNumberValue(dimension);
                size = checked(size * dimension);
            }

            json.WriteEndArray();
            json.WriteStartArray("data_offsets");
            json.WriteNumberValue(offset);
            offset = checked(offset + size);
            json.WriteNumberValue(offset);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.Flush();
        return buffer;
    }
}
