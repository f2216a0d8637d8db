using System;
using System.Linq;
using System.Runtime.InteropServices;
using RnnGen.Benchmarks.Workloads;

namespace RnnGen.Benchmarks.Contestants.OnnxRuntime;

/// <summary>Writes the classifier of a workload as an ONNX model.</summary>
/// <remarks>
/// Gather (the embedding), RNN or GRU or LSTM, Reshape, Gemm, Softmax, as an exporter writes nn.Embedding, nn.RNN and nn.Linear. All shapes are constants, so that
/// ONNX Runtime can plan with them. Field numbers are those of https://github.com/onnx/onnx/blob/main/onnx/onnx.proto.
/// </remarks>
internal static class OnnxModelWriter
{
    /// <summary>The input: token ids, Steps x batch, int64.</summary>
    public const string Tokens = "tokens";

    /// <summary>The input that is there if lengths differ: the length of each sequence, batch, int32.</summary>
    public const string Lengths = "lengths";

    /// <summary>The output: batch x Outputs.</summary>
    public const string Probabilities = "probabilities";

    private const int IrVersion = 8;
    private const int OperatorSet = 17;
    private const int Float = 1;
    private const int Int32 = 6;
    private const int Int64 = 7;
    private const int AttributeInteger = 2;

    /// <summary>The bytes of the model.</summary>
    public static byte[] Write(Workload workload)
    {
        var operators = new ProtobufMessage().Add(1, string.Empty).Add(2, OperatorSet);
        return new ProtobufMessage().Add(1, IrVersion).Add(8, operators).Add(7, Graph(workload)).ToArray();
    }

    private static ProtobufMessage Graph(Workload workload)
    {
        NetworkWeights weights = workload.Weights;
        int hidden = workload.Hidden;
        string lengths = workload.HasEqualLengths ? string.Empty : Lengths;
        float[] biases = [.. OnnxCell.Order(weights.Cell, weights.HiddenBias), .. OnnxCell.Order(weights.Cell, weights.RecurrentBias)];
        var graph = new ProtobufMessage()
            .Add(2, "classifier")
            .Add(1, Node("Gather", ["embedding", Tokens], ["embedded"]))
            .Add(1, Node(OnnxCell.Operator(weights.Cell), ["embedded", "weight_ih", "weight_hh", "biases", lengths], [string.Empty, "last"], OnnxCell.Attributes(weights)))
            .Add(1, Node("Reshape", ["last", "state_shape"], ["state"]))
            .Add(1, Node("Gemm", ["state", "fc_weight", "fc_bias"], ["logits"], ("transB", 1)))
            .Add(1, Node("Softmax", ["logits"], [Probabilities], ("axis", -1)))
            .Add(5, Tensor("embedding", weights.Embedding, Sizes.Vocabulary, Sizes.Embedding))
            .Add(5, Tensor("weight_ih", OnnxCell.Order(weights.Cell, weights.InputHidden), 1, weights.Gates * hidden, Sizes.Embedding))
            .Add(5, Tensor("weight_hh", OnnxCell.Order(weights.Cell, weights.HiddenHidden), 1, weights.Gates * hidden, hidden))
            .Add(5, Tensor("biases", biases, 1, 2 * weights.Gates * hidden))
            .Add(5, Tensor("fc_weight", weights.OutputHidden, Sizes.Outputs, hidden))
            .Add(5, Tensor("fc_bias", weights.OutputBias, Sizes.Outputs))
            .Add(5, Shape("state_shape", workload.Batch, hidden))
            .Add(11, Value(Tokens, Int64, Sizes.Steps, workload.Batch))
            .Add(12, Value(Probabilities, Float, workload.Batch, Sizes.Outputs));
        return workload.HasEqualLengths ? graph : graph.Add(11, Value(Lengths, Int32, workload.Batch));
    }

    private static ProtobufMessage Node(string operation, string[] inputs, string[] outputs, params (string Name, long Value)[] attributes)
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

        return node;
    }

    private static ProtobufMessage Tensor(string name, float[] values, params int[] dimensions) =>
        Tensor(name, Float, MemoryMarshal.AsBytes<float>(values), dimensions);

    private static ProtobufMessage Shape(string name, params long[] sizes) =>
        Tensor(name, Int64, MemoryMarshal.AsBytes<long>(sizes), [sizes.Length]);

    private static ProtobufMessage Tensor(string name, int elementType, ReadOnlySpan<byte> littleEndian, int[] dimensions)
    {
        var tensor = new ProtobufMessage();
        foreach (int dimension in dimensions)
        {
            tensor.Add(1, dimension);
        }

        return tensor.Add(2, elementType).Add(8, name).Add(9, littleEndian.ToArray());
    }

    private static ProtobufMessage Value(string name, int elementType, params int[] dimensions)
    {
        ProtobufMessage shape = dimensions.Aggregate(
            new ProtobufMessage(), (shape, dimension) => shape.Add(1, new ProtobufMessage().Add(1, dimension)));
        var tensorType = new ProtobufMessage().Add(1, elementType).Add(2, shape);
        return new ProtobufMessage().Add(1, name).Add(2, new ProtobufMessage().Add(1, tensorType));
    }
}
