using System;
using System.IO;
using System.Linq;
using Spectre.Console;

namespace RnnGen.Demo.Rendering;

/// <summary>The parts of a report that several runs share.</summary>
internal static class Report
{
    /// <summary>The head of the tables that compare figures of the development set.</summary>
    public const string OnDevelopmentSet = "on the development set";

    /// <summary>What is trained on which texts.</summary>
    public static void Data(
        IAnsiConsole console, ModelDescription model, Vocabulary vocabulary, SequenceDataset training, SequenceDataset development)
    {
        Model(console, model);
        console.WriteLine($"  Vocabulary   {Format.Count(vocabulary.Count)} of {Format.Count(model.VocabularySize)} tokens ({vocabulary.Tokenizer})");
        console.WriteLine($"  Training     {Describe(training.Report)}");
        console.WriteLine($"  Development  {Describe(development.Report)}");
        console.WriteLine();
    }

    /// <summary>What is trained on which sequences of numbers.</summary>
    public static void Data(IAnsiConsole console, ModelDescription model, SequenceDataset training, SequenceDataset heldOut)
    {
        Model(console, model);
        console.WriteLine($"  Input        {Format.Count(model.FeatureCount)} numbers a step, standardised by the training set");
        console.WriteLine($"  Training     {DescribeSteps(training)}");
        console.WriteLine($"  Held out     {DescribeSteps(heldOut)}");
        console.WriteLine();
    }

    /// <summary>The baselines, the network below them, and by how much it is better than the best of them.</summary>
    /// <param name="console">Where to write.</param>
    /// <param name="measuredOn">What the figures are of: the head of the first column.</param>
    /// <param name="rows">Name, accuracy and macro F1; the network last.</param>
    public static void Comparison(IAnsiConsole console, string measuredOn, params (string Name, double Accuracy, double MacroF1)[] rows)
    {
        Table table = NewComparison(measuredOn, "accuracy", "macro F1");
        double best = 0;
        foreach ((string name, double accuracy, double macroF1) in rows[..^1])
        {
            best = Math.Max(best, accuracy);
            _ = table.AddRow(Markup.Escape(name), Format.Percent(accuracy), Format.Percent(macroF1));
        }

        (string network, double reached, double f1) = rows[^1];
        _ = table.AddRow($"[bold]{Markup.Escape(network)}[/]", $"[bold]{Format.Percent(reached)}[/]", $"[bold]{Format.Percent(f1)}[/]");
        console.Write(table);
        Verdict(console, reached > best, $"{Format.Points(Math.Abs(reached - best))} of accuracy");
    }

    /// <summary>Whether the network is better, in one line.</summary>
    public static void Verdict(IAnsiConsole console, bool better, string difference) => console.MarkupLine(
        better
            ? $"  [green]The network beats the best baseline[/] by {Markup.Escape(difference)}."
            : $"  [yellow]The best baseline beats the network[/] by {Markup.Escape(difference)}.");

    /// <summary>Precision and recall class by class, and which class was taken for which.</summary>
    public static void Classes(IAnsiConsole console, ConfusionMatrix confusion, LabelSet labels)
    {
        console.Write(MetricsTables.PerClass(confusion.ToClassMetrics(), labels));
        console.Write(MetricsTables.Confusion(console, confusion, labels));
    }

    /// <summary>What the model costs: its size, and the time and memory that one answer takes.</summary>
    /// <param name="console">Where to write.</param>
    /// <param name="model">The model's description.</param>
    /// <param name="what">What one call answers.</param>
    /// <param name="measurement">What one call costs.</param>
    /// <param name="save">Saves the model to a path.</param>
    /// <param name="savePath">Where it is to be saved; null to save it to a temporary file that is measured and deleted.</param>
    /// <param name="isSaved">Whether it is there already; otherwise this is the second try.</param>
    public static void Cost(IAnsiConsole console, ModelDescription model, string what, Measurement measurement, Action<string> save, string? savePath, bool isSaved)
    {
        console.WriteLine(
            $"  Cost         {Format.Decimals(measurement.MedianMicroseconds, 2)} µs {what} (median of {Format.Count(measurement.Calls)}),"
            + $" {Format.Decimals(measurement.BytesAllocated, 0)} bytes allocated");
        string path = savePath ?? Path.GetTempFileName();
        try
        {
            if (!isSaved)
            {
                save(path);
            }

            console.WriteLine($"  Size         {Format.Count(model.ParameterCount)} parameters, {Format.Bytes(new FileInfo(path).Length)} as a file");
        }
        finally
        {
            if (savePath is null)
            {
                File.Delete(path);
            }
        }

        if (savePath is not null && !isSaved)
        {
            WriteSaved(console, savePath);
        }
    }

    /// <summary>Saves the model, if it is to be saved: as soon as it is trained, whatever is measured then and takes how long.</summary>
    /// <param name="console">Where to write.</param>
    /// <param name="save">Saves the model to a path.</param>
    /// <param name="savePath">Where to; null for nowhere.</param>
    /// <returns>Whether it is saved. If it cannot be, that is said, and no reason to lose what there is to be measured.</returns>
    public static bool TrySave(IAnsiConsole console, Action<string> save, string? savePath)
    {
        if (savePath is null)
        {
            return false;
        }

        try
        {
            save(savePath);
            WriteSaved(console, savePath);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            console.WriteLine($"  Not saved    {exception.Message} It is tried again at the end.");
            return false;
        }
    }

    private static void WriteSaved(IAnsiConsole console, string path) => console.WriteLine($"  Saved        {path}");

    private static void Model(IAnsiConsole console, ModelDescription model) =>
        console.WriteLine($"  Model        {model.Name}, {ModelNames.Of(model)}, {Format.Count(model.ParameterCount)} parameters");

    private static string DescribeSteps(SequenceDataset sequences) =>
        $"{Format.Count(sequences.Count)} sequences, {Format.Count(Enumerable.Range(0, sequences.Count).Sum(sequences.LengthOf))} steps";

    private static string Describe(EncodingReport report)
    {
        string unknown = report.Tokens == 0 ? "none" : Format.Percent((double)report.UnknownTokens / report.Tokens);
        return $"{Format.Count(report.Sequences)} sequences, {Format.Count(report.Tokens)} tokens, {unknown} unknown, {Format.Count(report.SequencesCut)} cut";
    }

    /// <summary>A table with a name and some figures in each row.</summary>
    /// <param name="measuredOn">What the figures are of: the head of the first column.</param>
    /// <param name="figures">The heads of the others.</param>
    public static Table NewComparison(string measuredOn, params string[] figures)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumn(Markup.Escape(measuredOn));
        foreach (string figure in figures)
        {
            _ = table.AddColumn(new TableColumn(figure).RightAligned());
        }

        return table;
    }
}
