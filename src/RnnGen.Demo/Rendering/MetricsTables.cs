using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace RnnGen.Demo.Rendering;

/// <summary>How well a classifier or labeler does, class by class.</summary>
internal static class MetricsTables
{
    private const int ConfusionsListed = 10;

    /// <summary>Precision, recall and F1 of every class.</summary>
    public static IRenderable PerClass(ImmutableArray<ClassMetrics> classes, LabelSet labels)
    {
        Table table = NewTable().AddColumn("class");
        foreach (string heading in (string[])["precision", "recall", "F1", "support"])
        {
            _ = table.AddColumn(new TableColumn(heading).RightAligned());
        }

        for (int c = 0; c < labels.Count; c++)
        {
            ClassMetrics metrics = classes[c];
            _ = table.AddRow(
                Markup.Escape(labels.NameOf(c)),
                Format.Percent(metrics.Precision),
                Format.Percent(metrics.Recall),
                Format.Percent(metrics.F1),
                Format.Count(metrics.Support));
        }

        return table;
    }

    /// <summary>Which class was taken for which: the confusion matrix, or the most frequent confusions if it is too wide for the console.</summary>
    public static IRenderable Confusion(IAnsiConsole console, ConfusionMatrix confusion, LabelSet labels)
    {
        Table matrix = Matrix(confusion, labels);
        return ConsoleWidth.Fits(console, matrix) ? matrix : MostFrequent(confusion, labels);
    }

    /// <summary>A row for each true class, a column for each predicted one.</summary>
    private static Table Matrix(ConfusionMatrix confusion, LabelSet labels)
    {
        // Long names would make many columns too wide: then the head of a column is the number of its row.
        bool numbered = labels.Count > 4;
        ImmutableArray<string> names = [.. labels.Names.Select((name, c) => numbered ? $"{c + 1} {name}" : name)];
        Table table = NewTable().AddColumn("true \\ predicted");
        for (int c = 0; c < labels.Count; c++)
        {
            _ = table.AddColumn(new TableColumn(Markup.Escape(numbered ? $"{c + 1}" : names[c])) { Padding = new Padding(numbered ? 0 : 1, 0) }.RightAligned());
        }

        for (int actual = 0; actual < labels.Count; actual++)
        {
            int row = actual;
            _ = table.AddRow(
                [Markup.Escape(names[row]), .. Enumerable.Range(0, labels.Count).Select(predicted => Cell(confusion[row, predicted], row == predicted))]);
        }

        return table;
    }

    private static Table MostFrequent(ConfusionMatrix confusion, LabelSet labels)
    {
        Table table = NewTable().AddColumn("true").AddColumn("predicted").AddColumn(new TableColumn("how often").RightAligned());
        IEnumerable<(int Actual, int Predicted, long Count)> confusions =
            from actual in Enumerable.Range(0, labels.Count)
            from predicted in Enumerable.Range(0, labels.Count)
            where actual != predicted && confusion[actual, predicted] > 0
            orderby confusion[actual, predicted] descending
            select (actual, predicted, confusion[actual, predicted]);
        foreach ((int actual, int predicted, long count) in confusions.Take(ConfusionsListed))
        {
            _ = table.AddRow(Markup.Escape(labels.NameOf(actual)), Markup.Escape(labels.NameOf(predicted)), Format.Count(count));
        }

        return table;
    }

    private static string Cell(long count, bool correct) => (count, correct) switch
    {
        (0, _) => "[grey]·[/]",
        (_, true) => $"[green]{Format.Count(count)}[/]",
        _ => $"[red]{Format.Count(count)}[/]",
    };

    private static Table NewTable() => new Table().Border(TableBorder.Simple);
}
