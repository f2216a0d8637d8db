using System;
using System.Collections.Generic;
using System.Linq;

namespace RnnGen.Demo.Runs;

/// <summary>What a character model is trained and measured on: one running text, or separate short ones.</summary>
/// <param name="Training">The training texts; a running text is a single one.</param>
/// <param name="Development">The texts that every figure is measured on.</param>
/// <param name="IsRunning">Whether each is a running text, without beginning and end; otherwise every text stands by itself.</param>
internal sealed record GenerationData(IReadOnlyList<string> Training, IReadOnlyList<string> Development, bool IsRunning)
{
    // For models of characters that know no <EOS>: a character that no text has.
    private const string End = "\u0004";

    /// <summary>The texts as a model reads them: a running text from its beginning to its end, the state carried all the way.</summary>
    public SequenceDataset Encode(IReadOnlyList<string> texts, Vocabulary vocabulary, int sequenceLength) => IsRunning
        ? SequenceDataset.ForContinuousText(texts.Single(), vocabulary, sequenceLength)
        : SequenceDataset.ForGeneration(texts, vocabulary, sequenceLength);

    /// <summary>The texts as one string with as many characters as a model predicts, for the n-gram baselines.</summary>
    public string Flatten(IReadOnlyList<string> texts) => IsRunning ? texts.Single() : string.Concat(texts.Select(text => text + End));

    /// <summary>Checks that there is something to learn from and to measure on.</summary>
    /// <exception cref="UserErrorException">A text is too short.</exception>
    public void Check()
    {
        foreach ((string name, IReadOnlyList<string> texts) in (ReadOnlySpan<(string, IReadOnlyList<string>)>)[("training", Training), ("development", Development)])
        {
            if (texts.Sum(text => (long)text.Length) < 2)
            {
                throw new UserErrorException($"The {name} file has fewer than two characters.");
            }
        }
    }
}
