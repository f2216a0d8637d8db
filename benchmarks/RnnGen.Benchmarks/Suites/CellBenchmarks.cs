using System.Collections.Generic;
using BenchmarkDotNet.Attributes;
using RnnGen.Benchmarks.Comparisons;
using RnnGen.Benchmarks.Contestants;
using RnnGen.Benchmarks.Workloads;

namespace RnnGen.Benchmarks.Suites;

/// <summary>What the suites share that read tokens, with each cell.</summary>
public abstract class CellBenchmarks : ComparisonBenchmarks
{
    private Contestant? _torchSharp;
    private Contestant? _naiveLoops;

    /// <summary>The cell.</summary>
    [ParamsAllValues]
    public CellKind Cell { get; set; }

    /// <summary>The hidden size.</summary>
    [ParamsSource(nameof(HiddenSizes))]
    public int Hidden { get; set; }

    /// <summary>The hidden sizes measured.</summary>
    public static IEnumerable<int> HiddenSizes => Sizes.Hidden;

    [Benchmark]
    [BenchmarkCategory(ContestantNames.TorchSharp)]
    public void TorchSharp() => Run(_torchSharp);

    [Benchmark]
    [BenchmarkCategory(ContestantNames.NaiveLoops)]
    public void NaiveLoops() => Run(_naiveLoops);

    private protected override void PrepareOthers(Comparison comparison)
    {
        _torchSharp = comparison.Find(ContestantNames.TorchSharp);
        _naiveLoops = comparison.Find(ContestantNames.NaiveLoops);
    }
}
