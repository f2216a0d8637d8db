using System;
using System.Globalization;
using System.Text;

namespace RnnGen;

/// <summary>Walks over the tokens of a well-formed text, as slices of it; allocates nothing.</summary>
internal ref struct TokenEnumerator(ReadOnlySpan<char> text, TokenUnit unit, bool splitPunctuation)
{
    private ReadOnlySpan<char> _rest = text;

    /// <summary>The present token.</summary>
    public ReadOnlySpan<char> Current { get; private set; }

    public readonly TokenEnumerator GetEnumerator() => this;

    public bool MoveNext()
    {
        if (unit == TokenUnit.Words)
        {
            _rest = _rest.TrimStart();
            while (splitPunctuation && !_rest.IsEmpty && IsZeroWidthSpace(_rest[0]))
            {
                _rest = _rest[1..].TrimStart();
            }
        }

        if (_rest.IsEmpty)
        {
            return false;
        }

        int length = unit == TokenUnit.Characters ? RuneAt(_rest, 0).Utf16SequenceLength
            : splitPunctuation ? SplitLength(_rest)
            : UnbrokenLength(_rest);
        Current = _rest[..length];
        _rest = _rest[length..];
        return true;
    }

    private static int UnbrokenLength(ReadOnlySpan<char> text)
    {
        int length = 1;
        while (length < text.Length && !char.IsWhiteSpace(text[length]))
        {
            length++;
        }

        return length;
    }

    private static int SplitLength(ReadOnlySpan<char> text)
    {
        Rune first = RuneAt(text, 0);
        int length = first.Utf16SequenceLength;
        if (IsPunctuation(first))
        {
            // With what is written over it or joined to it: an emoji is up to a dozen scalar values.
            ReadOnlySpan<char> sign = text[..StringInfo.GetNextTextElementLength(text)];
            length = sign.Length;
            while (text[length..].StartsWith(sign) && StringInfo.GetNextTextElementLength(text[length..]) == sign.Length)
            {
                length += sign.Length;
            }

            return length;
        }

        Rune last = first;
        while (length < text.Length)
        {
            Rune rune = RuneAt(text, length);
            if (!IsPartOfWord(rune) && !JoinsWord(last, rune, text[(length + rune.Utf16SequenceLength)..]))
            {
                break;
            }

            length += rune.Utf16SequenceLength;
            last = rune;
        }

        return length;
    }

    private static bool JoinsWord(Rune last, Rune rune, ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty)
        {
            return false;
        }

        Rune next = RuneAt(rest, 0);
        return rune.Value switch
        {
            '\'' or '\u2019' or '-' or '\u2010' or '_' => IsPartOfWord(next),
            '.' or ',' => Rune.IsDigit(last) && Rune.IsDigit(next),
            _ => false,
        };
    }

    private static bool IsPartOfWord(Rune rune) => !Rune.IsWhiteSpace(rune) && !(rune.IsBmp && IsZeroWidthSpace((char)rune.Value)) && !IsPunctuation(rune);

    // Marks where a word may end, and where a file begins.
    private static bool IsZeroWidthSpace(char c) => c is '\u200B' or '\uFEFF';

    private static bool IsPunctuation(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation
        or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
        or UnicodeCategory.OtherPunctuation or UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol
        or UnicodeCategory.ModifierSymbol or UnicodeCategory.OtherSymbol;

    private static Rune RuneAt(ReadOnlySpan<char> text, int index)
    {
        _ = Rune.DecodeFromUtf16(text[index..], out Rune rune, out _);
        return rune;
    }
}
