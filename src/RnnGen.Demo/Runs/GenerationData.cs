using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace RnnGen.Demo.Runs;

/// <summary>What a character model is trained and measured on: one running text, or separate short ones.</summary>
/// <param name="Training">The training texts; a running text is a single one.</param>
/// <param name="Development">The texts that every figure is measured on.</param>
/// <param name="IsRunning">Whether each is a running text, without beginning and end; otherwise every text stands by itself.</param>
internal sealed record GenerationData(IReadOnlyList<string> Training, IReadOnlyList<string> Development, bool IsRunning)
{
    /// <summary>The texts as a model reads them: a running text from its beginning to its end, the state carried all the way.</summary>
    public SequenceDataset Encode(IReadOnlyList<string> texts, Vocabulary vocabulary, int sequenceLength) => IsRunning
        ? SequenceDataset.ForContinuousText(texts.Single(), vocabulary, sequenceLength)
        : SequenceDataset.ForGeneration(texts, vocabulary, sequenceLength);

    /// <summary>
    /// The texts one after another as the model sees them, a letter for each token id, for the n-gram baselines: what the model does not know is one token to both, and each text that stands by itself has an end. (A model reads no more of such a text than its declared length.)
    /// </summary>
    public string Flatten(IReadOnlyList<string> texts, Vocabulary vocabulary)
    {
        var letters = new StringBuilder();
        foreach (string text in texts)
        {
            foreach (int id in vocabulary.TokenIdsOf(text))
            {
                _ = letters.Append((char)id);
            }

            _ = IsRunning ? letters : letters.Append((char)Vocabulary.EosId);
        }

        return letters.ToString();
    }

    /// <summary>How many tokens of <see cref="Flatten"/> are not predicted: the first of a running text is given.</summary>
    public int TokensGiven => IsRunning ? 1 : 0;

    /// <summary>Checks that there is something to learn from and to measure on.</summary>
    /// <exception cref="UserErrorException">A text is too short.</exception>
    public void Check()
    {
        foreach ((string name, IReadOnlyList<string> texts) in (ReadOnlySpan<(string, IReadOnlyList<string>)>)[("training", Training), ("development", Development)])
        {
            if (texts.Sum(text => text.EnumerateRunes().LongCount()) < 2)
            {
                throw new UserErrorException($"The {name} file has fewer than two characters.");
            }
        }
    }
}
