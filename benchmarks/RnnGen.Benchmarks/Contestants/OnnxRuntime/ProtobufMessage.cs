using System;
using System.Collections.Generic;
using System.IO;
using Google.Protobuf;

namespace RnnGen.Benchmarks.Contestants.OnnxRuntime;

/// <summary>A protocol buffers message, built field by field.</summary>
internal sealed class ProtobufMessage
{
    private readonly List<byte> _bytes = [];

    /// <summary>Adds an integer.</summary>
    public ProtobufMessage Add(int field, long value) =>
        Write(output =>
        {
            output.WriteTag(field, WireFormat.WireType.Varint);
            output.WriteInt64(value);
        });

    /// <summary>Adds a text.</summary>
    public ProtobufMessage Add(int field, string value) =>
        Write(output =>
        {
            output.WriteTag(field, WireFormat.WireType.LengthDelimited);
            output.WriteString(value);
        });

    /// <summary>Adds bytes.</summary>
    public ProtobufMessage Add(int field, byte[] value) =>
        Write(output =>
        {
            output.WriteTag(field, WireFormat.WireType.LengthDelimited);
            output.WriteBytes(ByteString.CopyFrom(value));
        });

    /// <summary>Adds a message.</summary>
    public ProtobufMessage Add(int field, ProtobufMessage value) => Add(field, value.ToArray());

    /// <summary>The message as it is stored.</summary>
    public byte[] ToArray() => [.. _bytes];

    private ProtobufMessage Write(Action<CodedOutputStream> write)
    {
        using var field = new MemoryStream();
        using (var output = new CodedOutputStream(field, leaveOpen: true))
        {
            write(output);
        }

        _bytes.AddRange(field.ToArray());
        return this;
    }
}
