using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;
using System.IO;
using System.Linq;
using RnnGen.Demo.Runs;

namespace RnnGen.Demo.Commands;

/// <summary>The usual help of a command, then command lines to copy.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    private const string Demo = "dotnet run -c Release --project src/RnnGen.Demo";

    private static readonly Dictionary<string, string[]> Examples = new(StringComparer.Ordinal)
    {
        ["classify"] =
        [
            "classify --train data/sst2/train.tsv --dev data/sst2/dev.tsv --save sentiment.safetensors",
            "classify --train data/names/train.tsv --dev data/names/dev.tsv --tokens characters --cell lstm",
        ],
        ["tag"] = ["tag --train data/ud-ewt/en_ewt-ud-train.conllu --dev data/ud-ewt/en_ewt-ud-dev.conllu --save tagger.safetensors"],
        ["generate"] = ["generate --train data/shakespeare/train.txt --dev data/shakespeare/dev.txt --prompt \"ROMEO:\" --save text.safetensors"],
        ["identify"] = ["identify --train data/japanese-vowels/ae.train --save speakers.safetensors"],
        ["predict"] =
        [
            "predict --model sentiment.safetensors \"far from boring\"",
            "predict --model tagger.safetensors < sentences.txt",
            "predict --model text.safetensors \"ROMEO:\"",
            "predict --model speakers.safetensors < a-sequence-a-line.txt",
        ],
        ["corpora"] = ["corpora --out corpora"],
    };

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        int exitCode = help.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        Command command = parseResult.CommandResult.Command;
        if (command is TrainingCommand training)
        {
            WriteNetworks(output, training);
        }

        output.WriteLine("Examples:");
        if (command is RootCommand)
        {
            output.WriteLine($"  {Demo}");
        }

        foreach ((string name, string[] lines) in Examples)
        {
            foreach (string line in lines)
            {
                if (command is RootCommand || command.Name == name)
                {
                    output.WriteLine($"  {Demo} -- {line}");
                }
            }
        }

        output.WriteLine();
        return exitCode;
    }

    private static void WriteNetworks(TextWriter output, TrainingCommand command)
    {
        foreach ((string heading, IReadOnlyList<INetwork> networks) in command.Networks)
        {
            output.WriteLine(heading.Length == 0 ? "Networks and their defaults:" : $"Networks {heading} and their defaults:");
            int width = networks.Max(static network => network.Name.Length);
            foreach (INetwork network in networks)
            {
                output.WriteLine($"  {network.Name.PadRight(width)}  {ModelNames.Of(network.Model)}");
                output.WriteLine($"  {new string(' ', width)}  {Describe(network.Defaults)}");
            }

            output.WriteLine();
        }
    }

    private static string Describe(TrainingSettings settings) => string.Create(
        CultureInfo.InvariantCulture,
        $"--epochs {settings.Epochs} --batch {settings.BatchSize} --learning-rate {settings.LearningRate} --weight-decay {settings.WeightDecay}"
        + $" --clip {settings.ClipNorm}{(settings.Patience == 0 ? "" : $" --patience {settings.Patience}")}");
}
