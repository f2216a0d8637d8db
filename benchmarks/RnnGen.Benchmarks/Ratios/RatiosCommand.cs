using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using RnnGen.Benchmarks.Comparisons;
using RnnGen.Benchmarks.Machine;
using RnnGen.Benchmarks.Reports;
using RnnGen.Benchmarks.Workloads;
using static System.FormattableString;

namespace RnnGen.Benchmarks.Ratios;

/// <summary><c>ratios</c>: how many times as long as RnnGen the others take for the same work, in a few minutes.</summary>
internal static class RatiosCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        string[] names = [.. RatioSuite.All.Select(suite => suite.Name)];
        var suites = new Option<string[]>("--suite")
        {
            Description = "Which suites to run; all of them unless said otherwise.",
            DefaultValueFactory = _ => names,
            AllowMultipleArgumentsPerToken = true,
        };
        suites.AcceptOnlyFromAmong(names);
        var hidden = new Option<int[]>("--hidden")
        {
            Description = "Which hidden sizes to run; all of them unless said otherwise.",
            DefaultValueFactory = _ => [.. Sizes.Hidden],
            AllowMultipleArgumentsPerToken = true,
        };
        hidden.AcceptOnlyFromAmong([.. Sizes.Hidden.Select(Figures.Whole)]);
        var seconds = new Option<double>("--seconds")
        {
            Description = "The seconds that each contestant of each comparison is measured for.",
            DefaultValueFactory = _ => 1,
        };
        var command = new Command("ratios", "Compares RnnGen with its peers, naive C# and the machine's ceilings, interleaved and in one process.") { suites, hidden, seconds };
        command.SetAction(result =>
        {
            TextWriter output = result.InvocationConfiguration.Output;
            string[] arguments = [.. result.Tokens.Select(token => token.Value)];
            Run(output, arguments, result.GetRequiredValue(suites), result.GetRequiredValue(hidden), TimeSpan.FromSeconds(result.GetRequiredValue(seconds)));
        });
        return command;
    }

    private static void Run(TextWriter output, string[] arguments, string[] suites, int[] hidden, TimeSpan perContestant)
    {
        foreach (string line in RunHeading.Lines(arguments))
        {
            output.WriteLine(line);
        }

        MachineCeilings ceilings = MachineCeilings.Measure();
        output.WriteLine(Invariant(
            $"- one core: multiply-adds {ceilings.Fma512:F0} (512-bit) and {ceilings.Fma256:F0} (256-bit) GFLOP/s; loads from L1 {ceilings.FirstLevel:F0}, from L2 {ceilings.SecondLevel:F0} GB/s"));
        output.WriteLine(
            $"- Vocabulary {Sizes.Vocabulary}, {Sizes.Outputs} outputs; the peers read tokens through an embedding of {Sizes.Embedding} and weight_ih, RnnGen and naive C# through a row of U");
        var probe = new SpeedProbe();
        foreach (RatioSuite suite in RatioSuite.All.Where(suite => suites.Contains(suite.Name)))
        {
            output.WriteLine();
            output.WriteLine($"**{suite.Title}**");
            output.WriteLine();
            foreach (string line in Measure(suite, hidden, probe, perContestant).Lines())
            {
                output.WriteLine(line);
            }
        }
    }

    private static RatioTable Measure(RatioSuite suite, IEnumerable<int> hidden, SpeedProbe probe, TimeSpan perContestant)
    {
        var table = new RatioTable();
        foreach (Func<Comparison> create in hidden.SelectMany(suite.Comparisons))
        {
            using Comparison comparison = create();
            comparison.Verify();
            table.Add(comparison, InterleavedMeasurement.Run(comparison.Contestants, probe, perContestant));
            Console.Error.Write('.');
        }

        Console.Error.WriteLine();
        return table;
    }
}
