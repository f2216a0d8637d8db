using BenchmarkDotNet.Attributes;
using RnnGen.Benchmarks.Comparisons;
using RnnGen.Benchmarks.Contestants;

namespace RnnGen.Benchmarks.Suites;

/// <summary>One step of training a labeler on a batch of sequences of 32 tokens: forward, backward, SGD.</summary>
public class TrainingBenchmarks : CellBenchmarks
{
    private Contestant? _twoThreads;

    /// <summary>How many sequences a batch has.</summary>
    [Params(1, 32, 128)]
    public int Batch { get; set; }

    [Benchmark]
    public void RnnGenTwoThreads() => Run(_twoThreads);

    private protected override Comparison CreateComparison() => Comparison.OfTraining(Cell, Hidden, Batch);

    private protected override void PrepareOthers(Comparison comparison)
    {
        base.PrepareOthers(comparison);
        _twoThreads = comparison.Find(ContestantNames.RnnGenTwoThreads);
    }
}
