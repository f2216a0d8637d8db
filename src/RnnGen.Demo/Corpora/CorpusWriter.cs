using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

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

    /// <summary>Writes every corpus file into a folder, which is made if it is not there. Files that are there with the same content are left alone.</summary>
    /// <exception cref="UserErrorException">A file of the same name has another content; nothing was written.</exception>
    public static IReadOnlyDictionary<string, string> WriteTo(string folder)
    {
        IReadOnlyDictionary<string, string> files = WriteAll();
        _ = Directory.CreateDirectory(folder);
        var missing = new List<(string Path, byte[] Content)>();
        foreach ((string name, string text) in files)
        {
            string path = Path.Combine(folder, name);
            byte[] content = Encoding.UTF8.GetBytes(text);
            if (!Path.Exists(path))
            {
                missing.Add((path, content));
            }
            else if (!Holds(path, content))
            {
                throw new UserErrorException($"{path} is there already, and is not what would be written; move it away, or name another folder.");
            }
        }

        foreach ((string path, byte[] content) in missing)
        {
            // What appeared in the meantime is not overwritten either.
            using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            file.Write(content);
        }

        return files;
    }

    // The length first: what is longer need not fit in memory, and what has none, as a pipe, need not end.
    private static bool Holds(string path, ReadOnlySpan<byte> content)
    {
        var file = new FileInfo(path);
        return file.Exists && file.Length == content.Length && File.ReadAllBytes(path).AsSpan().SequenceEqual(content);
    }

    // Each entry is a line, or lines of its own and then an empty one.
    private static string Join(IReadOnlyList<string> entries) => string.Join('\n', entries) + "\n";
}
