using RnnGen.Benchmarks.Contestants.RTNeural;
#if PEERS
using RnnGen.Benchmarks.Contestants.OnnxRuntime;
using RnnGen.Benchmarks.Contestants.TorchSharp;
#endif

namespace RnnGen.Benchmarks.Contestants;

/// <summary>The libraries that RnnGen is compared with.</summary>
internal static class Peers
{
#if PEERS
    /// <summary>ONNX Runtime.</summary>
    public static Peer OnnxRuntime { get; } = new(
        ContestantNames.OnnxRuntime, OnnxEnvironment.FindProblem(), workload => new OnnxPrediction(workload), streaming: workload => new OnnxStreaming(workload));

    /// <summary>TorchSharp.</summary>
    public static Peer TorchSharp { get; } =
        new(ContestantNames.TorchSharp, TorchEnvironment.FindProblem(), workload => new TorchPrediction(workload), workload => new TorchTraining(workload));
#else
    private const string NotInThisBuild = "not in this build; -p:Peers=true adds it (packages of some 300 MB)";

    /// <summary>ONNX Runtime.</summary>
    public static Peer OnnxRuntime { get; } = new(ContestantNames.OnnxRuntime, NotInThisBuild);

    /// <summary>TorchSharp.</summary>
    public static Peer TorchSharp { get; } = new(ContestantNames.TorchSharp, NotInThisBuild);
#endif

    /// <summary>RTNeural, which streams GRU and LSTM: its compile-time models have no Elman cell.</summary>
    public static Peer RTNeural { get; } = new(
        ContestantNames.RTNeural, RTNeuralBuilds.FindProblem(), streaming: workload => workload.Cell == CellKind.Elman ? null : RTNeuralStreaming.Create(workload));

    /// <summary>All of them.</summary>
    public static Peer[] All { get; } = [OnnxRuntime, TorchSharp, RTNeural];
}
