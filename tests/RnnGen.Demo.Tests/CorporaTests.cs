using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using RnnGen.Demo.Corpora;

namespace RnnGen.Demo.Tests;

/// <summary>The corpora that ship with the demo.</summary>
public class CorporaTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Corpora", "Texts");

    public static TheoryData<string, string> Splits => new()
    {
        { "sentiment.train.tsv", "sentiment.dev.tsv" },
        { "tagging.train.conll", "tagging.dev.conll" },
        { "couplets.train.txt", "couplets.dev.txt" },
    };

    [Fact]
    public void The_files_are_what_the_grammars_write()
    {
        foreach ((string name, string text) in CorpusWriter.WriteAll())
        {
            Assert.Equal(text, File.ReadAllText(Path.Combine(Folder, name)));
        }
    }

    [Theory]
    [MemberData(nameof(Splits))]
    public void No_development_entry_is_in_training(string training, string development)
    {
        HashSet<string> known = [.. Entries(training)];
        Assert.All(Entries(development), entry => Assert.DoesNotContain(entry, known));
    }

    [Theory]
    [MemberData(nameof(Splits))]
    public void Every_word_of_development_is_known_from_training(string training, string development)
    {
        HashSet<string> known = [.. Words(training)];
        Assert.All(Words(development), word => Assert.Contains(word, known));
    }

    [Fact]
    public void No_pair_of_rhymes_of_development_is_in_training()
    {
        HashSet<(string, string)> known = [.. Couplets("couplets.train.txt").Select(LastWords)];
        Assert.All(
            Couplets("couplets.dev.txt"),
            couplet => Assert.DoesNotContain(LastWords(couplet), known));

        // The last two words of each line stand for its end: no two ends of the grammar share them.
        static (string, string) LastWords(string[] couplet) => (LastTwo(couplet[0]), LastTwo(couplet[1]));
        static string LastTwo(string line) => string.Join(' ', line.TrimEnd(',', '.').Split(' ')[^2..]);
    }

    [Fact]
    public void The_two_sentiments_are_about_equally_frequent()
    {
        string[] entries = Entries("sentiment.dev.tsv");
        int positive = entries.Count(entry => entry.StartsWith("positive\t", StringComparison.Ordinal));

        // A fair coin thrown 600 times falls outside 42 to 58 % once in ten thousand times.
        Assert.InRange((double)positive / entries.Length, 0.42, 0.58);
    }

    private static string[] Entries(string file) =>
        File.ReadAllText(Path.Combine(Folder, file))
            .Split(file.EndsWith(".tsv", StringComparison.Ordinal) ? "\n" : "\n\n", StringSplitOptions.RemoveEmptyEntries);

    private static string[] Words(string file) =>
        File.ReadAllText(Path.Combine(Folder, file)).Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string[]> Couplets(string file) =>
        Entries(file).Select(entry => entry.Split('\n', StringSplitOptions.RemoveEmptyEntries));
}
