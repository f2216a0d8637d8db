using System;
using System.Collections.Generic;
using System.Text;

namespace RnnGen;

/// <summary>The tokens that a model knows, and their ids. Immutable; safe from many threads at once.</summary>
/// <remarks>
/// Ids 0 to 3 are &lt;PAD&gt;, &lt;SOS&gt;, &lt;EOS&gt; and &lt;UNK&gt;; ordinary tokens follow. No text can produce a special token: these
/// four spellings are never learned from texts, and where a text has one of them as a token, it is unknown like any other.
/// </remarks>
public sealed partial class Vocabulary
{
    /// <summary>The id of &lt;PAD&gt;, which fills a sequence up to the declared length and is never computed.</summary>
    public const int PadId = SpecialTokens.PadId;

    /// <summary>The id of &lt;SOS&gt;, the start of a sequence.</summary>
    public const int SosId = SpecialTokens.SosId;

    /// <summary>The id of &lt;EOS&gt;, the end of a sequence.</summary>
    public const int EosId = SpecialTokens.EosId;

    /// <summary>The id of &lt;UNK&gt;, which stands for every token outside the vocabulary.</summary>
    public const int UnkId = SpecialTokens.UnkId;

    /// <summary>How many special tokens there are; the id of the first ordinary token.</summary>
    public const int SpecialTokenCount = SpecialTokens.Count;

    private readonly string[] _tokens;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _ids;

    private Vocabulary(string[] tokens, Tokenizer tokenizer)
    {
        _tokens = tokens;
        Tokens = Array.AsReadOnly(tokens);
        Tokenizer = tokenizer;
        var ids = new Dictionary<string, int>(tokens.Length, StringComparer.Ordinal);
        for (int i = 0; i < tokens.Length; i++)
        {
            if (Flaw(tokens[i]) is { } flaw)
            {
                throw new ArgumentException($"Token {i} {flaw}.", nameof(tokens));
            }

            if (!ids.TryAdd(tokens[i], i + SpecialTokenCount))
            {
                throw new ArgumentException($"Token {i}, \"{tokens[i]}\", is there twice.", nameof(tokens));
            }
        }

        _ids = ids.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>How many ids there are, the four special ones included.</summary>
    public int Count => _tokens.Length + SpecialTokenCount;

    /// <summary>The tokenizer that cuts texts into the tokens of this vocabulary.</summary>
    public Tokenizer Tokenizer { get; }

    /// <summary>The ordinary tokens: number i has the id i + <see cref="SpecialTokenCount"/>. <see cref="FromTokens"/> makes the same vocabulary again.</summary>
    public IReadOnlyList<string> Tokens { get; }

    /// <summary>The vocabulary of the most frequent tokens of some texts; the more frequent, the lower the id, and of equals the first by ordinal value.</summary>
    /// <param name="texts">The texts, read once.</param>
    /// <param name="tokenizer">Cuts the texts; the vocabulary remembers it.</param>
    /// <param name="maximumSize">How many ids there may be, the four special ones included: 5 or more.</param>
    /// <param name="minimumFrequency">
    /// How often a token must occur to be learned: 1 or more. With 2, tokens that occur once stand in for all that are unknown, so that a network
    /// trained on the same texts learns what to make of &lt;UNK&gt;.
    /// </param>
    /// <exception cref="ArgumentException">A text is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maximumSize"/> or <paramref name="minimumFrequency"/> is too small.</exception>
    public static Vocabulary Build(IEnumerable<string> texts, Tokenizer tokenizer, int maximumSize, int minimumFrequency = 1)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(tokenizer);
        CheckLimits(maximumSize, minimumFrequency);
        var counter = new TokenCounter(tokenizer);
        int place = 0;
        foreach (string text in texts)
        {
            if (text is null)
            {
                throw new ArgumentException($"Text {place} is null.", nameof(texts));
            }

            counter.AddText(text);
            place++;
        }

        return new Vocabulary(counter.MostFrequent(maximumSize - SpecialTokenCount, minimumFrequency), tokenizer);
    }

