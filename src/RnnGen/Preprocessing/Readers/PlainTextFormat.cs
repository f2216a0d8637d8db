using System.Collections.Generic;
using System.Text;

namespace RnnGen;

/// <summary>Plain UTF-8 text: a text a line, or the whole file as one.</summary>
internal static class PlainTextFormat
{
    /// <summary>The longest running text, in bytes: as token ids it takes 1 GiB of memory.</summary>
    public const int MaximumTextBytes = 1 << 28;

    public static IEnumerable<string> ReadLines(string path)
    {
        using var reader = new Utf8LineReader(path);
        while (reader.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return line;
            }
        }
    }

    /// <summary>Reads a file as one text.</summary>
    /// <param name="path">The path.</param>
    /// <param name="maximumBytes">How long the file may be.</param>
    /// <exception cref="CorpusFormatException">The file is longer, or not UTF-8.</exception>
    public static string ReadText(string path, int maximumBytes = MaximumTextBytes)
    {
        // A book may well be one line.
        using var reader = new Utf8LineReader(path, maximumBytes);
        var text = new StringBuilder();
        while (reader.ReadLine() is { } line)
        {
            if (reader.ByteCount > maximumBytes)
            {
                throw reader.Error($"The text is longer than {maximumBytes} bytes.");
            }

            _ = text.Append(line);
            if (reader.Terminated)
            {
                _ = text.Append('\n');
            }
        }

        return text.ToString();
    }
}
