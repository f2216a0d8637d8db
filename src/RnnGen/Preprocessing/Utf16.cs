using System;

namespace RnnGen;

/// <summary>Unpaired surrogates: code units that are no text, cannot be written as UTF-8 and yet occur in strings.</summary>
internal static class Utf16
{
    /// <summary>Whether every surrogate is one of a pair.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> text) => IndexOfUnpairedSurrogate(text, 0) < 0;

    /// <summary>Replaces every unpaired surrogate by U+FFFD, as the decoders and encoders of .NET do.</summary>
    public static void Repair(Span<char> text)
    {
        for (int i = IndexOfUnpairedSurrogate(text, 0); i >= 0; i = IndexOfUnpairedSurrogate(text, i + 1))
        {
            text[i] = '\uFFFD';
        }
    }

    private static int IndexOfUnpairedSurrogate(ReadOnlySpan<char> text, int start)
    {
        for (int i = start; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
            {
                return i;
            }

            i++;
        }

        return -1;
    }
}
