using System.CommandLine;
using System.Threading;
using RnnGen.Demo.Models;
using RnnGen.Demo.Readers;
using RnnGen.Demo.Rendering;
using RnnGen.Demo.Runs;

namespace RnnGen.Demo.Commands;

/// <summary><c>identify</c>: trains a classifier of speakers on a file of numbers.</summary>
internal static class IdentifyCommand
{
    // Of the file of the UCI data set "Japanese Vowels" that is to be trained on.
    private const int SequencesPerSpeaker = 30;

    // The same for all: the figures hardly change with the step size, and not with the decay.
    private static readonly TrainingSettings Settings = new()
    {
        Epochs = 80,
        BatchSize = 10,
        LearningRate = 0.01,
        WeightDecay = 0.1,
        KeepsLastEpoch = true,
    };

    private static readonly Network<SpeakerData>[] Choices =
    [
        Networks.SpeakerClassifier<SpeakerClassifierBiGru>("bigru", Settings),
        Networks.SpeakerClassifier<SpeakerClassifierBiLstm>("bilstm", Settings),
        Networks.SpeakerClassifier<SpeakerClassifier>("elman", Settings),
        Networks.SpeakerClassifier<SpeakerClassifierGru>("gru", Settings),
        Networks.SpeakerClassifier<SpeakerClassifierLstm>("lstm", Settings),
    ];

    public static Command Create(DemoConsole console)
    {
        var command = new TrainingCommand(
            "identify",
            "Trains a classifier of speakers: 12 numbers in each line, a line of 1.0s or an empty one after each sequence, one speaker after another. A third is held out.",
            ("", Choices));
        var training = new TrainingOptionSet(command, hasDevelopmentFile: false);
        Option<int> sequences = NumberOption.Whole(
            "--sequences", "How many sequences each speaker has in the file.", SequencesPerSpeaker, SpeakerData.Parts, int.MaxValue);
        Option<int> heldOut = NumberOption.Whole(
            "--held-out", "Which third is never trained on: the first, second or third sequence of each three.", SpeakerData.Parts, 1, SpeakerData.Parts);
        command.Options.Add(sequences);
        command.Options.Add(heldOut);
        command.SetAction((parsed, cancellation) => DemoCommandLine.InBackground(
            () => Execute(console, training, parsed, parsed.GetValue(sequences), parsed.GetValue(heldOut), cancellation), cancellation));
        return command;
    }

    private static void Execute(
        DemoConsole console, TrainingOptionSet options, ParseResult parsed, int perSpeaker, int heldOut, CancellationToken cancellation)
    {
        var summary = new RunSummary(console.Output);
        string? savePath = options.SavePath(parsed);
        Network<SpeakerData> network = options.Network(parsed, Choices);
        var data = SpeakerData.Divide(FeatureSequences.Read(options.TrainPath(parsed), network.Model), perSpeaker, heldOut);
        network.Train(data, options.Settings(parsed, network.Defaults), savePath, console.Output, cancellation);
        summary.Write();
    }
}
