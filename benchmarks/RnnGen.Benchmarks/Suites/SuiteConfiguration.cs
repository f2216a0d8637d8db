using System.Linq;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using RnnGen.Benchmarks.Contestants;

namespace RnnGen.Benchmarks.Suites;

/// <summary>
/// How BenchmarkDotNet runs the suites: without the peers that cannot run here, without the naive loops and the network of RTNeural that a cell does not have, and with
/// the bytes each method allocates.
/// </summary>
internal static class SuiteConfiguration
{
    /// <summary>The configuration.</summary>
    public static IConfig Create()
    {
        Job job = new Job().WithEnvironmentVariable("ORT_DISABLE_TELEMETRY", "1");
#if PEERS
        job = job.WithArguments([new MsBuildArgument("/p:Peers=true")]);
#endif
        return DefaultConfig.Instance
            .AddJob(job.AsMutator()) // It applies to whichever job the command line or a suite asks for.
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddFilter(new SimpleFilter(HasNaiveLoops))
            .AddFilter(new SimpleFilter(HasRTNeural))
            .AddFilter(new SimpleFilter(HasItsPeer));
    }

    private static bool HasNaiveLoops(BenchmarkCase benchmark) =>
        !benchmark.Descriptor.HasCategory(ContestantNames.NaiveLoops) || benchmark.Parameters[nameof(CellBenchmarks.Cell)] is CellKind.Elman;

    private static bool HasRTNeural(BenchmarkCase benchmark) =>
        !benchmark.Descriptor.HasCategory(ContestantNames.RTNeural) || benchmark.Parameters[nameof(StreamingBenchmarks.Cell)] is not CellKind.Elman;

    private static bool HasItsPeer(BenchmarkCase benchmark) =>
        Peers.All.All(peer => peer.Problem is null || !benchmark.Descriptor.HasCategory(peer.Name));
}
