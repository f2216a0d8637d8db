using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using RnnGen.Benchmarks.Reports;

namespace RnnGen.Benchmarks.Ratios;

/// <summary>The table of a suite as it stands in the README: a row a comparison.</summary>
internal static class SummaryTable
{
    /// <summary>Makes the table.</summary>
    /// <param name="columns">Its columns; those about contestants that took no part are left out.</param>
    /// <param name="unit">What the times are given in.</param>
    /// <param name="results">The results of the suite.</param>
    public static MarkdownTable Create(ImmutableArray<SummaryColumn> columns, TimeUnit unit, IReadOnlyList<ComparisonResult> results)
    {
        SummaryColumn[] present = [.. columns.Where(column => results.Any(result => !double.IsNaN(result.MinimumOf(column.Contestant))))];
        var table = new MarkdownTable(0, [.. present.Select(column => column.Header)]);
        foreach (ComparisonResult result in results)
        {
            table.Add([.. present.Select(column => column.Cell(unit, result))]);
        }

        return table;
    }
}
