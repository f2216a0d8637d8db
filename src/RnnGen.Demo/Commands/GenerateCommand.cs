using System.CommandLine;
using System.Threading;
using RnnGen.Demo.Models;
using RnnGen.Demo.Rendering;
using RnnGen.Demo.Runs;

namespace RnnGen.Demo.Commands;

/// <summary><c>generate</c>: trains a character model on a text.</summary>
internal static class GenerateCommand
{
    private static readonly TrainingSettings Small = new() { Epochs = 20, LearningRate = 4e-3, ClipNorm = 5, Monitor = ValidationMetric.Loss, Patience = 3 };
    private static readonly TrainingSettings Large = new() { Epochs = 10, LearningRate = 4e-3, Monitor = ValidationMetric.Loss, Patience = 3 };

    private static readonly Network<GenerationTask>[] Choices =
    [
        Networks.Generator<LargeCharacterModel>("lstm-256", Large),
        Networks.Generator<DeepCharacterModel>("lstm-256x2", Large),
        Networks.Generator<CharacterModel>("elman", Small),
        Networks.Generator<CharacterModelGru>("gru", Small),
        Networks.Generator<CharacterModelLstm>("lstm", Small),
    ];

    public static Command Create(DemoConsole console)
    {
        var command = new TrainingCommand("generate", "Trains a character model on a plain text and has it write.", ("", Choices));
        var training = new TrainingOptionSet(command);
        var generation = new GenerationOptionSet(command);
        var prompt = new Option<string>("--prompt") { Description = "How the generated text begins.", HelpName = "text", DefaultValueFactory = _ => "\n" };
        command.Options.Add(prompt);
        command.SetAction((parsed, cancellation) => DemoCommandLine.InBackground(
            () => Execute(console, training, generation, prompt, parsed, cancellation), cancellation));
        return command;
    }

    private static void Execute(
        DemoConsole console,
        TrainingOptionSet options,
        GenerationOptionSet generation,
        Option<string> prompt,
        ParseResult parsed,
        CancellationToken cancellation)
    {
        var summary = new RunSummary(console.Output);
        string? savePath = options.SavePath(parsed);
        Network<GenerationTask> network = options.Network(parsed, Choices);
        TrainingSettings settings = options.Settings(parsed, network.Defaults);
        var data = new GenerationData(
            [CorpusReader.ReadText(options.TrainPath(parsed))], [CorpusReader.ReadText(options.DevPath(parsed))], IsRunning: true);
        var task = new GenerationTask(data, generation.Settings(parsed, settings.Seed), [parsed.GetValue(prompt)!]);
        network.Train(task, settings, savePath, console.Output, cancellation);
        summary.Write();
    }
}
