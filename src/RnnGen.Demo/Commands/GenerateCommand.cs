using System.CommandLine;
using System.Threading;
using RnnGen.Demo.Models;
using RnnGen.Demo.Rendering;
using RnnGen.Demo.Runs;

namespace RnnGen.Demo.Commands;

/// <summary><c>generate</c>: trains a character model on a text.</summary>
internal static class GenerateCommand
{
    private static readonly TrainingSettings Defaults = new() { Epochs = 20, LearningRate = 4e-3, ClipNorm = 5, Monitor = ValidationMetric.Loss, Patience = 3 };

    public static Command Create(DemoConsole console)
    {
        var command = new Command("generate", "Trains a character model on a plain text and has it write.");
        var training = new TrainingOptionSet(command, Defaults);
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
        var data = new GenerationData(
            [CorpusReader.ReadText(options.TrainPath(parsed))], [CorpusReader.ReadText(options.DevPath(parsed))], IsRunning: true);
        TrainingSettings settings = options.Settings(parsed, Defaults);
        switch (options.Cell(parsed))
        {
            case CellKind.Gru:
                Run<CharacterModelGru>();
                break;
            case CellKind.Lstm:
                Run<CharacterModelLstm>();
                break;
            default:
                Run<CharacterModel>();
                break;
        }

        summary.Write();

        void Run<TModel>()
            where TModel : class, ISequenceGenerator<TModel> => GenerationRun<TModel>.Execute(
                data, settings, generation.Settings(parsed, settings.Seed), [parsed.GetValue(prompt)!], savePath, console.Output, cancellation);
    }
}
