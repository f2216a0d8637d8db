using System;

namespace RnnGen.Persistence;

/// <summary>The text that JSON can carry unchanged.</summary>
internal static class WellFormedText
{
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="text"/> has half a surrogate pair, which would come back as another character.
    /// </exception>
    public static void Require(string text, string parameter)
    {
        ArgumentNullException.ThrowIfNull(text, parameter);
        if (!Utf16.IsWellFormed(text))
        {
            throw new ArgumentException("The text has an unpaired surrogate, which no file can hold.", parameter);
        }
    }
}
