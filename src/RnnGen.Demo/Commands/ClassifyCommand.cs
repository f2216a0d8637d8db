using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Threading;
using RnnGen.Demo.Models;
using RnnGen.Demo.Rendering;
using RnnGen.Demo.Runs;

namespace RnnGen.Demo.Commands;

/// <summary><c>classify</c>: trains a classifier on a TSV file.</summary>
internal static class ClassifyCommand
{
    private const string Words = "words";
    private const string Characters = "characters";
    private const string Auto = "auto";
    private const string LabelText = "label-text";
    private const string TextLabel = "text-label";

    private static readonly TrainingSettings WordDefaults = new() { Epochs = 10, LearningRate = 1e-3, Patience = 3 };

    public static Command Create(DemoConsole console)
    {
        var command = new Command("classify", "Trains a classifier: a label and a text in each line, separated by a TAB.");
        var training = new TrainingOptionSet(command, WordDefaults);
        var format = new Option<string>("--format") { Description = "Which of the two columns comes first.", DefaultValueFactory = _ => Auto };
        var tokens = new Option<string>("--tokens") { Description = "What the network reads step by step.", DefaultValueFactory = _ => Words };
        _ = format.AcceptOnlyFromAmong(Auto, LabelText, TextLabel);
        _ = tokens.AcceptOnlyFromAmong(Words, Characters);
        command.Options.Add(format);
        command.Options.Add(tokens);
        command.SetAction((parsed, cancellation) => DemoCommandLine.InBackground(
            () => Execute(
                console,
                training,
                parsed,
                parsed.GetValue(format)!,
                parsed.GetValue(tokens) == Characters,
                cancellation),
            cancellation));
        return command;
    }

    private static void Execute(
        DemoConsole console, TrainingOptionSet options, ParseResult parsed, string format, bool characters, CancellationToken cancellation)
    {
        using var summary = new RunSummary(console.Output);
        string? savePath = options.SavePath(parsed);
        TsvColumns columns = format switch
        {
            LabelText => TsvColumns.LabelText,
            TextLabel => TsvColumns.TextLabel,
            _ => Detect(options.TrainPath(parsed)),
        };
        var data = new ClassificationData(
            [.. CorpusReader.ReadTsv(options.TrainPath(parsed), columns)],
            [.. CorpusReader.ReadTsv(options.DevPath(parsed), columns)],
            characters ? Tokenizer.Characters : Tokenizer.Words,
            characters ? Characters : Words);
        if (characters)
        {
            ClassificationRun<SpellingClassifier>.Execute(data, options.Settings(parsed), savePath, console.Output, cancellation);
        }
        else
        {
            ClassificationRun<SentenceClassifier>.Execute(data, options.Settings(parsed), savePath, console.Output, cancellation);
        }
    }

    /// <summary>Labels repeat, texts hardly do: the column with fewer different values holds the labels.</summary>
    private static TsvColumns Detect(string path)
    {
        List<ClassifiedText> samples = [.. CorpusReader.ReadTsv(path, TsvColumns.LabelText)];
        int first = samples.Select(sample => sample.Label).Distinct().Count();
        int second = samples.Select(sample => sample.Text).Distinct().Count();
        return first < second ? TsvColumns.LabelText
            : first > second ? TsvColumns.TextLabel
            : throw new UserErrorException($"Both columns of {path} have {first} different values; say which is which with --format.");
    }
}
