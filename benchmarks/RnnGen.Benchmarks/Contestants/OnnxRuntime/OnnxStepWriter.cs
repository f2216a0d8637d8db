using System.Linq;
using RnnGen.Benchmarks.Workloads;

namespace RnnGen.Benchmarks.Contestants.OnnxRuntime;

/// <summary>Writes one step of a workload's network as an ONNX model, whose states come in and go out. All shapes are constants.</summary>
internal static class OnnxStepWriter
{
    /// <summary>The input: 1 x 1 x Inputs.</summary>
    public const string Features = "features";

    /// <summary>The output: 1 x Outputs.</summary>
    public const string Outputs = "outputs";

    /// <summary>What goes from step to step: the state and, of an LSTM, c; each 1 x 1 x Hidden, in and out.</summary>
    public static (string In, string Out)[] States(CellKind cell) =>
        cell == CellKind.Lstm ? [("state", "next_state"), ("memory", "next_memory")] : [("state", "next_state")];

    /// <summary>The bytes of the model.</summary>
    public static byte[] Write(NetworkWeights weights)
    {
        (string In, string Out)[] states = States(weights.Cell);
        ProtobufMessage graph = OnnxMessages.Graph("step")
            .AddInput(Features, OnnxMessages.Float, 1, 1, weights.Inputs)
            .AddCell(weights, Features, [string.Empty, .. states.Select(state => state.In)], [string.Empty, .. states.Select(state => state.Out)])
            .AddOutputLayer(weights, batch: 1, states[0].Out, Outputs)
            .AddOutput(Outputs, OnnxMessages.Float, 1, Sizes.Outputs);
        foreach ((string before, string after) in states)
        {
            graph.AddInput(before, OnnxMessages.Float, 1, 1, weights.Hidden).AddOutput(after, OnnxMessages.Float, 1, 1, weights.Hidden);
        }

        return OnnxMessages.Model(graph);
    }
}
