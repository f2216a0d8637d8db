using System;
using System.Collections.Generic;
using System.IO;

namespace RnnGen.Demo.Corpora;

/// <summary>Writes the demo's corpora with their grammars: the files under Corpora/Texts are what it wrote.</summary>
internal static class CorpusWriter
{
    private const int Seed = 1;

    /// <summary>The content of every corpus file by its name.</summary>
    public static IReadOnlyDictionary<string, string> WriteAll()
    {
        CorpusFiles sentiment = new SentimentGrammar(Seed).Write(training: 3600, development: 600);
        CorpusFiles tagging = new TaggingGrammar(Seed).Write(training: 3000, development: 500);
        CorpusFiles couplets = new CoupletGrammar(Seed).Write(training: 4500, development: 400);
        return new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["sentiment.train.tsv"] = Join(sentiment.Training),
            ["sentiment.dev.tsv"] = Join(sentiment.Development),
            ["tagging.train.conll"] = Join(tagging.Training),
            ["tagging.dev.conll"] = Join(tagging.Development),
            ["couplets.train.txt"] = Join(couplets.Training),
            ["couplets.dev.txt"] = Join(couplets.Development),
        };
    }

    /// <summary>Writes every corpus file into a folder, which is made if it is not there.</summary>
    public static IReadOnlyDictionary<string, string> WriteTo(string folder)
    {
        IReadOnlyDictionary<string, string> files = WriteAll();
        _ = Directory.CreateDirectory(folder);
        foreach ((string name, string text) in files)
        {
            File.WriteAllText(Path.Combine(folder, name), text);
        }

        return files;
    }

    // Each entry is a line, or lines of its own and then an empty one.
    private static string Join(IReadOnlyList<string> entries) => string.Join('\n', entries) + "\n";
}
