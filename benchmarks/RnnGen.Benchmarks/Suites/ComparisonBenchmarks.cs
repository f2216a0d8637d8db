using System;
using BenchmarkDotNet.Attributes;
using RnnGen.Benchmarks.Comparisons;
using RnnGen.Benchmarks.Contestants;

namespace RnnGen.Benchmarks.Suites;

/// <summary>What the suites of comparisons share. The contestants are shown to compute the same before any is timed.</summary>
public abstract class ComparisonBenchmarks
{
    private Comparison? _comparison;
    private Contestant? _rnnGen;
    private Contestant? _multiplyAdds;

    /// <summary>Makes the contestants.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _comparison = CreateComparison().Verified(Console.WriteLine);
        _rnnGen = _comparison.Find(ContestantNames.RnnGen);
        _multiplyAdds = _comparison.Find(ContestantNames.MultiplyAdds);
        PrepareOthers(_comparison);
    }

    /// <summary>Frees the contestants.</summary>
    [GlobalCleanup]
    public void Clean() => _comparison?.Dispose();

    [Benchmark(Baseline = true)]
    public void RnnGen() => Run(_rnnGen);

    [Benchmark]
    public void MultiplyAddCeiling() => Run(_multiplyAdds);

    /// <exception cref="InvalidOperationException">The contestant was left out of the comparison.</exception>
    private protected static void Run(Contestant? contestant) =>
        (contestant ?? throw new InvalidOperationException("This contestant was left out of the comparison: a line above says why.")).Run();

    private protected abstract Comparison CreateComparison();

    private protected abstract void PrepareOthers(Comparison comparison);
}
