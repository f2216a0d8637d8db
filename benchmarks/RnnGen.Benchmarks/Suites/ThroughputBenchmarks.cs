using BenchmarkDotNet.Attributes;
using RnnGen.Benchmarks.Comparisons;
using RnnGen.Benchmarks.Contestants;
using RnnGen.Benchmarks.Workloads;

namespace RnnGen.Benchmarks.Suites;

/// <summary>Many sequences, classified in one call.</summary>
public class ThroughputBenchmarks : CellBenchmarks
{
    private Contestant? _oneByOne;
    private Contestant? _onnxRuntime;

    /// <summary>Whether every sequence has 32 tokens, or 1 to 32.</summary>
    [Params(true, false)]
    public bool EqualLengths { get; set; }

    [Benchmark]
    public void RnnGenOneByOne() => Run(_oneByOne);

    [Benchmark]
    [BenchmarkCategory(ContestantNames.OnnxRuntime)]
    public void OnnxRuntime() => Run(_onnxRuntime);

    private protected override Comparison CreateComparison() => Comparison.OfThroughput(
        EqualLengths ? Workload.OfEqualLengths(Cell, Hidden, Sizes.ThroughputBatch) : Workload.OfUnequalLengths(Cell, Hidden, Sizes.ThroughputBatch));

    private protected override void PrepareOthers(Comparison comparison)
    {
        base.PrepareOthers(comparison);
        _oneByOne = comparison.Find(ContestantNames.RnnGenOneByOne);
        _onnxRuntime = comparison.Find(ContestantNames.OnnxRuntime);
    }
}
