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
    private static readonly TrainingSettings Defaults = new() { Epochs = 6, LearningRate = 2e-3, Patience = 2 };

    public static Command Create(DemoConsole console)
    {
        var command = new Command(
            "tag",
            "Trains a tagger: CoNLL-U if the name ends in .conllu, otherwise a word and its tag in each line and an empty line between sentences.");
        var training = new TrainingOptionSet(command, Defaults);
        command.SetAction((parsed, cancellation) => DemoCommandLine.InBackground(() => Execute(console, training, parsed, cancellation), cancellation));
        return command;
    }

    private static void Execute(DemoConsole console, TrainingOptionSet options, ParseResult parsed, CancellationToken cancellation)
    {
        var summary = new RunSummary(console.Output);
        string? savePath = options.SavePath(parsed);
        switch (options.Cell(parsed))
        {
            case CellKind.Gru:
                Run<PartOfSpeechTaggerGru>();
                break;
            case CellKind.Lstm:
                Run<PartOfSpeechTaggerLstm>();
                break;
            default:
                Run<PartOfSpeechTagger>();
                break;
        }

        summary.Write();

        void Run<TModel>()
            where TModel : class, ISequenceLabeler<TModel> => LabelingRun<TModel>.Execute(
                Read(options.TrainPath(parsed)), Read(options.DevPath(parsed)), options.Settings(parsed, Defaults), savePath, console.Output, cancellation);
    }

    private static List<LabeledSentence> Read(string path) =>
        [.. Path.GetExtension(path).Equals(".conllu", StringComparison.OrdinalIgnoreCase) ? CorpusReader.ReadConllu(path) : CorpusReader.ReadConll(path)];
}
