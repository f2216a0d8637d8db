using BenchmarkDotNet.Attributes;
using RnnGen.Benchmarks.Comparisons;
using RnnGen.Benchmarks.Contestants;

namespace RnnGen.Benchmarks.Suites;

/// <summary>One sequence of 32 tokens, classified.</summary>
public class InferenceBenchmarks : CellBenchmarks
{
    private Contestant? _onnxRuntime;
    private Contestant? _readingW;

    [Benchmark]
    [BenchmarkCategory(ContestantNames.OnnxRuntime)]
    public void OnnxRuntime() => Run(_onnxRuntime);

    [Benchmark]
    public void LoadCeiling() => Run(_readingW);

    private protected override Comparison CreateComparison() => Comparison.OfInference(Cell, Hidden);

    private protected override void PrepareOthers(Comparison comparison)
    {
        base.PrepareOthers(comparison);
        _onnxRuntime = comparison.Find(ContestantNames.OnnxRuntime);
        _readingW = comparison.Find(ContestantNames.ReadingW);
    }
}
