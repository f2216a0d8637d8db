using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Threading;
using RnnGen.Demo.Models;
using RnnGen.Demo.Rendering;
using RnnGen.Demo.Runs;

namespace RnnGen.Demo.Commands;

/// <summary><c>tag</c>: trains a part-of-speech tagger on a CoNLL file.</summary>
internal static class TagCommand
{
    private static readonly TrainingSettings OneWay = new() { Epochs = 6, LearningRate = 2e-3, Patience = 2 };
    private static readonly TrainingSettings BothWays = new() { Epochs = 5, LearningRate = 2e-3, Patience = 2 };

    private static readonly Network<LabelingData>[] Choices =
    [
        Networks.Labeler<PartOfSpeechTaggerBiLstm>("bilstm", BothWays),
        Networks.Labeler<PartOfSpeechTaggerBiGru>("bigru", BothWays),
        Networks.Labeler<PartOfSpeechTagger>("elman", OneWay),
        Networks.Labeler<PartOfSpeechTaggerGru>("gru", OneWay),
        Networks.Labeler<PartOfSpeechTaggerLstm>("lstm", OneWay),
    ];

    public static Command Create(DemoConsole console)
    {
        var command = new TrainingCommand(
            "tag",
            "Trains a tagger: CoNLL-U if the name ends in .conllu, otherwise a word and its tag in each line and an empty line between sentences.",
            ("", Choices));
        var training = new TrainingOptionSet(command);
        command.SetAction((parsed, cancellation) => DemoCommandLine.InBackground(() => Execute(console, training, parsed, cancellation), cancellation));
        return command;
    }

    private static void Execute(DemoConsole console, TrainingOptionSet options, ParseResult parsed, CancellationToken cancellation)
    {
        var summary = new RunSummary(console.Output);
        string? savePath = options.SavePath(parsed);
        Network<LabelingData> network = options.Network(parsed, Choices);
        var data = new LabelingData(Read(options.TrainPath(parsed)), Read(options.DevPath(parsed)));
        network.Train(data, options.Settings(parsed, network.Defaults), savePath, console.Output, cancellation);
        summary.Write();
    }

    private static List<LabeledSentence> Read(string path) =>
        [.. Path.GetExtension(path).Equals(".conllu", StringComparison.OrdinalIgnoreCase) ? CorpusReader.ReadConllu(path) : CorpusReader.ReadConll(path)];
}
