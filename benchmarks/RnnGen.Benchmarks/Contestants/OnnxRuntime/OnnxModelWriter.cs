using RnnGen.Benchmarks.Workloads;

namespace RnnGen.Benchmarks.Contestants.OnnxRuntime;

/// <summary>Writes the classifier of a workload as an ONNX model.</summary>
/// <remarks>
/// Gather (the embedding, if tokens are read), RNN or GRU or LSTM, Reshape, Gemm, Softmax, as an exporter writes nn.Embedding, nn.RNN and nn.Linear. All shapes are
/// constants, so that ONNX Runtime can plan with them.
/// </remarks>
internal static class OnnxModelWriter
{
    /// <summary>The input where tokens are read: their ids, Steps x batch, int64.</summary>
    public const string Tokens = "tokens";

    /// <summary>The input where real numbers are read: Steps x 1 x Inputs.</summary>
    public const string Features = "features";

    /// <summary>The input that is there if lengths differ: the length of each sequence, batch, int32.</summary>
    public const string Lengths = "lengths";

    /// <summary>The output: batch x Outputs.</summary>
    public const string Probabilities = "probabilities";

    /// <summary>The bytes of the model.</summary>
    public static byte[] Write(Workload workload)
    {
        string lengths = workload.HasEqualLengths ? string.Empty : Lengths;
        ProtobufMessage graph = OnnxMessages.Graph("classifier");
        string input = AddInput(graph, workload);
        graph
            .AddCell(workload.Weights, input, [lengths], [string.Empty, "last"])
            .AddOutputLayer(workload.Weights, workload.Batch, "last", "logits")
            .AddNode("Softmax", ["logits"], [Probabilities], ("axis", -1))
            .AddOutput(Probabilities, OnnxMessages.Float, workload.Batch, Sizes.Outputs);
        return OnnxMessages.Model(workload.HasEqualLengths ? graph : graph.AddInput(Lengths, OnnxMessages.Int32, workload.Batch));
    }

    // The name of what the cell reads.
    private static string AddInput(ProtobufMessage graph, Workload workload)
    {
        NetworkWeights weights = workload.Weights;
        if (workload.Input == InputKind.Features)
        {
            graph.AddInput(Features, OnnxMessages.Float, Sizes.Steps, 1, weights.Inputs);
            return Features;
        }

        graph
            .AddInput(Tokens, OnnxMessages.Int64, Sizes.Steps, workload.Batch)
            .AddNode("Gather", ["embedding", Tokens], ["embedded"])
            .AddWeights("embedding", weights.Embedding, Sizes.Vocabulary, weights.Inputs);
        return "embedded";
    }
}
