using RnnGen.Benchmarks.Workloads;

namespace RnnGen.Benchmarks.Contestants.OnnxRuntime;

/// <summary>The layers that the ONNX models of the workloads have in common.</summary>
internal static class OnnxLayers
{
    private const string InputWeights = "weight_ih";
    private const string RecurrentWeights = "weight_hh";
    private const string Biases = "biases";

    /// <summary>Adds RNN, GRU or LSTM, and its weights.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="input">The input: steps x batch x Inputs.</param>
    /// <param name="optionalInputs">The inputs from the fifth on: lengths, initial states.</param>
    /// <param name="outputs">All states, the last ones and, of an LSTM, the last c; empty where it is not wanted.</param>
    public static ProtobufMessage AddCell(this ProtobufMessage graph, NetworkWeights weights, string input, string[] optionalInputs, string[] outputs)
    {
        int rows = weights.Gates * weights.Hidden;
        float[] biases = [.. OnnxCell.Order(weights.Cell, weights.HiddenBias), .. OnnxCell.Order(weights.Cell, weights.RecurrentBias)];
        return graph
            .AddNode(
                OnnxCell.Operator(weights.Cell),
                [input, InputWeights, RecurrentWeights, Biases, .. optionalInputs],
                outputs,
                OnnxCell.Attributes(weights))
            .AddWeights(InputWeights, OnnxCell.Order(weights.Cell, weights.InputHidden), 1, rows, weights.Inputs)
            .AddWeights(RecurrentWeights, OnnxCell.Order(weights.Cell, weights.HiddenHidden), 1, rows, weights.Hidden)
            .AddWeights(Biases, biases, 1, 2 * rows);
    }

    /// <summary>Adds the output layer: Reshape, Gemm.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="batch">How many sequences.</param>
    /// <param name="last">The last states: 1 x batch x Hidden.</param>
    /// <param name="output">The name of V s + c: batch x Outputs.</param>
    public static ProtobufMessage AddOutputLayer(this ProtobufMessage graph, NetworkWeights weights, int batch, string last, string output) => graph
        .AddNode("Reshape", [last, "state_shape"], ["flat_state"])
        .AddNode("Gemm", ["flat_state", "fc_weight", "fc_bias"], [output], ("transB", 1))
        .AddShape("state_shape", batch, weights.Hidden)
        .AddWeights("fc_weight", weights.OutputHidden, Sizes.Outputs, weights.Hidden)
        .AddWeights("fc_bias", weights.OutputBias, Sizes.Outputs);
}
