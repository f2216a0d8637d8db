using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using RnnGen.Benchmarks.Comparisons;
using RnnGen.Benchmarks.Contestants;
using RnnGen.Benchmarks.Workloads;
using RnnGen.Training;

namespace RnnGen.Benchmarks.Ratios;

/// <summary>The comparisons that stand in one table.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Title">What is measured.</param>
/// <param name="Unit">What the times are given in.</param>
/// <param name="Hidden">The hidden sizes that it has.</param>
/// <param name="Comparisons">Makes the comparisons of a hidden size, one after another.</param>
/// <param name="Summary">The columns of its table in the README.</param>
internal sealed record RatioSuite(
    string Name,
    string Title,
    TimeUnit Unit,
    ImmutableArray<int> Hidden,
    Func<int, IEnumerable<Func<Comparison>>> Comparisons,
    ImmutableArray<SummaryColumn> Summary)
{
    private static readonly SummaryColumn OnnxRuntime = SummaryColumn.Beside(ContestantNames.OnnxRuntime);
    private static readonly SummaryColumn TorchSharp = SummaryColumn.Beside(ContestantNames.TorchSharp);
    private static readonly SummaryColumn RTNeural = SummaryColumn.Beside(ContestantNames.RTNeural);
    private static readonly SummaryColumn NaiveLoops = SummaryColumn.Beside(ContestantNames.NaiveLoops);
    private static readonly SummaryColumn MultiplyAdds = SummaryColumn.Share(ContestantNames.MultiplyAdds, "multiply-adds");
    private static readonly SummaryColumn ReadingW = SummaryColumn.Share(ContestantNames.ReadingW, "reading W in one direction");

    /// <summary>All suites.</summary>
    public static ImmutableArray<RatioSuite> All { get; } =
    [
        .. OfCell(CellKind.Elman, string.Empty, "Elman"),
        Dense(InputKind.Features, "dense-inference", $"{Sizes.Embedding} real numbers a step"),
        Dense(InputKind.Embedding, "embedding-inference", $"tokens with an embedding of {Sizes.Embedding}"),
        .. OfCell(CellKind.Gru, "gru-", "GRU"),
        .. OfCell(CellKind.Lstm, "lstm-", "LSTM"),
    ];

    private static IEnumerable<RatioSuite> OfCell(CellKind cell, string prefix, string name) =>
    [
        new(
            prefix + "inference",
            $"Inference, {name}: one sequence of {Sizes.Steps} tokens, classified, one thread. Microseconds",
            TimeUnit.Microseconds,
            Sizes.Hidden,
            hidden => [() => Comparison.OfInference(cell, hidden)],
            [SummaryColumn.Hidden, SummaryColumn.Time, OnnxRuntime, TorchSharp, NaiveLoops, MultiplyAdds, ReadingW]),
        new(
            prefix + "streaming",
            $"Streaming, {name}: {Sizes.StreamingFeatures} real numbers a step, {Sizes.Outputs} outputs, one thread. Nanoseconds a step",
            TimeUnit.NanosecondsPerStep,
            Sizes.StreamingHidden,
            hidden => [() => Comparison.OfStreaming(cell, hidden)],
            [
                SummaryColumn.Hidden,
                SummaryColumn.Time,
                SummaryColumn.Speed,
                MultiplyAdds,
                SummaryColumn.Share(ContestantNames.FirstLevelLoads, "loads from L1"),
                SummaryColumn.Share(ContestantNames.SecondLevelLoads, "loads from L2"),
                RTNeural,
                OnnxRuntime,
                NaiveLoops,
            ]),
        new(
            prefix + "training",
            $"Training, {name}: a step of SGD, labeler of {Sizes.Outputs} labels, sequences of {Sizes.Steps} tokens, one thread. Microseconds",
            TimeUnit.Microseconds,
            Sizes.Hidden,
            hidden => new[] { 1, 32, 128 }.Select<int, Func<Comparison>>(batch => () => Comparison.OfTraining(cell, hidden, batch)),
            [
                SummaryColumn.Hidden,
                SummaryColumn.Batch,
                SummaryColumn.Time,
                TorchSharp,
                NaiveLoops,
                MultiplyAdds,
                SummaryColumn.Gain(ContestantNames.RnnGenTwoThreads, "two threads"),
            ]),
        new(
            prefix + "passes",
            $"Passes of training, {name}: {SequenceBlock.MaxRows} sequences of {Sizes.Steps} tokens, labeled with one of {Sizes.Outputs} labels each. Microseconds, and the share of the multiply-adds",
            TimeUnit.Microseconds,
            Sizes.Hidden,
            hidden => [() => Comparison.OfPasses(cell, hidden)],
            [
                SummaryColumn.Hidden,
                SummaryColumn.Pass("forward", ContestantNames.RnnGenForward),
                SummaryColumn.Pass("backward", ContestantNames.RnnGenForwardAndBackward, before: ContestantNames.RnnGenForward),
                SummaryColumn.Pass("weight gradient", ContestantNames.RnnGenWeightGradient),
                SummaryColumn.Time,
                MultiplyAdds,
                SummaryColumn.Beside(ContestantNames.RnnGenStep, "a step"),
            ]),
        new(
            prefix + "throughput",
            $"Throughput, {name}: {Sizes.ThroughputBatch} sequences in one call, classified, one thread. Microseconds",
            TimeUnit.Microseconds,
            Sizes.Hidden,
            hidden =>
            [
                () => Comparison.OfThroughput(Workload.OfEqualLengths(cell, hidden, Sizes.ThroughputBatch)),
                () => Comparison.OfThroughput(Workload.OfUnequalLengths(cell, hidden, Sizes.ThroughputBatch)),
            ],
            [
                SummaryColumn.Hidden,
                SummaryColumn.Tokens,
                SummaryColumn.Time,
                SummaryColumn.Beside(ContestantNames.RnnGenOneByOne, "one by one"),
                OnnxRuntime,
                TorchSharp,
                NaiveLoops,
                MultiplyAdds,
            ]),
    ];

    private static RatioSuite Dense(InputKind input, string name, string read) => new(
        name,
        $"Inference, Elman, {read}: one sequence of {Sizes.Steps} steps, classified, one thread; all multiply weight_ih. Microseconds",
        TimeUnit.Microseconds,
        Sizes.Hidden,
        hidden => [() => Comparison.OfDenseInference(input, hidden)],
        [SummaryColumn.Hidden, SummaryColumn.Time, OnnxRuntime, TorchSharp, MultiplyAdds, ReadingW]);
}
