using System;
using System.Linq;
using System.Runtime.InteropServices;

namespace RnnGen.Benchmarks.Contestants.OnnxRuntime;

/// <summary>The messages that ONNX models are made of. Field numbers are those of https://github.com/onnx/onnx/blob/main/onnx/onnx.proto.</summary>
internal static class OnnxMessages
{
    /// <summary>The element type of 32-bit floating-point numbers.</summary>
    public const int Float = 1;

    /// <summary>The element type of 32-bit integers.</summary>
    public const int Int32 = 6;

    /// <summary>The element type of 64-bit integers.</summary>
    public const int Int64 = 7;

    private const int IrVersion = 8;
    private const int OperatorSet = 17;
    private const int AttributeInteger = 2;

    /// <summary>A graph without anything in it.</summary>
    public static ProtobufMessage Graph(string name) => new ProtobufMessage().Add(2, name);

    /// <summary>The bytes of a model.</summary>
    public static byte[] Model(ProtobufMessage graph)
    {
        var operators = new ProtobufMessage().Add(1, string.Empty).Add(2, OperatorSet);
        return new ProtobufMessage().Add(1, IrVersion).Add(8, operators).Add(7, graph).ToArray();
    }

    /// <summary>Adds an operation to a graph.</summary>
    public static ProtobufMessage AddNode(
        this ProtobufMessage graph, string operation, string[] inputs, string[] outputs, params (string Name, long Value)[] attributes)
    {
        var node = new ProtobufMessage().Add(4, operation);
        foreach (string input in inputs)
        {
            node.Add(1, input);
        }

        foreach (string output in outputs)
        {
            node.Add(2, output);
        }

        foreach ((string name, long value) in attributes)
        {
            node.Add(5, new ProtobufMessage().Add(1, name).Add(3, value).Add(20, AttributeInteger));
        }

        return graph.Add(1, node);
    }

    /// <summary>Adds constant weights to a graph.</summary>
    public static ProtobufMessage AddWeights(this ProtobufMessage graph, string name, float[] values, params int[] dimensions) =>
        graph.Add(5, Tensor(name, Float, MemoryMarshal.AsBytes<float>(values), dimensions));

    /// <summary>Adds a constant shape to a graph.</summary>
    public static ProtobufMessage AddShape(this ProtobufMessage graph, string name, params long[] sizes) =>
        graph.Add(5, Tensor(name, Int64, MemoryMarshal.AsBytes<long>(sizes), [sizes.Length]));

    /// <summary>Adds an input to a graph.</summary>
    public static ProtobufMessage AddInput(this ProtobufMessage graph, string name, int elementType, params int[] dimensions) =>
        graph.Add(11, Value(name, elementType, dimensions));

    /// <summary>Adds an output to a graph.</summary>
    public static ProtobufMessage AddOutput(this ProtobufMessage graph, string name, int elementType, params int[] dimensions) =>
        graph.Add(12, Value(name, elementType, dimensions));

    private static ProtobufMessage Tensor(string name, int elementType, ReadOnlySpan<byte> littleEndian, int[] dimensions)
    {
        var tensor = new ProtobufMessage();
        foreach (int dimension in dimensions)
        {
            tensor.Add(1, dimension);
        }

        return tensor.Add(2, elementType).Add(8, name).Add(9, littleEndian.ToArray());
    }

    private static ProtobufMessage Value(string name, int elementType, int[] dimensions)
    {
        ProtobufMessage shape = dimensions.Aggregate(
            new ProtobufMessage(), (shape, dimension) => shape.Add(1, new ProtobufMessage().Add(1, dimension)));
        var tensorType = new ProtobufMessage().Add(1, elementType).Add(2, shape);
        return new ProtobufMessage().Add(1, name).Add(2, new ProtobufMessage().Add(1, tensorType));
    }
}
