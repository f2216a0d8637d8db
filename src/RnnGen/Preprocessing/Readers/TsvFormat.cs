using System;
using System.Collections.Generic;

namespace RnnGen;

/// <summary>Two columns, separated by one TAB: a label and a text.</summary>
internal static class TsvFormat
{
    public static IEnumerable<ClassifiedText> Read(string path, TsvColumns columns)
    {
        string expected = columns == TsvColumns.LabelText ? "label TAB text" : "text TAB label";
        using var reader = new Utf8LineReader(path);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0)
            {
                continue;
            }

            int tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab < 0)
            {
                throw reader.Error($"The line has no TAB; expected is {expected}.");
            }

            if (line.IndexOf('\t', tab + 1) >= 0)
            {
                throw reader.Error($"The line has more than one TAB; expected is {expected}.");
            }

            string first = line[..tab];
            string second = line[(tab + 1)..];
            (string text, string label) = columns == TsvColumns.LabelText ? (second, first) : (first, second);
            if (string.IsNullOrWhiteSpace(first) || string.IsNullOrWhiteSpace(second))
            {
                // Named by its place: whoever finds out which column is which reads the file one way first.
                throw reader.Error($"Column {(string.IsNullOrWhiteSpace(first) ? 1 : 2)} is empty; expected is {expected}.");
            }

            yield return new ClassifiedText(text, label);
        }
    }
}
