using System;
using System.Collections.Generic;

namespace RnnGen;

/// <summary>One token and its label a line, separated by TAB or by spaces; a blank line between sentences.</summary>
internal static class ConllFormat
{
    public static IEnumerable<LabeledSentence> Read(string path)
    {
        using var reader = new Utf8LineReader(path);
        var tokens = new List<string>();
        var labels = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (!line.AsSpan().IsWhiteSpace())
            {
                (string token, string label) = SplitLine(reader, line);
                tokens.Add(token);
                labels.Add(label);
            }
            else if (tokens.Count > 0)
            {
                yield return new LabeledSentence(tokens.ToArray(), labels.ToArray());
                tokens.Clear();
                labels.Clear();
            }
        }

        if (tokens.Count > 0)
        {
            yield return new LabeledSentence(tokens.ToArray(), labels.ToArray());
        }
    }

    private static (string Token, string Label) SplitLine(Utf8LineReader reader, string line)
    {
        // With a TAB, spaces belong to the token: "New York TAB place".
        string[] columns = line.Contains('\t', StringComparison.Ordinal)
            ? line.Split('\t')
            : line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (columns.Length != 2 || columns[0].Length == 0 || columns[1].Length == 0)
        {
            throw reader.Error($"Expected are a token and a label, separated by one TAB or by spaces; the line has {columns.Length} columns.");
        }

        return (columns[0], columns[1]);
    }
}
