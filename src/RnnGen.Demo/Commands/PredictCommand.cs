using System;
using System.CommandLine;
using System.Linq;
using System.Threading;
using RnnGen.Demo.Readers;
using RnnGen.Demo.Runs;

namespace RnnGen.Demo.Commands;

/// <summary><c>predict</c>: asks a saved model.</summary>
internal static class PredictCommand
{
    public const string Name = "predict";

    public static Command Create(DemoConsole console)
    {
        var command = new Command(Name, "Asks a saved model: the class of a text, the tags of its words, how it goes on, or who speaks a sequence of numbers.");
        Option<string> file = PathOption.File("--model", "A file that --save wrote.", required: true);
        var text = new Argument<string?>("text")
        {
            Description = "The text, or the numbers of a sequence, step after step. Without it, every line of standard input, in UTF-8, is one; blank lines are none where a model reads numbers.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<int> seed = NumberOption.Whole("--seed", "Where chance starts, for a model that writes.", 1, int.MinValue, int.MaxValue);
        command.Arguments.Add(text);
        command.Options.Add(file);
        var generation = new GenerationOptionSet(command);
        command.Options.Add(seed);
        Option[] onlyForGenerators = [.. generation.Options, seed];
        command.SetAction((parsed, cancellation) => DemoCommandLine.InBackground(
            () =>
            {
                string path = parsed.GetRequiredValue(file);
                OpenedModel model = SavedModel.Open(path, generation.Settings(parsed, parsed.GetValue(seed)));
                if (!model.Writes && onlyForGenerators.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } useless)
                {
                    throw new UserErrorException($"{useless.Name} is only for a generator, which {path} is not.");
                }

                Execute(console, model, parsed.GetValue(text), cancellation);
            },
            cancellation));
        return command;
    }

    private static void Execute(DemoConsole console, OpenedModel model, string? text, CancellationToken cancellation)
    {
        if (text is not null)
        {
            Answer(text, problem => new UserErrorException(problem));
            return;
        }

        foreach ((long number, string line) in console.Input)
        {
            if (cancellation.IsCancellationRequested)
            {
                return;
            }

            Answer(line, problem => new CorpusFormatException(StandardInput.Name, number, problem));
        }

        void Answer(string line, Func<string, Exception> error)
        {
            // As files of numbers are read: a blank line, at the end above all, is no sequence.
            if (model.ReadsNumbers && text is null && string.IsNullOrWhiteSpace(line))
            {
                return;
            }

            // Answers repeat their texts, and whoever reads them counts on one a line.
            if (!model.Writes && line.AsSpan().ContainsAny('\r', '\n'))
            {
                throw error("The text has a line break within (LF or CR); a text is one line, and standard input takes many of them.");
            }

            console.PlainOutput.WriteLine(model.Answer(line, error, cancellation));
        }
    }
}
