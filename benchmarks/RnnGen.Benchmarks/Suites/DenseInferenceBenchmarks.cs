using System.Collections.Generic;
using BenchmarkDotNet.Attributes;
using RnnGen.Benchmarks.Comparisons;
using RnnGen.Benchmarks.Contestants;
using RnnGen.Benchmarks.Workloads;

namespace RnnGen.Benchmarks.Suites;

/// <summary>One sequence of 32 steps, classified by Elman's cell, where RnnGen too multiplies 32 numbers by weight_ih at each step.</summary>
public class DenseInferenceBenchmarks : ComparisonBenchmarks
{
    private Contestant? _onnxRuntime;
    private Contestant? _torchSharp;
    private Contestant? _readingW;

    /// <summary>Whether the 32 numbers are the embedding of a token, or the input itself.</summary>
    [Params(false, true)]
    public bool Embedding { get; set; }

    /// <summary>The hidden size.</summary>
    [ParamsSource(nameof(HiddenSizes))]
    public int Hidden { get; set; }

    /// <summary>The hidden sizes measured.</summary>
    public static IEnumerable<int> HiddenSizes => Sizes.Hidden;

    [Benchmark]
    [BenchmarkCategory(ContestantNames.OnnxRuntime)]
    public void OnnxRuntime() => Run(_onnxRuntime);

    [Benchmark]
    [BenchmarkCategory(ContestantNames.TorchSharp)]
    public void TorchSharp() => Run(_torchSharp);

    [Benchmark]
    public void LoadCeiling() => Run(_readingW);

    private protected override Comparison CreateComparison() => Comparison.OfDenseInference(Embedding ? InputKind.Embedding : InputKind.Features, Hidden);

    private protected override void PrepareOthers(Comparison comparison)
    {
        _onnxRuntime = comparison.Find(ContestantNames.OnnxRuntime);
        _torchSharp = comparison.Find(ContestantNames.TorchSharp);
        _readingW = comparison.Find(ContestantNames.ReadingW);
    }
}
