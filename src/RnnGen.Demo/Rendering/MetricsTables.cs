using System.Collections.Immutable;
using System.Linq;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace RnnGen.Demo.Rendering;

/// <summary>How well a classifier or labeler does, class by class.</summary>
internal static class MetricsTables
{
    /// <summary>The most classes whose confusions fit side by side on a screen.</summary>
    public const int LargestConfusionMatrix = 20;

    /// <summary>Precision, recall and F1 of every class that occurred or was predicted.</summary>
    public static IRenderable PerClass(EvaluationResult result, LabelSet labels)
    {
        Table table = NewTable().AddColumn("class");
        foreach (string heading in (string[])["precision", "recall", "F1", "support"])
        {
            _ = table.AddColumn(new TableColumn(heading).RightAligned());
        }

        for (int c = 0; c < labels.Count; c++)
        {
            ClassMetrics metrics = result.Classes[c];
            _ = table.AddRow(
                Markup.Escape(labels.NameOf(c)),
                Format.Percent(metrics.Precision),
                Format.Percent(metrics.Recall),
                Format.Percent(metrics.F1),
                Format.Count(metrics.Support));
        }

        return table;
    }

    /// <summary>Which class was taken for which: a row a true class, a column a predicted one.</summary>
    public static IRenderable Confusion(ConfusionMatrix confusion, LabelSet labels)
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

    private static string Cell(long count, bool correct) => (count, correct) switch
    {
        (0, _) => "[grey]·[/]",
        (_, true) => $"[green]{Format.Count(count)}[/]",
        _ => $"[red]{Format.Count(count)}[/]",
    };

    private static Table NewTable() => new Table().Border(TableBorder.Simple);
}
