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
        [.. OfCell(CellKind.Elman, string.Empty, "Elman"), .. OfCell(CellKind.Gru, "gru-", "GRU"), .. OfCell(CellKind.Lstm, "lstm-", "LSTM")];

    private static IEnumerable<RatioSuite> OfCell(CellKind cell, string prefix, string name) =>
    [
        new(
            prefix + "inference",
            $"Inference, {name}: one sequence of {Sizes.Steps} tokens, classifier",
            hidden => [() => Comparison.OfInference(cell, hidden)]),
        new(
            prefix + "training",
            $"Training, {name}: forward, backward and a step of SGD on a batch of sequences of {Sizes.Steps} tokens, labeler",
            hidden => new[] { 1, 32, 128 }.Select<int, Func<Comparison>>(batch => () => Comparison.OfTraining(cell, hidden, batch))),
        new(
            prefix + "throughput",
            $"Throughput, {name}: {Sizes.ThroughputBatch} sequences at a time, of {Sizes.Steps} tokens and of 1 to {Sizes.Steps} tokens, classifier",
            hidden =>
            [
                () => Comparison.OfThroughput(Workload.OfEqualLengths(cell, hidden, Sizes.ThroughputBatch)),
                () => Comparison.OfThroughput(Workload.OfUnequalLengths(cell, hidden, Sizes.ThroughputBatch)),
            ]),
    ];
}
