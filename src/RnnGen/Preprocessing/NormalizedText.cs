using System;
using System.Buffers;

namespace RnnGen;

/// <summary>A text as tokens are cut from it: lower-cased if asked, unpaired surrogates replaced. Copies only when something changes.</summary>
internal ref struct NormalizedText : IDisposable
{
    /// <summary>How much scratch memory makes most sentences need no other.</summary>
    public const int ScratchLength = 512;

    private char[]? _rented;

    public NormalizedText(ReadOnlySpan<char> text, bool lowerCase, Span<char> scratch)
    {
        if (!lowerCase && Utf16.IsWellFormed(text))
        {
            Text = text;
            return;
        }

        if (scratch.Length < text.Length)
        {
            scratch = _rented = ArrayPool<char>.Shared.Rent(text.Length);
        }

        Span<char> copy = scratch[..text.Length];
        if (lowerCase)
        {
            text.ToLowerInvariant(copy);
        }
        else
        {
            text.CopyTo(copy);
        }

        Utf16.Repair(copy);
        Text = copy;
    }

    /// <summary>The normalised text, as long as the original.</summary>
    public ReadOnlySpan<char> Text { get; }

    public void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<char>.Shared.Return(_rented);
            _rented = null;
        }
    }
}
