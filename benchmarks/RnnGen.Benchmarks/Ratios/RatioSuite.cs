using System;
using System.Collections.Generic;
using System.Linq;
using RnnGen.Benchmarks.Comparisons;
using RnnGen.Benchmarks.Workloads;

namespace RnnGen.Benchmarks.Ratios;

/// <summary>The comparisons that stand in one table.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Title">What is measured.</param>
/// <param name="Comparisons">Makes the comparisons of a hidden size, one after another.</param>
internal sealed record RatioSuite(string Name, string Title, Func<int, IEnumerable<Func<Comparison>>> Comparisons)
{
    /// <summary>All suites.</summary>
    public static IReadOnlyList<RatioSuite> All { get; } =
    [
        new(
            "inference",
            $"Inference: one sequence of {Sizes.Steps} tokens, classifier",
            hidden => [() => Comparison.OfInference(hidden)]),
        new(
            "training",
            $"Training: forward, backward and a step of SGD on a batch of sequences of {Sizes.Steps} tokens, labeler",
            hidden => new[] { 1, 32, 128 }.Select<int, Func<Comparison>>(batch => () => Comparison.OfTraining(hidden, batch))),
        new(
            "throughput",
            $"Throughput: {Sizes.ThroughputBatch} sequences at a time, of {Sizes.Steps} tokens and of 1 to {Sizes.Steps} tokens, classifier",
            hidden =>
            [
                () => Comparison.OfThroughput(Workload.OfEqualLengths(hidden, Sizes.ThroughputBatch)),
                () => Comparison.OfThroughput(Workload.OfUnequalLengths(hidden, Sizes.ThroughputBatch)),
            ]),
    ];
}
