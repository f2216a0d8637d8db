using System;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using RnnGen.Demo.Commands;
using RnnGen.Demo.Readers;
using Spectre.Console;

namespace RnnGen.Demo.Tests;

/// <summary>What the demo answered to a command line.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
internal sealed record DemoRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs the demo as if its output went to a file.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="input">What it finds on standard input.</param>
    /// <param name="cancelAt">Ctrl+C is pressed as soon as this has been written.</param>
    public static Task<DemoRun> OfAsync(string[] arguments, string input = "", string? cancelAt = null) =>
        OfAsync(arguments, Encoding.UTF8.GetBytes(input), cancelAt);

    /// <summary>Runs the demo as if its output went to a file.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="input">What it finds on standard input, be it text or not.</param>
    /// <param name="cancelAt">Ctrl+C is pressed as soon as this has been written.</param>
    public static async Task<DemoRun> OfAsync(string[] arguments, byte[] input, string? cancelAt = null)
    {
        using var cancellation = new CancellationTokenSource();
        using var output = new CancellingWriter(cancelAt, cancellation);
        using var error = new StringWriter();
        using var standardInput = new MemoryStream(input);
        var console = new DemoConsole(ConsoleOn(output, width: 80), output, error, StandardInput.Read(standardInput));
        int exitCode = await DemoCommandLine.RunAsync(arguments, console, cancellation.Token);
        return new DemoRun(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Asserts that it did nothing but say what is wrong, in one line.</summary>
    /// <param name="named">What the line names.</param>
    public void AssertRefused(string named)
    {
        Assert.Equal(1, ExitCode);
        Assert.Empty(Output);
        string line = Assert.Single(Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Assert.Contains(named, line, StringComparison.Ordinal);
    }

    /// <summary>A console of some width that is a file.</summary>
    public static IAnsiConsole ConsoleOn(TextWriter writer, int width)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = width;
        return console;
    }

    private sealed class CancellingWriter(string? cancelAt, CancellationTokenSource cancellation) : StringWriter
    {
        public override void Write(string? value)
        {
            base.Write(value);
            if (cancelAt is not null && value?.Contains(cancelAt, StringComparison.Ordinal) == true)
            {
                cancellation.Cancel();
            }
        }
    }
}
