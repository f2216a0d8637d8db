using System;
using System.Collections.Generic;

namespace RnnGen;

/// <summary>Cuts texts into tokens: words or characters. Immutable; a model file carries its <see cref="Name"/>.</summary>
/// <remarks>
/// Unpaired surrogates, which are no text, are read as U+FFFD. Lower-casing is invariant and maps each character for itself, so that it
/// never changes the length of a text. No tokenizer gives an empty token.
/// </remarks>
public sealed class Tokenizer
{
    private const string LowerCaseMark = "+lower";
    private const string PunctuationMark = "+punctuation";

    private static readonly Tokenizer[] All =
    [
        new(TokenUnit.Words, lowerCase: false, splitPunctuation: false),
        new(TokenUnit.Words, lowerCase: true, splitPunctuation: false),
        new(TokenUnit.Words, lowerCase: false, splitPunctuation: true),
        new(TokenUnit.Words, lowerCase: true, splitPunctuation: true),
        new(TokenUnit.Characters, lowerCase: false, splitPunctuation: false),
        new(TokenUnit.Characters, lowerCase: true, splitPunctuation: false),
    ];

    private readonly TokenUnit _unit;
    private readonly bool _splitPunctuation;

    private Tokenizer(TokenUnit unit, bool lowerCase, bool splitPunctuation)
    {
        _unit = unit;
        LowerCase = lowerCase;
        _splitPunctuation = splitPunctuation;
        Name = (unit == TokenUnit.Words ? "words" : "characters")
            + (lowerCase ? LowerCaseMark : "")
            + (splitPunctuation ? PunctuationMark : "");
    }

    /// <summary>Words of running text: lower-cased, punctuation split off, as in <c>a stirring , funny film</c>.</summary>
    public static Tokenizer Words { get; } = CreateWords(lowerCase: true, splitPunctuation: true);

    /// <summary>What stands between white space, unchanged: for texts that are already tokenised.</summary>
    public static Tokenizer Whitespace { get; } = CreateWords(lowerCase: false, splitPunctuation: false);

    /// <summary>Characters, unchanged: every Unicode scalar value is a token, white space and line ends included.</summary>
    /// <remarks>A letter with a combining accent, or an emoji of several scalar values, is therefore several tokens; no surrogate ever is one.</remarks>
    public static Tokenizer Characters { get; } = CreateCharacters(lowerCase: false);

    /// <summary>The stable name: <c>words</c> or <c>characters</c>, then <c>+lower</c> and <c>+punctuation</c> as they apply.</summary>
    public string Name { get; }

    /// <summary>Whether upper-case letters become lower-case.</summary>
    public bool LowerCase { get; }

    /// <summary>A tokenizer of words.</summary>
    /// <param name="lowerCase">Whether upper-case letters become lower-case.</param>
    /// <param name="splitPunctuation">
    /// Whether punctuation and symbols (Unicode categories P and S) become tokens of their own, a run of the same one together: <c>...</c>
    /// or <c>--</c>, each with the marks that are written over it, as in an emoji of several scalar values. Zero-width spaces (U+200B, U+FEFF) separate words and are in none. An apostrophe, hyphen or underscore inside a word and a point or comma between digits stay where they are:
    /// <c>don't</c>, <c>re-imagining</c>, <c>1,000.5</c>.
    /// </param>
    public static Tokenizer CreateWords(bool lowerCase, bool splitPunctuation) =>
        All[(lowerCase ? 1 : 0) + (splitPunctuation ? 2 : 0)];

    /// <summary>A tokenizer of characters.</summary>
    /// <param name="lowerCase">Whether upper-case letters become lower-case.</param>
    public static Tokenizer CreateCharacters(bool lowerCase) => All[lowerCase ? 5 : 4];

    /// <summary>The tokenizer of a name.</summary>
    /// <param name="name">A <see cref="Name"/>.</param>
    /// <exception cref="FormatException">No tokenizer has this name.</exception>
    public static Tokenizer Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        foreach (Tokenizer tokenizer in All)
        {
            if (tokenizer.Name == name)
            {
                return tokenizer;
            }
        }

        throw new FormatException(
            $"\"{name}\" is no tokenizer. Known are: {string.Join(", ", Array.ConvertAll(All, static tokenizer => tokenizer.Name))}.");
    }

    /// <summary>The tokens of a text, in their order.</summary>
    /// <param name="text">Any text; an empty one has no tokens.</param>
    public IReadOnlyList<string> Tokenize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var normalized = new NormalizedText(text, LowerCase, stackalloc char[NormalizedText.ScratchLength]);
        var tokens = new List<string>();
        foreach (ReadOnlySpan<char> token in Split(normalized.Text))
        {
            tokens.Add(token.ToString());
        }

        return tokens;
    }

    /// <summary>Puts tokens together again: words with a space between, characters with nothing.</summary>
    /// <param name="tokens">The tokens.</param>
    public string Join(IEnumerable<string> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return string.Join(Separator, tokens);
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>What stands between two tokens.</summary>
    internal string Separator => _unit == TokenUnit.Words ? " " : "";

    /// <summary>The tokens of a text that is lower-cased and repaired already, as slices of it.</summary>
    internal TokenEnumerator Split(ReadOnlySpan<char> normalized) => new(normalized, _unit, _splitPunctuation);
}
