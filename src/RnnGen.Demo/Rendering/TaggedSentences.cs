using System.Collections.Generic;
using System.Linq;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace RnnGen.Demo.Rendering;

/// <summary>Sentences with the tags of the network and of the baseline below each word.</summary>
internal static class TaggedSentences
{
    /// <summary>Whether a sentence fits on a line of the console.</summary>
    public static bool Fit(IAnsiConsole console, TaggedSentence sentence) => ConsoleWidth.Fits(console, Rows(sentence));

    public static void Write(IAnsiConsole console, IEnumerable<TaggedSentence> sentences)
    {
        console.WriteLine("  Tagged sentences in which the baseline errs (wrong tags in brackets):");
        console.WriteLine();
        foreach (TaggedSentence sentence in sentences)
        {
            console.Write(Rows(sentence));
            console.WriteLine();
        }
    }

    private static Grid Rows(TaggedSentence sentence)
    {
        var grid = new Grid();
        for (int column = 0; column <= sentence.Words.Count; column++)
        {
            _ = grid.AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(column == 0 ? 2 : 0, 0, 1, 0) });
        }

        return grid
            .AddRow(Row("", sentence.Words.Select(word => new Text(word, new Style(decoration: Decoration.Bold)))))
            .AddRow(Row("network", Tags(sentence.Network, sentence.Truth)))
            .AddRow(Row("baseline", Tags(sentence.Baseline, sentence.Truth)));
    }

    private static IRenderable[] Row(string name, IEnumerable<IRenderable> cells) => [new Text(name, new Style(Color.Grey)), .. cells];

    private static IEnumerable<IRenderable> Tags(IReadOnlyList<string> guessed, IReadOnlyList<string> truth) => guessed.Zip(
        truth, (guess, right) => guess == right ? new Text(guess, new Style(Color.Green)) : new Text($"({guess})", new Style(Color.Red)));
}
