using System.Collections.Generic;
using System.Collections.Immutable;
using RnnGen.Benchmarks.Comparisons;
using RnnGen.Benchmarks.Contestants;
using RnnGen.Benchmarks.Contestants.Ceilings;
using RnnGen.Benchmarks.Reports;

namespace RnnGen.Benchmarks.Ratios;

/// <summary>The table of a suite: a row a contestant.</summary>
internal sealed class RatioTable
{
    private const double NanosecondsPerMicrosecond = 1000;

    private readonly MarkdownTable _table = new(
        1, "contestant", "Hidden", "batch", "min us", "median us", "ratio of min", "ratio of median", "GFLOP/s", "of FMA", "of reading W", "trials");

    /// <summary>The lines of the table.</summary>
    public IEnumerable<string> Lines() => _table.Lines();

    /// <summary>Adds the rows of a comparison.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="measurements">A measurement of each contestant.</param>
    public void Add(Comparison comparison, ImmutableArray<Measurement> measurements)
    {
        double multiplyAdds = MinimumOf<MultiplyAddCeiling>(comparison, measurements);
        double loads = MinimumOf<LoadCeiling>(comparison, measurements);
        for (int i = 0; i < measurements.Length; i++)
        {
            Measurement measured = measurements[i];
            bool isLoads = comparison.Contestants[i] is LoadCeiling;
            _table.Add(
                comparison.Contestants[i].Name,
                Figures.Whole(comparison.Workload.Hidden),
                Figures.Whole(comparison.Workload.Batch) + (comparison.Workload.HasEqualLengths ? string.Empty : " unequal"),
                Figures.Short(measured.Minimum / NanosecondsPerMicrosecond),
                Figures.Short(measured.Median / NanosecondsPerMicrosecond),
                Figures.Short(measured.Minimum / measurements[0].Minimum),
                Figures.Short(measured.Median / measurements[0].Median),
                isLoads ? string.Empty : Figures.Short(comparison.Flops / measured.Minimum),
                isLoads ? string.Empty : Figures.Percent(multiplyAdds / measured.Minimum),
                Figures.Percent(loads / measured.Minimum),
                $"{Figures.Whole(measured.Kept)}/{Figures.Whole(measured.Trials)}");
        }
    }

    private static double MinimumOf<TContestant>(Comparison comparison, ImmutableArray<Measurement> measurements)
        where TContestant : Contestant
    {
        for (int i = 0; i < measurements.Length; i++)
        {
            if (comparison.Contestants[i] is TContestant)
            {
                return measurements[i].Minimum;
            }
        }

        return double.NaN;
    }
}
