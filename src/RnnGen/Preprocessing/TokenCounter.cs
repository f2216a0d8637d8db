using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace RnnGen;

/// <summary>Counts how often each token occurs, and ranks them.</summary>
internal sealed class TokenCounter
{
    private readonly Tokenizer _tokenizer;
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public TokenCounter(Tokenizer tokenizer)
    {
        _tokenizer = tokenizer;
        _lookup = _counts.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public void AddText(string text)
    {
        using var normalized = new NormalizedText(text, _tokenizer.LowerCase, stackalloc char[NormalizedText.ScratchLength]);
        foreach (ReadOnlySpan<char> token in _tokenizer.Split(normalized.Text))
        {
            Count(token);
        }
    }

    public void AddToken(string token)
    {
        using var normalized = new NormalizedText(token, _tokenizer.LowerCase, stackalloc char[NormalizedText.ScratchLength]);
        Count(normalized.Text);
    }

    /// <summary>The most frequent tokens; of equally frequent ones, the first by ordinal value.</summary>
    public string[] MostFrequent(int maximum, int minimumFrequency)
    {
        var ranked = new List<KeyValuePair<string, long>>();
        foreach (KeyValuePair<string, long> entry in _counts)
        {
            if (entry.Value >= minimumFrequency)
            {
                ranked.Add(entry);
            }
        }

        ranked.Sort(static (a, b) => a.Value != b.Value ? b.Value.CompareTo(a.Value) : string.CompareOrdinal(a.Key, b.Key));
        var tokens = new string[Math.Min(maximum, ranked.Count)];
        for (int i = 0; i < tokens.Length; i++)
        {
            tokens[i] = ranked[i].Key;
        }

        return tokens;
    }

    private void Count(ReadOnlySpan<char> token)
    {
        if (!SpecialTokens.IsSpelling(token))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_lookup, token, out _)++;
        }
    }
}
