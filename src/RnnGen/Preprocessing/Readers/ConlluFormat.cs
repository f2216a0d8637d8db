using System;
using System.Collections.Generic;
using System.Globalization;

namespace RnnGen;

/// <summary>CoNLL-U, https://universaldependencies.org/format.html: ten columns a word, of which FORM (2) and UPOS (4) are read.</summary>
internal static class ConlluFormat
{
    private const int Columns = 10;
    private const int Id = 0;
    private const int Form = 1;
    private const int UniversalTag = 3;

    public static IEnumerable<LabeledSentence> Read(string path)
    {
        using var reader = new Utf8LineReader(path);
        var tokens = new List<string>();
        var labels = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.AsSpan().IsWhiteSpace())
            {
                if (tokens.Count > 0)
                {
                    yield return new LabeledSentence(tokens.ToArray(), labels.ToArray());
                    tokens.Clear();
                    labels.Clear();
                }
            }
            else if (line[0] != '#')
            {
                AddWord(reader, line, tokens, labels);
            }
        }

        if (tokens.Count > 0)
        {
            yield return new LabeledSentence(tokens.ToArray(), labels.ToArray());
        }
    }

    private static void AddWord(Utf8LineReader reader, string line, List<string> tokens, List<string> labels)
    {
        string[] columns = line.Split('\t');
        if (columns.Length != Columns)
        {
            throw reader.Error($"The line has {columns.Length} columns; CoNLL-U has {Columns}, separated by one TAB each.");
        }

        string id = columns[Id];
        if (IsMultiwordOrEmpty(id))
        {
            return;
        }

        if (id != (tokens.Count + 1).ToString(CultureInfo.InvariantCulture))
        {
            throw reader.Error($"The word has the id \"{id}\"; expected is {tokens.Count + 1}, or a range such as 1-2, or an empty word such as 1.1.");
        }

        if (columns[Form].Length == 0)
        {
            throw reader.Error("The word form (column 2) is empty.");
        }

        if (columns[UniversalTag] is "" or "_")
        {
            throw reader.Error($"The word \"{columns[Form]}\" has no part of speech (column 4).");
        }

        tokens.Add(columns[Form]);
        labels.Add(columns[UniversalTag]);
    }

    private static bool IsMultiwordOrEmpty(string id)
    {
        int separator = id.AsSpan().IndexOfAny('-', '.');
        return separator > 0
            && separator < id.Length - 1
            && !id.AsSpan(0, separator).ContainsAnyExceptInRange('0', '9')
            && !id.AsSpan(separator + 1).ContainsAnyExceptInRange('0', '9');
    }
}
