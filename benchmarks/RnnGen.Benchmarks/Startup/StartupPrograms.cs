using System.Collections.Generic;
using RnnGen.Benchmarks.Contestants;
using RnnGen.Benchmarks.Contestants.Ours;
using RnnGen.Benchmarks.Models;
using RnnGen.Benchmarks.Workloads;
#if PEERS
using System.IO;
using RnnGen.Benchmarks.Contestants.OnnxRuntime;
#endif

namespace RnnGen.Benchmarks.Startup;

/// <summary>The programs that are compared.</summary>
internal static class StartupPrograms
{
    private const int Hidden = 64;

    public static StartupProgram Empty { get; } = new("empty program", "Empty", IsNativeAot: false, WriteModel: null);

    public static StartupProgram EmptyNativeAot { get; } = new("empty program, NativeAOT", "Empty", IsNativeAot: true, WriteModel: null);

    public static StartupProgram RnnGen { get; } = new(ContestantNames.RnnGen, "RnnGen", IsNativeAot: false, WriteRnnGenModel);

    public static StartupProgram RnnGenNativeAot { get; } = new("RnnGen, NativeAOT", "RnnGen", IsNativeAot: true, WriteRnnGenModel);

#if PEERS
    public static StartupProgram OnnxRuntime { get; } = new(ContestantNames.OnnxRuntime, "OnnxRuntime", IsNativeAot: false, WriteOnnxModel);

    public static StartupProgram TorchSharp { get; } = new(ContestantNames.TorchSharp, "TorchSharp", IsNativeAot: false, WriteModel: null);
#endif

    /// <summary>All that can run here.</summary>
    public static IEnumerable<StartupProgram> Runnable()
    {
        yield return RnnGenNativeAot;
        yield return RnnGen;
#if PEERS
        if (Peers.OnnxRuntime.Problem is null)
        {
            yield return OnnxRuntime;
        }

        if (Peers.TorchSharp.Problem is null)
        {
            yield return TorchSharp;
        }
#endif
        yield return EmptyNativeAot;
        yield return Empty;
    }

#if PEERS
    private static void WriteOnnxModel(string path) => File.WriteAllBytes(path, OnnxModelWriter.Write(Workload.OfEqualLengths(CellKind.Elman, Hidden, batch: 1)));
#endif

    private static void WriteRnnGenModel(string path) => ModelWeights.Create<Classifier64>(new NetworkWeights(CellKind.Elman, Hidden, Sizes.Embedding)).Save(path);
}
