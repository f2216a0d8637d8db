using System;

namespace RnnGen;

/// <summary>The four tokens that every vocabulary begins with.</summary>
internal static class SpecialTokens
{
    public const int PadId = 0;
    public const int SosId = 1;
    public const int EosId = 2;
    public const int UnkId = 3;
    public const int Count = 4;

    /// <summary>The spelling of one of the four.</summary>
    public static string SpellingOf(int id) => id switch
    {
        PadId => "<PAD>",
        SosId => "<SOS>",
        EosId => "<EOS>",
        UnkId => "<UNK>",
        _ => throw new ArgumentOutOfRangeException(nameof(id), id, "The special tokens have the ids 0 to 3."),
    };

    /// <summary>Whether a token is spelled like one of the four.</summary>
    public static bool IsSpelling(ReadOnlySpan<char> token) => token is "<PAD>" or "<SOS>" or "<EOS>" or "<UNK>";
}
