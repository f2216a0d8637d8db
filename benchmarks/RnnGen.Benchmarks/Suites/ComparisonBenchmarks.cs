using System.Collections.Generic;
using BenchmarkDotNet.Attributes;
using RnnGen.Benchmarks.Comparisons;
using RnnGen.Benchmarks.Contestants;
using RnnGen.Benchmarks.Workloads;

namespace RnnGen.Benchmarks.Suites;

/// <summary>What the suites of comparisons share. The contestants are shown to compute the same before any is timed.</summary>
public abstract class ComparisonBenchmarks
{
    private Comparison? _comparison;
    private Contestant? _rnnGen;
    private Contestant? _torchSharp;
    private Contestant? _naiveLoops;
    private Contestant? _multiplyAdds;

    /// <summary>The cell.</summary>
    [ParamsAllValues]
    public CellKind Cell { get; set; }

    /// <summary>The hidden size.</summary>
    [ParamsSource(nameof(HiddenSizes))]
    public int Hidden { get; set; }

    /// <summary>The hidden sizes measured.</summary>
    public static IEnumerable<int> HiddenSizes => Sizes.Hidden;

    /// <summary>Makes the contestants.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _comparison = CreateComparison();
        _comparison.Verify();
        _rnnGen = _comparison.Find(ContestantNames.RnnGen);
        _torchSharp = _comparison.Find(ContestantNames.TorchSharp);
        _naiveLoops = _comparison.Find(ContestantNames.NaiveLoops);
        _multiplyAdds = _comparison.Find(ContestantNames.MultiplyAdds);
        PrepareOthers(_comparison);
    }

    /// <summary>Frees the contestants.</summary>
    [GlobalCleanup]
    public void Clean() => _comparison?.Dispose();

    [Benchmark(Baseline = true)]
    public void RnnGen() => _rnnGen!.Run();

    [Benchmark]
    [BenchmarkCategory(ContestantNames.TorchSharp)]
    public void TorchSharp() => _torchSharp!.Run();

    [Benchmark]
    [BenchmarkCategory(ContestantNames.NaiveLoops)]
    public void NaiveLoops() => _naiveLoops!.Run();

    [Benchmark]
    public void MultiplyAddCeiling() => _multiplyAdds!.Run();

    private protected abstract Comparison CreateComparison();

    private protected abstract void PrepareOthers(Comparison comparison);
}
