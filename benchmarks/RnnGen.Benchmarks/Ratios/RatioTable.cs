using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using RnnGen.Benchmarks.Contestants;
using RnnGen.Benchmarks.Contestants.Ceilings;
using RnnGen.Benchmarks.Reports;
using RnnGen.Benchmarks.Workloads;

namespace RnnGen.Benchmarks.Ratios;

/// <summary>The table of a suite with all that was measured: a row a contestant.</summary>
internal static class RatioTable
{
    /// <summary>Makes the table.</summary>
    /// <param name="unit">What the times are given in.</param>
    /// <param name="results">The results of the suite.</param>
    public static MarkdownTable Create(TimeUnit unit, IReadOnlyList<ComparisonResult> results)
    {
        ImmutableArray<Ceiling> ceilings = [.. results.SelectMany(result => result.Comparison.Contestants).OfType<Ceiling>().DistinctBy(ceiling => ceiling.Name)];
        var table = new MarkdownTable(
            1,
            [
                "contestant", "Hidden", "batch", $"min {unit.Name}", $"median {unit.Name}", "ratio of min", "ratio of median", "GFLOP/s",
                .. ceilings.Select(ceiling => $"of {ceiling.Limit}"), "trials",
            ]);
        foreach (ComparisonResult result in results)
        {
            for (int i = 0; i < result.Measurements.Length; i++)
            {
                table.Add(Row(unit, ceilings, result, i));
            }
        }

        return table;
    }

    private static string[] Row(TimeUnit unit, ImmutableArray<Ceiling> ceilings, ComparisonResult result, int index)
    {
        Workload workload = result.Comparison.Workload;
        Contestant contestant = result.Comparison.Contestants[index];
        Measurement measured = result.Measurements[index];
        bool onlyLoads = contestant is Ceiling and not MultiplyAddCeiling;
        return
        [
            contestant.Name,
            Figures.Whole(workload.Hidden),
            Figures.Whole(workload.Batch) + (workload.HasEqualLengths ? string.Empty : " unequal"),
            Figures.Short(measured.Minimum / unit.Nanoseconds),
            Figures.Short(measured.Median / unit.Nanoseconds),
            Figures.Short(measured.Minimum / result.Fastest),
            Figures.Short(measured.Median / result.Measurements[0].Median),
            onlyLoads ? string.Empty : Figures.Short(result.Comparison.Flops / measured.Minimum),
            .. ceilings.Select(ceiling => onlyLoads && ceiling is MultiplyAddCeiling
                ? string.Empty
                : Figures.Percent(result.MinimumOf(ceiling.Name) / measured.Minimum)),
            $"{Figures.Whole(measured.Kept)}/{Figures.Whole(measured.Trials)}",
        ];
    }
}
