using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.IO;
using System.Linq;
using RnnGen.Benchmarks.Comparisons;
using RnnGen.Benchmarks.Machine;
using RnnGen.Benchmarks.Reports;
using RnnGen.Benchmarks.Workloads;
using static System.FormattableString;

namespace RnnGen.Benchmarks.Ratios;

/// <summary><c>ratios</c>: how many times as long as RnnGen the others take for the same work, all suites in one process.</summary>
internal static class RatiosCommand
{
    // A day for each contestant: beyond it there is but a slip of the keyboard.
    private const double MostSeconds = 86_400;

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
            Description = "Which hidden sizes to run, of those that a suite has; all of them unless said otherwise.",
            DefaultValueFactory = _ => [.. Sizes.StreamingHidden],
            AllowMultipleArgumentsPerToken = true,
        };
        hidden.AcceptOnlyFromAmong([.. Sizes.StreamingHidden.Select(Figures.Whole)]);
        var seconds = new Option<double>("--seconds")
        {
            Description = "The seconds that each contestant of each comparison is measured for.",
            DefaultValueFactory = _ => 1,
            CustomParser = ParseSeconds,
        };
        var summary = new Option<bool>("--summary")
        {
            Description = "Print the tables of the README, a row a size, in place of everything that was measured, a row a contestant.",
        };
        var command = new Command("ratios", "Compares RnnGen with its peers, naive C# and the machine's ceilings, interleaved and in one process.")
        {
            suites,
            hidden,
            seconds,
            summary,
        };
        command.SetAction(result =>
        {
            TextWriter output = result.InvocationConfiguration.Output;
            string[] arguments = [.. result.Tokens.Select(token => token.Value)];
            WriteHeading(output, arguments);
            var probe = new SpeedProbe();
            var perContestant = TimeSpan.FromSeconds(result.GetRequiredValue(seconds));
            int[] sizes = result.GetRequiredValue(hidden);
            foreach (RatioSuite suite in RatioSuite.All.Where(suite => result.GetRequiredValue(suites).Contains(suite.Name) && suite.Hidden.Any(sizes.Contains)))
            {
                var leftOut = new List<string>();
                IReadOnlyList<ComparisonResult> results = Measure(suite, sizes, probe, perContestant, leftOut.Add);
                Write(output, suite, result.GetValue(summary) ? SummaryTable.Create(suite.Summary, suite.Unit, results) : RatioTable.Create(suite.Unit, results), leftOut);
            }
        });
        return command;
    }

    private static double ParseSeconds(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) || seconds is not (> 0 and <= MostSeconds))
        {
            result.AddError(Invariant($"Option '--seconds' is '{text}'; it must be a number above 0 and at most {MostSeconds}, as in 0.5."));
        }

        return seconds;
    }

    private static void WriteHeading(TextWriter output, string[] arguments)
    {
        foreach (string line in RunHeading.Lines(arguments))
        {
            output.WriteLine(line);
        }

        MachineCeilings ceilings = MachineCeilings.Measure();
        string widest = double.IsNaN(ceilings.Fma512) ? "" : Invariant($"{ceilings.Fma512:F0} (512-bit) and ");
        output.WriteLine(Invariant(
            $"- one core: multiply-adds {widest}{ceilings.Fma256:F0} (256-bit) GFLOP/s; loads from L1 {ceilings.FirstLevel:F0}, from L2 {ceilings.SecondLevel:F0} GB/s"));
        output.WriteLine(
            $"- Vocabulary {Sizes.Vocabulary}, {Sizes.Outputs} outputs; unless a title says otherwise, the peers read tokens through an embedding of {Sizes.Embedding} and weight_ih, RnnGen and naive C# through a row of U");
    }

    private static List<ComparisonResult> Measure(RatioSuite suite, int[] hidden, SpeedProbe probe, TimeSpan perContestant, Action<string> report)
    {
        var results = new List<ComparisonResult>();
        foreach (Func<Comparison> create in suite.Hidden.Where(hidden.Contains).SelectMany(suite.Comparisons))
        {
            using Comparison comparison = create().Verified(report);
            results.Add(new ComparisonResult(comparison, InterleavedMeasurement.Run(comparison.Contestants, probe, perContestant)));
            Console.Error.Write('.');
        }

        Console.Error.WriteLine();
        return results;
    }

    private static void Write(TextWriter output, RatioSuite suite, MarkdownTable table, List<string> leftOut)
    {
        output.WriteLine();
        output.WriteLine($"**{suite.Title}**");
        output.WriteLine();
        foreach (string line in table.Lines())
        {
            output.WriteLine(line);
        }

        foreach (string line in leftOut)
        {
            output.WriteLine();
            output.WriteLine(line);
        }
    }
}
