using System.Collections.Generic;
using System.Linq;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace RnnGen.Demo.Rendering;

/// <summary>Sentences with the tags of the network and of the baseline below each word.</summary>
internal static class TaggedSentences
{
    public static void Write(IAnsiConsole console, IEnumerable<TaggedSentence> sentences)
    {
        console.WriteLine("  Tagged sentences in which the baseline errs (wrong tags in brackets):");
        console.WriteLine();
        foreach (TaggedSentence sentence in sentences)
        {
            var grid = new Grid();
            for (int column = 0; column <= sentence.Words.Count; column++)
            {
                _ = grid.AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(column == 0 ? 2 : 0, 0, 1, 0) });
            }

            _ = grid.AddRow(Row("", sentence.Words.Select(word => new Text(word, new Style(decoration: Decoration.Bold)))));
            _ = grid.AddRow(Row("network", Tags(sentence.Network, sentence.Truth)));
            _ = grid.AddRow(Row("baseline", Tags(sentence.Baseline, sentence.Truth)));
            console.Write(grid);
            console.WriteLine();
        }
    }

    private static IRenderable[] Row(string name, IEnumerable<IRenderable> cells) => [new Text(name, new Style(Color.Grey)), .. cells];

    private static IEnumerable<IRenderable> Tags(IReadOnlyList<string> guessed, IReadOnlyList<string> truth) => guessed.Zip(
        truth, (guess, right) => guess == right ? new Text(guess, new Style(Color.Green)) : new Text($"({guess})", new Style(Color.Red)));
}
