using System.CommandLine;
using RnnGen.Demo.Runs;

namespace RnnGen.Demo.Commands;

/// <summary>The options of the commands that write text.</summary>
internal sealed class GenerationOptionSet
{
    private const int LongestText = 1_000_000;

    private readonly Option<int> _length = NumberOption.Whole("--length", "How many characters are generated.", 400, 0, LongestText);

    private readonly Option<double> _temperature = NumberOption.Real(
        "--temperature", "0: always the most probable character; 1: by its probability; between: bolder.", 0.8, zeroAllowed: true);

    /// <summary>Adds the options to a command.</summary>
    public GenerationOptionSet(Command command)
    {
        command.Options.Add(_length);
        command.Options.Add(_temperature);
    }

    public GenerationSettings Settings(ParseResult parsed, int seed) =>
        new(parsed.GetValue(_length), (float)parsed.GetValue(_temperature), seed);
}
