using System;
using RnnGen.Benchmarks.Contestants;
using RnnGen.Benchmarks.Reports;
using RnnGen.Benchmarks.Workloads;

namespace RnnGen.Benchmarks.Ratios;

/// <summary>A column of the table that has one row a comparison.</summary>
/// <param name="Header">Its head.</param>
/// <param name="Contestant">The contestant whom it is about: there is no such column if it took part in none of the comparisons.</param>
/// <param name="Cell">What stands in it.</param>
internal sealed record SummaryColumn(string Header, string Contestant, Func<TimeUnit, ComparisonResult, string> Cell)
{
    /// <summary>The hidden size.</summary>
    public static SummaryColumn Hidden { get; } = OfWork("Hidden", workload => Figures.Whole(workload.Hidden));

    /// <summary>How many sequences.</summary>
    public static SummaryColumn Batch { get; } = OfWork("batch", workload => Figures.Whole(workload.Batch));

    /// <summary>How long the sequences are.</summary>
    public static SummaryColumn Tokens { get; } =
        OfWork("tokens", workload => workload.HasEqualLengths ? Figures.Whole(Sizes.Steps) : $"1 to {Figures.Whole(Sizes.Steps)}");

    /// <summary>The time that RnnGen takes.</summary>
    public static SummaryColumn Time { get; } = new("RnnGen", ContestantNames.RnnGen, (unit, result) => Figures.Short(result.Fastest / unit.Nanoseconds));

    /// <summary>The floating-point operations that RnnGen does in a second.</summary>
    public static SummaryColumn Speed { get; } = new("GFLOP/s", ContestantNames.RnnGen, (_, result) => Figures.Short(result.Comparison.Flops / result.Fastest));

    /// <summary>The time that another one takes, and how many times RnnGen's that is.</summary>
    public static SummaryColumn Beside(string contestant, string? header = null) => new(
        header ?? contestant,
        contestant,
        (unit, result) => Times(result.MinimumOf(contestant), minimum => $"{Figures.Short(minimum / unit.Nanoseconds)} ({Figures.Short(minimum / result.Fastest)} x)"));

    /// <summary>How many times as fast as RnnGen another one is.</summary>
    public static SummaryColumn Gain(string contestant, string header) => new(
        header, contestant, (_, result) => Times(result.MinimumOf(contestant), minimum => $"{Figures.Short(result.Fastest / minimum)} x"));

    /// <summary>The share that RnnGen reaches of what the machine allows.</summary>
    public static SummaryColumn Share(string ceiling, string limit) =>
        new($"share of {limit}", ceiling, (_, result) => Figures.Percent(result.MinimumOf(ceiling) / result.Fastest));

    /// <summary>The time of one of the three passes of a training step, and the share that it reaches of what the machine allows: all have as many multiply-adds.</summary>
    /// <param name="header">The column's head.</param>
    /// <param name="contestant">Who does the pass.</param>
    /// <param name="before">Who does only what has to come before it; null if nothing has to.</param>
    public static SummaryColumn Pass(string header, string contestant, string? before = null) => new(
        header,
        contestant,
        (unit, result) => Times(
            result.MinimumOf(contestant) - (before is null ? 0 : result.MinimumOf(before)),
            time => $"{Figures.Short(time / unit.Nanoseconds)} ({Figures.Percent(result.MinimumOf(ContestantNames.MultiplyAdds) / 3 / time)})"));

    private static SummaryColumn OfWork(string header, Func<Workload, string> cell) =>
        new(header, ContestantNames.RnnGen, (_, result) => cell(result.Comparison.Workload));

    private static string Times(double minimum, Func<double, string> text) => double.IsNaN(minimum) ? string.Empty : text(minimum);
}