    /// <summary>The vocabulary of the most frequent tokens of sequences that are cut into tokens already.</summary>
    /// <param name="sequences">The tokens of each sequence, read once.</param>
    /// <param name="maximumSize">How many ids there may be, the four special ones included: 5 or more.</param>
    /// <param name="minimumFrequency">
    /// How often a token must occur to be learned: 1 or more. With 2, tokens that occur once stand in for all that are unknown, so that a network
    /// trained on the same texts learns what to make of &lt;UNK&gt;.
    /// </param>
    /// <param name="tokenizer">
    /// Cuts texts that are not tokenised, later; if it lower-cases, tokens are lower-cased here and wherever this vocabulary
    /// encodes them. <see cref="Tokenizer.Whitespace"/> unless given.
    /// </param>
    /// <exception cref="ArgumentException">A sequence is null, or a token null or empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maximumSize"/> or <paramref name="minimumFrequency"/> is too small.</exception>
    public static Vocabulary Build(
        IEnumerable<IEnumerable<string>> sequences, int maximumSize, int minimumFrequency = 1, Tokenizer? tokenizer = null)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        tokenizer ??= Tokenizer.Whitespace;
        CheckLimits(maximumSize, minimumFrequency);
        var counter = new TokenCounter(tokenizer);
        int place = 0;
        foreach (IEnumerable<string> sequence in sequences)
        {
            if (sequence is null)
            {
                throw new ArgumentException($"Sequence {place} is null.", nameof(sequences));
            }

            int position = 0;
            foreach (string token in sequence)
            {
                if (string.IsNullOrEmpty(token))
                {
                    throw new ArgumentException($"Token {position} of sequence {place} is null or empty.", nameof(sequences));
                }

                counter.AddToken(token);
                position++;
            }

            place++;
        }

