using System;
using System.Collections.Generic;
using System.Linq;

namespace RnnGen.Benchmarks.Reports;

/// <summary>A Markdown table whose columns are aligned, so that it reads as well in a terminal.</summary>
/// <param name="textColumns">How many columns, from the left, are texts; the others are numbers, and are aligned to the right.</param>
/// <param name="headers">The head of each column.</param>
internal sealed class MarkdownTable(int textColumns, params string[] headers)
{
    private readonly List<string[]> _rows = [];

    /// <summary>Adds a row.</summary>
    /// <param name="cells">As many as there are columns.</param>
    public void Add(params string[] cells)
    {
        if (cells.Length != headers.Length)
        {
            throw new ArgumentException($"There are {cells.Length} cells for {headers.Length} columns.", nameof(cells));
        }

        _rows.Add(cells);
    }

    /// <summary>The lines of the table.</summary>
    public IEnumerable<string> Lines()
    {
        int[] widths = [.. headers.Select((header, column) => _rows.Select(row => row[column].Length).Append(header.Length).Max())];
        yield return Line(headers, widths);
        yield return Line([.. widths.Select((width, column) => column < textColumns ? new string('-', width) : new string('-', width - 1) + ":")], widths);
        foreach (string[] row in _rows)
        {
            yield return Line(row, widths);
        }
    }

    private string Line(string[] cells, int[] widths) =>
        "| " + string.Join(" | ", cells.Select((cell, column) => column < textColumns ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))) + " |";
}
