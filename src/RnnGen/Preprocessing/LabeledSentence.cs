using System;
using System.Collections.Generic;

namespace RnnGen;

/// <summary>A sentence in tokens, each with the name of its label, as far as it has one: a sample for a labeler.</summary>
public sealed class LabeledSentence
{
    /// <summary>A sentence of tokens and labels.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="labels">One label a token; null for a token without one.</param>
    /// <exception cref="ArgumentException">The two differ in length.</exception>
    public LabeledSentence(IReadOnlyList<string> tokens, IReadOnlyList<string?> labels)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(labels);
        if (tokens.Count != labels.Count)
        {
            throw new ArgumentException($"There are {tokens.Count} tokens and {labels.Count} labels; every token needs one, or null.", nameof(labels));
        }

        Tokens = tokens;
        Labels = labels;
    }

    /// <summary>The tokens.</summary>
    public IReadOnlyList<string> Tokens { get; }

    /// <summary>One label a token; null for a token without one, which training and evaluation do not look at.</summary>
    public IReadOnlyList<string?> Labels { get; }
}
