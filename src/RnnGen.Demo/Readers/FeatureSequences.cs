using System.Collections.Generic;
using System.Linq;

namespace RnnGen.Demo.Readers;

/// <summary>
/// Sequences of real numbers as the UCI data set "Japanese Vowels" has them: a step a line, so many numbers side by side, and after each sequence a line
/// that is empty or holds 1.0 as often as a step has numbers.
/// </summary>
internal static class FeatureSequences
{
    private const float Separator = 1f;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="model">The model that is to read the sequences: it says how many numbers a step has, and how many steps a sequence may have.</param>
    /// <returns>The sequences, each with the numbers of all of its steps, a row a step.</returns>
    /// <exception cref="CorpusFormatException">A line is not what the format asks for, or a sequence is too long.</exception>
    public static IReadOnlyList<float[]> Read(string path, ModelDescription model)
    {
        var sequences = new List<float[]>();
        var steps = new List<float>();
        foreach ((long number, string text) in BoundedLines.Read(path))
        {
            List<float> row = NumberLine.Parse(text, Error);
            if (row.Count == 0 || (row.Count == model.FeatureCount && row.All(value => value == Separator)))
            {
                End();
                continue;
            }

            if (row.Count != model.FeatureCount)
            {
                throw Error($"The line has {row.Count} numbers; a step has {model.FeatureCount}.");
            }

            if (steps.Count == model.SequenceLength * model.FeatureCount)
            {
                throw Error(
                    $"The sequence has more than {model.SequenceLength} steps: is there a line of 1.0s, or an empty one, after each? "
                    + $"{model.Name} was compiled for SequenceLength = {model.SequenceLength}; src/RnnGen.Demo/Models/{model.Name}.cs says so.");
            }

            steps.AddRange(row);

            CorpusFormatException Error(string problem) => new(path, number, problem);
        }

        End();
        return sequences;

        void End()
        {
            if (steps.Count > 0)
            {
                sequences.Add(steps.ToArray());
                steps.Clear();
            }
        }
    }
}
