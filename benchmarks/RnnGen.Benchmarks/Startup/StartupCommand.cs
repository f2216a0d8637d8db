using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using RnnGen.Benchmarks.Reports;

namespace RnnGen.Benchmarks.Startup;

/// <summary><c>startup</c>: from the start of a process to its first prediction, with the size of the program and its memory.</summary>
internal static class StartupCommand
{
    private const double BytesPerMegabyte = 1e6;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var runs = new Option<int>("--runs")
        {
            Description = "How often each program is started.",
            DefaultValueFactory = _ => 30,
        };
        var command = new Command("startup", "Compares programs that start, load a model, make one prediction and end.") { runs };
        command.SetAction(result =>
            Run(result.InvocationConfiguration.Output, [.. result.Tokens.Select(token => token.Value)], result.GetRequiredValue(runs)));
        return command;
    }

    private static void Run(TextWriter output, string[] arguments, int runs)
    {
        foreach (string line in RunHeading.Lines(arguments))
        {
            output.WriteLine(line);
        }

        List<StartupProgram> programs = Publish(output);
        output.WriteLine();
        foreach (string line in Measure(programs, runs).Lines())
        {
            output.WriteLine(line);
        }
    }

    private static List<StartupProgram> Publish(TextWriter output)
    {
        var programs = new List<StartupProgram>();
        foreach (StartupProgram program in StartupPrograms.Runnable())
        {
            if ((program.Publish() ?? FailureOf(program)) is { } problem)
            {
                output.WriteLine($"- without {program.Name}: {problem}");
                continue;
            }

            programs.Add(program);
        }

        return programs;
    }

    private static string? FailureOf(StartupProgram program)
    {
        try
        {
            _ = program.Run();
            return null;
        }
        catch (InvalidOperationException exception)
        {
            return exception.Message;
        }
    }

    private static MarkdownTable Measure(List<StartupProgram> programs, int runs)
    {
        var series = programs.ToDictionary(program => program, _ => new List<StartupRun>());
        for (int i = 0; i < runs; i++)
        {
            foreach (StartupProgram program in programs)
            {
                series[program].Add(program.Run());
            }
        }

        var table = new MarkdownTable(1, "program", "min ms", "median ms", "published MB", "peak memory MB");
        foreach (StartupProgram program in programs)
        {
            double[] times = [.. series[program].Select(run => run.Elapsed.TotalMilliseconds).Order()];
            table.Add(
                program.Name,
                Figures.Short(times[0]),
                Figures.Short(times[times.Length / 2]),
                Figures.Short(program.PublishedBytes / BytesPerMegabyte),
                Figures.Short(series[program].Max(run => run.PeakBytes) / BytesPerMegabyte));
        }

        return table;
    }
}
