using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using System.Threading;
using RnnGen.Demo.Models;
using RnnGen.Demo.Rendering;
using RnnGen.Demo.Runs;
using Spectre.Console;

namespace RnnGen.Demo.Commands;

/// <summary><c>classify</c>: trains a classifier on a TSV file.</summary>
internal static class ClassifyCommand
{
    private const string Words = "words";
    private const string Characters = "characters";
    private const string Auto = "auto";
    private const string LabelText = "label-text";
    private const string TextLabel = "text-label";

    private const int RarestWord = 2;

    // Weights of words that are seen two or three times would remember their sentences rather than mean something: hence the strong decay.
    private static readonly TrainingSettings WordDefaults = new() { Epochs = 12, LearningRate = 5e-4, WeightDecay = 1, Patience = 5 };

    // There are few characters, and each is seen often.
    private static readonly TrainingSettings CharacterDefaults = new() { Epochs = 30, BatchSize = 16, LearningRate = 2e-3, WeightDecay = 0.05 };

    public static Command Create(DemoConsole console)
    {
        var command = new Command("classify", "Trains a classifier: a label and a text in each line, separated by a TAB.");
        var training = new TrainingOptionSet(command, WordDefaults);
        var format = new Option<string>("--format") { Description = "Which of the two columns comes first.", DefaultValueFactory = _ => Auto };
        var tokens = new Option<string>("--tokens")
        {
            Description = "What the network reads step by step. Characters have defaults of their own: " + Describe(CharacterDefaults),
            DefaultValueFactory = _ => Words,
        };
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
        var summary = new RunSummary(console.Output);
        string? savePath = options.SavePath(parsed);
        TrainingSettings settings = options.Settings(parsed, characters ? CharacterDefaults : WordDefaults);
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
            characters ? Characters : Words,
            MinimumFrequency: characters ? 1 : RarestWord);
        if (characters)
        {
            Run<SpellingClassifier, SpellingClassifierGru, SpellingClassifierLstm>();
        }
        else if (data.Training.Select(sample => sample.Label).Distinct().Count() <= SentimentClassifier.ClassCount)
        {
            Run<SentimentClassifier, SentimentClassifierGru, SentimentClassifierLstm>();
        }
        else
        {
            Run<SentenceClassifier, SentenceClassifierGru, SentenceClassifierLstm>();
        }

        summary.Write();

        void Run<TElman, TGru, TLstm>()
            where TElman : class, ISequenceClassifier<TElman>
            where TGru : class, ISequenceClassifier<TGru>
            where TLstm : class, ISequenceClassifier<TLstm>
        {
            Action<ClassificationData, TrainingSettings, string?, IAnsiConsole, CancellationToken> execute = options.Cell(parsed) switch
            {
                CellKind.Gru => ClassificationRun<TGru>.Execute,
                CellKind.Lstm => ClassificationRun<TLstm>.Execute,
                _ => ClassificationRun<TElman>.Execute,
            };
            execute(data, settings, savePath, console.Output, cancellation);
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

    private static string Describe(TrainingSettings settings) => string.Create(
        CultureInfo.InvariantCulture,
        $"--epochs {settings.Epochs} --batch {settings.BatchSize} --learning-rate {settings.LearningRate} --weight-decay {settings.WeightDecay} --patience {settings.Patience}.");
}
