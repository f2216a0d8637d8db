using System;
using System.CommandLine;
using System.Threading;
using RnnGen.Demo.Runs;

namespace RnnGen.Demo.Commands;

/// <summary><c>predict</c>: asks a saved model.</summary>
internal static class PredictCommand
{
    public static Command Create(DemoConsole console)
    {
        var command = new Command("predict", "Asks a saved model: the class of a text, the tags of its words, how it goes on, or who speaks a sequence of numbers.");
        var model = new Option<string>("--model") { Description = "A file that --save wrote.", HelpName = "file", Required = true };
        var text = new Argument<string?>("text")
        {
            Description = "The text, or the numbers of a sequence, step after step. Without it, every line of standard input is one.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var seed = NumberOption.Whole("--seed", "Where chance starts, for a model that writes.", 1, int.MinValue, int.MaxValue);
        command.Arguments.Add(text);
        command.Options.Add(model);
        var generation = new GenerationOptionSet(command);
        command.Options.Add(seed);
        command.SetAction((parsed, cancellation) => DemoCommandLine.InBackground(
            () => Execute(
                console,
                SavedModel.Open(parsed.GetRequiredValue(model), generation.Settings(parsed, parsed.GetValue(seed))),
                parsed.GetValue(text),
                cancellation),
            cancellation));
        return command;
    }

    private static void Execute(DemoConsole console, Func<string, string> answer, string? text, CancellationToken cancellation)
    {
        if (text is not null)
        {
            console.PlainOutput.WriteLine(answer(text));
            return;
        }

        while (!cancellation.IsCancellationRequested && console.Input.ReadLine() is { } line)
        {
            console.PlainOutput.WriteLine(answer(line));
        }
    }
}
