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

    private const int RarestWord = 2;

    // Weights of words that are seen two or three times would remember their sentences rather than mean something: hence the strong decay.
    private static readonly TrainingSettings OneWayWords = new() { Epochs = 12, LearningRate = 5e-4, WeightDecay = 1, Patience = 5 };
    private static readonly TrainingSettings BothWaysWords = new() { Epochs = 8, LearningRate = 1e-3, WeightDecay = 0.5, Patience = 5 };

    // There are few characters, and each is seen often.
    private static readonly TrainingSettings OneWayCharacters = new() { Epochs = 30, BatchSize = 16, LearningRate = 2e-3, WeightDecay = 0.05 };
    private static readonly TrainingSettings BothWaysCharacters = new() { Epochs = 32, BatchSize = 16, LearningRate = 2e-3, WeightDecay = 0.05 };

    private static readonly Network<ClassificationData>[] SpellingNetworks =
    [
        Networks.Classifier<SpellingClassifierBiLstm>("bilstm", BothWaysCharacters),
        Networks.Classifier<SpellingClassifier>("elman", OneWayCharacters),
        Networks.Classifier<SpellingClassifierGru>("gru", OneWayCharacters),
        Networks.Classifier<SpellingClassifierLstm>("lstm", OneWayCharacters),
    ];

    private static readonly Network<ClassificationData>[] SentimentNetworks =
    [
        Networks.Classifier<SentimentClassifierBiLstm>("bilstm", BothWaysWords),
        Networks.Classifier<SentimentClassifier>("elman", OneWayWords),
        Networks.Classifier<SentimentClassifierGru>("gru", OneWayWords),
        Networks.Classifier<SentimentClassifierLstm>("lstm", OneWayWords),
    ];

    private static readonly Network<ClassificationData>[] SentenceNetworks =
    [
        Networks.Classifier<SentenceClassifierBiLstm>("bilstm", BothWaysWords),
        Networks.Classifier<SentenceClassifier>("elman", OneWayWords),
        Networks.Classifier<SentenceClassifierGru>("gru", OneWayWords),
        Networks.Classifier<SentenceClassifierLstm>("lstm", OneWayWords),
    ];

    public static Command Create(DemoConsole console)
    {
        var command = new TrainingCommand(
            "classify",
            "Trains a classifier: a label and a text in each line, separated by a TAB.",
            ("of words", SentimentNetworks),
            ("of characters", SpellingNetworks));
        var training = new TrainingOptionSet(command);
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
        var summary = new RunSummary(console.Output);
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
            characters ? Characters : Words,
            MinimumFrequency: characters ? 1 : RarestWord);
        Network<ClassificationData> network = options.Network(
            parsed,
            characters ? SpellingNetworks
            : data.Training.Select(sample => sample.Label).Distinct().Count() <= SentimentClassifier.ClassCount ? SentimentNetworks
            : SentenceNetworks);
        network.Train(data, options.Settings(parsed, network.Defaults), savePath, console.Output, cancellation);
        summary.Write();
    }

    /// <summary>Labels repeat, texts hardly do: the column with fewer different values holds the labels.</summary>
    private static TsvColumns Detect(string path)
    {
        List<ClassifiedText> samples = [.. CorpusReader.ReadTsv(path, TsvColumns.LabelText)];
        if (samples.Count == 0)
        {
            // Either will do: that the file is empty is said where it is said whatever --format is.
            return TsvColumns.LabelText;
        }

        int first = samples.Select(sample => sample.Label).Distinct().Count();
        int second = samples.Select(sample => sample.Text).Distinct().Count();
        return first < second ? TsvColumns.LabelText
            : first > second ? TsvColumns.TextLabel
            : throw new UserErrorException($"Both columns of {path} have {first} different values; say which is which with --format.");
    }
}
