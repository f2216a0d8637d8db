using System;
using System.IO;
using System.Linq;
using RnnGen.Demo.Rendering;
using Spectre.Console;

namespace RnnGen.Demo.Tests;

/// <summary>Tables on consoles of several widths.</summary>
public class NarrowConsoleTests
{
    private static readonly LabelSet Labels = LabelSet.Build(Enumerable.Range(10, 12).Select(i => $"class {i}"));

    [Fact]
    public void A_confusion_matrix_is_shown_where_it_fits()
    {
        string shown = ShowConfusions(width: 100);

        Assert.Contains("true \\ predicted", shown, StringComparison.Ordinal);
        Assert.Equal(Labels.Count, shown.Split('\n').Count(line => line.Contains("class", StringComparison.Ordinal)));
    }

    [Fact]
    public void Where_it_does_not_fit_the_most_frequent_confusions_are_listed_most_frequent_first()
    {
        string[] rows = [.. ShowConfusions(width: 40).Split('\n').Where(line => line.Contains("class", StringComparison.Ordinal)).Select(line => line.Trim())];

        Assert.Equal(2, rows.Length);
        Assert.Equal(["class 12", "class 13", "70"], rows[0].Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Assert.Equal(["class 10", "class 21", "3"], rows[1].Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private static string ShowConfusions(int width)
    {
        var confusion = new ConfusionMatrix(Labels.Count);
        Add(0, 11, 3);
        Add(2, 3, 70);
        Add(5, 5, 900);
        using var output = new StringWriter();
        IAnsiConsole console = DemoRun.ConsoleOn(output, width);
        console.Write(MetricsTables.Confusion(console, confusion, Labels));
        return output.ToString();

        void Add(int actual, int predicted, int times)
        {
            for (int i = 0; i < times; i++)
            {
                confusion.Add(actual, predicted);
            }
        }
    }
}
