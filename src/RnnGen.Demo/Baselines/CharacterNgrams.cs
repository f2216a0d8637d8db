using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace RnnGen.Demo.Baselines;

/// <summary>
/// Predicts a character from the few before it: counts of the training text, each order smoothed with the one below it by a Dirichlet prior
/// (MacKay and Peto 1995, "A hierarchical Dirichlet language model").
/// </summary>
internal sealed class CharacterNgrams
{
    /// <summary>How many observations the shorter context is worth.</summary>
    private const double PriorStrength = 5;

    private readonly int _order;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _contexts = NewCounts();
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _ngrams = NewCounts();
    private readonly HashSet<char> _alphabet = [];

    /// <summary>Counts a training text.</summary>
    /// <param name="order">1 for single characters, 2 for pairs, and so on.</param>
    /// <param name="text">The training text.</param>
    public CharacterNgrams(int order, string text)
    {
        _order = order;
        for (int end = 1; end <= text.Length; end++)
        {
            _ = _alphabet.Add(text[end - 1]);
            for (int n = 1; n <= Math.Min(order, end); n++)
            {
                Count(_contexts, text.AsSpan((end - n)..(end - 1)));
                Count(_ngrams, text.AsSpan((end - n)..end));
            }
        }
    }

    /// <summary>The mean negative log-probability of a character of a text, in nats.</summary>
    /// <param name="text">The text.</param>
    /// <param name="given">How many of its first characters are taken as given: fewer than it has.</param>
    public double CrossEntropy(string text, int given = 0)
    {
        double total = 0;
        for (int at = given; at < text.Length; at++)
        {
            total -= Math.Log(Probability(text, at, Math.Min(_order, at + 1)));
        }

        return total / (text.Length - given);
    }

    private double Probability(string text, int at, int n)
    {
        // One place more than the alphabet for the characters that training did not have.
        double shorter = n == 1 ? 1.0 / (_alphabet.Count + 1) : Probability(text, at, n - 1);
        _ = _contexts.TryGetValue(text.AsSpan((at - n + 1)..at), out int context);
        _ = _ngrams.TryGetValue(text.AsSpan((at - n + 1)..(at + 1)), out int ngram);
        return (ngram + (PriorStrength * shorter)) / (context + PriorStrength);
    }

    private static Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> NewCounts() =>
        new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static void Count(Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> counts, ReadOnlySpan<char> key) =>
        CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _)++;
}
