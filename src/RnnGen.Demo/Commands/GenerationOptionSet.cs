using System.Collections.Generic;
using System.CommandLine;
using RnnGen.Demo.Runs;

namespace RnnGen.Demo.Commands;

/// <summary>The options of the commands that write text.</summary>
internal sealed class GenerationOptionSet
{
    private const int LongestText = 1_000_000;

    // From here on, all characters are about equally probable.
    private const double HighestTemperature = 100;

    private readonly Option<int> _length = NumberOption.Whole("--length", "How many characters are generated.", 400, 0, LongestText);

    private readonly Option<double> _temperature = NumberOption.Real(
        "--temperature",
        "1 samples from the model's own probabilities; lower values prefer the likely characters, and 0 takes the likeliest always; higher ones flatten. From 0 to 100.",
        0.8,
        zeroAllowed: true,
        HighestTemperature);

    /// <summary>Adds the options to a command.</summary>
    public GenerationOptionSet(Command command)
    {
        command.Options.Add(_length);
        command.Options.Add(_temperature);
    }

    /// <summary>All of them.</summary>
    public IEnumerable<Option> Options => [_length, _temperature];

    public GenerationSettings Settings(ParseResult parsed, int seed) =>
        new(parsed.GetValue(_length), (float)parsed.GetValue(_temperature), seed);
}