        return new Vocabulary(counter.MostFrequent(maximumSize - SpecialTokenCount, minimumFrequency), tokenizer);
    }

    /// <summary>The vocabulary of these tokens, with ids from <see cref="SpecialTokenCount"/> on in the order given.</summary>
    /// <param name="tokens">
    /// The ordinary tokens, all different, spelled as the tokenizer gives them: one with a capital letter is never found by a tokenizer that lower-cases, nor a word by one that cuts into characters.
    /// </param>
    /// <param name="tokenizer">Cuts texts; <see cref="Tokenizer.Whitespace"/> unless given.</param>
    /// <exception cref="ArgumentException">A token is null, empty, there twice, one of the four special spellings, or not well-formed UTF-16.</exception>
    public static Vocabulary FromTokens(IEnumerable<string> tokens, Tokenizer? tokenizer = null)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return new Vocabulary([.. tokens], tokenizer ?? Tokenizer.Whitespace);
    }

    /// <summary>The id of an ordinary token; <see cref="UnkId"/> for every other spelling, those of the special tokens included.</summary>
    /// <param name="token">The token exactly as the tokenizer gives it.</param>
    public int IdOf(ReadOnlySpan<char> token) => _ids.TryGetValue(token, out int id) ? id : UnkId;

    /// <summary>Whether there is such an ordinary token.</summary>
    /// <param name="token">The token exactly as the tokenizer gives it.</param>
    public bool Contains(ReadOnlySpan<char> token) => _ids.ContainsKey(token);

    /// <summary>The spelling of an id.</summary>
    /// <param name="id">0 to Count - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="id"/> is out of range.</exception>
    public string TokenOf(int id)
    {
        RequireId(id, nameof(id));
        return id < SpecialTokenCount ? SpecialTokens.SpellingOf(id) : _tokens[id - SpecialTokenCount];
    }

    /// <summary>Encodes a text as a model reads it: &lt;SOS&gt;, tokens, &lt;EOS&gt;, then &lt;PAD&gt; up to the end. Allocates nothing for a text of up to 512 characters.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="destination">Receives the ids: at least 2 places, as many as the declared length; a longer text is cut and keeps its &lt;EOS&gt;.</param>
    /// <returns>How many ids are to be read, and what was unknown or cut.</returns>
    /// <exception cref="ArgumentException"><paramref name="destination"/> has no room for &lt;SOS&gt; and &lt;EOS&gt;.</exception>
    public EncodedSequence Encode(ReadOnlySpan<char> text, Span<int> destination)
    {
        var writer = new SequenceWriter(destination);
        using var normalized = new NormalizedText(text, Tokenizer.LowerCase, stackalloc char[NormalizedText.ScratchLength]);
        foreach (ReadOnlySpan<char> token in Tokenizer.Split(normalized.Text))
        {
            writer.Add(IdOf(token));
        }

        return writer.Finish();
    }

    /// <summary>Encodes tokens as a model reads them: &lt;SOS&gt;, tokens, &lt;EOS&gt;, then &lt;PAD&gt; up to the end.</summary>
    /// <param name="tokens">The tokens, none of them null; lower-cased here if the tokenizer does that.</param>
    /// <param name="destination">Receives the ids: at least 2 places, as many as the declared length; a longer sequence is cut and keeps its &lt;EOS&gt;.</param>
    /// <returns>How many ids are to be read, and what was unknown or cut.</returns>
    /// <exception cref="ArgumentException"><paramref name="destination"/> has no room for &lt;SOS&gt; and &lt;EOS&gt;, or a token is null.</exception>
    public EncodedSequence Encode(IEnumerable<string> tokens, Span<int> destination)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        var writer = new SequenceWriter(destination);
        Span<char> scratch = stackalloc char[NormalizedText.ScratchLength];
        int place = 0;
        foreach (string token in tokens)
        {
            if (token is null)
            {
                throw new ArgumentException($"Token {place} is null.", nameof(tokens));
            }

            place++;
            using var normalized = new NormalizedText(token, Tokenizer.LowerCase, scratch);
            writer.Add(IdOf(normalized.Text));
        }

        return writer.Finish();
    }

    /// <summary>The ids of all tokens of a text, without &lt;SOS&gt; and &lt;EOS&gt; and of any length: a running text, a prompt.</summary>
    /// <param name="text">Any text.</param>
    public int[] TokenIdsOf(ReadOnlySpan<char> text)
    {
        var ids = new List<int>();
        using var normalized = new NormalizedText(text, Tokenizer.LowerCase, stackalloc char[NormalizedText.ScratchLength]);
        foreach (ReadOnlySpan<char> token in Tokenizer.Split(normalized.Text))
        {
            ids.Add(IdOf(token));
        }

        return [.. ids];
    }

    /// <summary>Puts the tokens of some ids together as the tokenizer does, leaving out &lt;PAD&gt;, &lt;SOS&gt; and &lt;EOS&gt;; an unknown one is shown as &lt;UNK&gt;.</summary>
    /// <param name="ids">Each 0 to Count - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An id is out of range.</exception>
    public string Decode(ReadOnlySpan<int> ids)
    {
        var text = new StringBuilder();
        bool first = true;
        foreach (int id in ids)
        {
            RequireId(id, nameof(ids));
            string token = TokenOf(id);
            if (id >= UnkId)
            {
                _ = text.Append(first ? "" : Tokenizer.Separator).Append(token);
                first = false;
            }
        }

        return text.ToString();
    }

    /// <summary>The size and the tokenizer.</summary>
    public override string ToString() => $"{Count} tokens ({Tokenizer})";

    private void RequireId(int id, string name)
    {
        if ((uint)id >= (uint)Count)
        {
            throw new ArgumentOutOfRangeException(name, id, $"The vocabulary has the ids 0 to {Count - 1}.");
        }
    }

    private static void CheckLimits(int maximumSize, int minimumFrequency)
    {
        if (maximumSize <= SpecialTokenCount)
        {
            throw new ArgumentOutOfRangeException(
                nameof(maximumSize), maximumSize, $"A vocabulary must have room for its {SpecialTokenCount} special tokens and at least one more.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(minimumFrequency, 1);
    }

    /// <summary>Why a text is no ordinary token, to be said after what it is; null if it is one.</summary>
    private static string? Flaw(string? token) => token switch
    {
        null or "" => "is null or empty",
        _ when SpecialTokens.IsSpelling(token) => $"is {token}, which the vocabulary has by itself",
        _ when !Utf16.IsWellFormed(token) => "has an unpaired surrogate, which no file can hold",
        _ => null,
    };
}
