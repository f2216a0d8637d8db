using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace RnnGen.Demo.Commands;

/// <summary>The demo's command line: what there is, and what happens when something goes wrong.</summary>
internal static class DemoCommandLine
{
    private const int Failure = 1;

    // What a shell expects of a program that Ctrl+C ended: 128 + SIGINT.
    private const int Cancelled = 130;

    // After Ctrl+C the step at hand is finished, what has been learned is measured and saved: that is soon done, but not within the two seconds
    // that System.CommandLine would grant.
    private static readonly TimeSpan TimeToFinish = TimeSpan.FromMinutes(1);

    // Where nothing is trained there is nothing to finish; and what waits for a line of standard input may wait for ever.
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(1);

    /// <summary>Runs the demo.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="console">Where to read from and to write to.</param>
    /// <param name="cancellation">Does what Ctrl+C does.</param>
    /// <returns>The exit code: 0 if all went well.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, DemoConsole console, CancellationToken cancellation = default)
    {
        // A text that begins with @, as messages to somebody do, is a text, and not a file with arguments.
        ParseResult parsed = Create(console).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
        {
            return Fail(console, string.Join(' ', parsed.Errors.Select(error => error.Message)));
        }

        var invocation = new InvocationConfiguration
        {
            Output = console.PlainOutput,
            Error = console.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = parsed.CommandResult.Command.Name == PredictCommand.Name ? TimeToStop : TimeToFinish,
        };
        try
        {
            return await parsed.InvokeAsync(invocation, cancellation);
        }
        catch (OperationCanceledException)
        {
            console.Error.WriteLine("Cancelled.");
            return Cancelled;
        }
        catch (Exception exception) when (exception is UserErrorException or IOException or UnauthorizedAccessException or FormatException or TrainingDivergedException)
        {
            return Fail(console, exception.Message);
        }
    }

    private static int Fail(DemoConsole console, string message)
    {
        // Line ends would break the promise of one line.
        console.Error.WriteLine("error: " + message.ReplaceLineEndings(" "));
        return Failure;
    }

    private static RootCommand Create(DemoConsole console)
    {
        var root = new RootCommand("Trains small recurrent networks that RnnGen generated. Without a command: three of them, on corpora that ship with the demo, in under a minute.")
        {
            ClassifyCommand.Create(console),
            TagCommand.Create(console),
            GenerateCommand.Create(console),
            IdentifyCommand.Create(console),
            PredictCommand.Create(console),
            CorporaCommand.Create(console),
        };
        root.SetAction((_, cancellation) => InBackground(() => Showcase.Run(console, cancellation), cancellation));
        foreach (Option option in root.Options)
        {
            if (option is HelpOption { Action: HelpAction help })
            {
                option.Action = new HelpWithExamples(help);
            }
        }

        return root;
    }

    /// <summary>Runs the work of a command on another thread, so that this one is free to notice Ctrl+C.</summary>
    /// <exception cref="OperationCanceledException">Ctrl+C was pressed, even if the work came to an end that makes sense.</exception>
    internal static Task InBackground(Action work, CancellationToken cancellation) => Task.Run(
        () =>
        {
            work();
            cancellation.ThrowIfCancellationRequested();
        },
        cancellation);
}
