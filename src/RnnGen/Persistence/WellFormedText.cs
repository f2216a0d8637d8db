using System;
using System.Text;

namespace RnnGen.Persistence;

/// <summary>The text that JSON can carry unchanged.</summary>
internal static class WellFormedText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="text"/> has half a surrogate pair, which would come back as another character.
    /// </exception>
    public static void Require(string text, string parameter)
    {
        ArgumentNullException.ThrowIfNull(text, parameter);
        try
        {
            _ = Strict.GetByteCount(text);
        }
        catch (EncoderFallbackException exception)
        {
            throw new ArgumentException($"The text has half a surrogate pair at {exception.Index}: it is not valid Unicode.", parameter, exception);
        }
    }
}
