using System;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using RnnGen.Benchmarks.Startup;
#if PEERS
using RnnGen.Benchmarks.Contestants;
#endif

namespace RnnGen.Benchmarks.Suites;

/// <summary>Whole processes: start, load a model, predict one sequence of 32 tokens, end. The command <c>startup</c> stops the clock at the prediction.</summary>
[SimpleJob(RunStrategy.Monitoring, warmupCount: 3, iterationCount: 30)]
public class StartupBenchmarks
{
    [GlobalSetup(Target = nameof(RnnGen))]
    public void PublishRnnGen() => Publish(StartupPrograms.RnnGen);

    [GlobalSetup(Target = nameof(RnnGenNativeAot))]
    public void PublishRnnGenNativeAot() => Publish(StartupPrograms.RnnGenNativeAot);

    [GlobalSetup(Target = nameof(EmptyProgram))]
    public void PublishEmptyProgram() => Publish(StartupPrograms.Empty);

    [GlobalSetup(Target = nameof(EmptyProgramNativeAot))]
    public void PublishEmptyProgramNativeAot() => Publish(StartupPrograms.EmptyNativeAot);

    [Benchmark(Baseline = true)]
    public void RnnGen() => StartupPrograms.RnnGen.Run();

    [Benchmark]
    public void RnnGenNativeAot() => StartupPrograms.RnnGenNativeAot.Run();

    [Benchmark]
    public void EmptyProgram() => StartupPrograms.Empty.Run();

    [Benchmark]
    public void EmptyProgramNativeAot() => StartupPrograms.EmptyNativeAot.Run();

#if PEERS
    [GlobalSetup(Target = nameof(OnnxRuntime))]
    public void PublishOnnxRuntime() => Publish(StartupPrograms.OnnxRuntime);

    [GlobalSetup(Target = nameof(TorchSharp))]
    public void PublishTorchSharp() => Publish(StartupPrograms.TorchSharp);

    [Benchmark]
    [BenchmarkCategory(ContestantNames.OnnxRuntime)]
    public void OnnxRuntime() => StartupPrograms.OnnxRuntime.Run();

    [Benchmark]
    [BenchmarkCategory(ContestantNames.TorchSharp)]
    public void TorchSharp() => StartupPrograms.TorchSharp.Run();
#endif

    private static void Publish(StartupProgram program)
    {
        if (program.Publish() is { } problem)
        {
            throw new InvalidOperationException($"{program.Name}: {problem}");
        }
    }
}
