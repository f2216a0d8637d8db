using System;
using System.Collections.Generic;
using System.Linq;

namespace RnnGen.Demo.Baselines;

/// <summary>
/// A multinomial naive Bayes classifier with add-one smoothing: it knows how often each word stands in each class, and nothing of their
/// order (Manning, Raghavan and Schütze 2008, "Introduction to Information Retrieval", section 13.2).
/// </summary>
internal sealed class BagOfWords
{
    private readonly Dictionary<string, Dictionary<string, int>> _counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _samples = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _tokens = new(StringComparer.Ordinal);
    private readonly HashSet<string> _vocabulary = new(StringComparer.Ordinal);

    /// <summary>Counts the words of one more training sample.</summary>
    public void Add(IEnumerable<string> tokens, string label)
    {
        if (!_counts.TryGetValue(label, out Dictionary<string, int>? counts))
        {
            _counts[label] = counts = new Dictionary<string, int>(StringComparer.Ordinal);
        }

        _samples[label] = _samples.GetValueOrDefault(label) + 1;
        foreach (string token in tokens)
        {
            counts[token] = counts.GetValueOrDefault(token) + 1;
            _tokens[label] = _tokens.GetValueOrDefault(label) + 1;
            _ = _vocabulary.Add(token);
        }
    }

    /// <summary>The most probable class of a text.</summary>
    public string Predict(IReadOnlyCollection<string> tokens) => _counts.Keys.MaxBy(label => Score(tokens, label))!;

    private double Score(IEnumerable<string> tokens, string label)
    {
        double score = Math.Log(_samples[label]);
        double total = _tokens.GetValueOrDefault(label) + _vocabulary.Count;
        foreach (string token in tokens.Where(_vocabulary.Contains))
        {
            score += Math.Log((_counts[label].GetValueOrDefault(token) + 1) / total);
        }

        return score;
    }
}
