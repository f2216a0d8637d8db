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
    public void No_two_lines_of_development_rhyme_with_each_other_in_training()
    {
        HashSet<(string, string)> known = [.. Entries("couplets.train.txt").Select(LastWords)];
        Assert.All(Entries("couplets.dev.txt"), couplet => Assert.DoesNotContain(LastWords(couplet), known));

        static (string, string) LastWords(string couplet)
        {
            string[] lines = couplet.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            return (lines[0].Split(' ')[^1], lines[1].Split(' ')[^1]);
        }
    }

    [Fact]
    public void Every_couplet_rhymes() => Assert.All(Entries("couplets.train.txt"), couplet => Assert.True(CoupletGrammar.IsRhymed(couplet)));

    [Theory]
    [InlineData("The old goat by the coat\nsold the note near the box.")]
    [InlineData("The old goat by the coat")]
    [InlineData("")]
    public void What_does_not_rhyme_is_no_rhyme(string couplet) => Assert.False(CoupletGrammar.IsRhymed(couplet));

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
}
