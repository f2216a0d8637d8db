using System.Collections.Generic;
using BenchmarkDotNet.Attributes;
using RnnGen.Benchmarks.Comparisons;
using RnnGen.Benchmarks.Contestants;
using RnnGen.Benchmarks.Workloads;

namespace RnnGen.Benchmarks.Suites;

/// <summary>32 steps of 16 real numbers each, one after another as they come, with 8 outputs at each. Times are of 32 steps.</summary>
public class StreamingBenchmarks : ComparisonBenchmarks
{
    private Contestant? _rtNeural;
    private Contestant? _onnxRuntime;
    private Contestant? _naiveLoops;
    private Contestant? _firstLevelLoads;
    private Contestant? _secondLevelLoads;

    /// <summary>The cell.</summary>
    [ParamsAllValues]
    public CellKind Cell { get; set; }

    /// <summary>The hidden size.</summary>
    [ParamsSource(nameof(HiddenSizes))]
    public int Hidden { get; set; }

    /// <summary>The hidden sizes measured.</summary>
    public static IEnumerable<int> HiddenSizes => Sizes.StreamingHidden;

    [Benchmark]
    [BenchmarkCategory(ContestantNames.RTNeural)]
    public void RTNeural() => Run(_rtNeural);

    [Benchmark]
    [BenchmarkCategory(ContestantNames.OnnxRuntime)]
    public void OnnxRuntime() => Run(_onnxRuntime);

    [Benchmark]
    public void NaiveLoops() => Run(_naiveLoops);

    [Benchmark]
    public void FirstLevelCeiling() => Run(_firstLevelLoads);

    [Benchmark]
    public void SecondLevelCeiling() => Run(_secondLevelLoads);

    private protected override Comparison CreateComparison() => Comparison.OfStreaming(Cell, Hidden);

    private protected override void PrepareOthers(Comparison comparison)
    {
        _rtNeural = comparison.Find(ContestantNames.RTNeural);
        _onnxRuntime = comparison.Find(ContestantNames.OnnxRuntime);
        _naiveLoops = comparison.Find(ContestantNames.NaiveLoops);
        _firstLevelLoads = comparison.Find(ContestantNames.FirstLevelLoads);
        _secondLevelLoads = comparison.Find(ContestantNames.SecondLevelLoads);
    }
}
