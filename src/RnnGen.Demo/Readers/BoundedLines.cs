using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace RnnGen.Demo.Readers;

/// <summary>The lines of UTF-8 text, none of which may be longer than any sensible one: a byte order mark is skipped, lines end in LF or CR LF.</summary>
internal static class BoundedLines
{
    /// <summary>The longest line of a file, in bytes.</summary>
    public const int MaximumLength = 1 << 16;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file line by line.</summary>
    /// <param name="path">The path of the file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="CorpusFormatException">A line is too long, or not UTF-8.</exception>
    public static IEnumerable<(long Number, string Text)> Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no file {path}.", path);
        }

        using FileStream stream = File.OpenRead(path);
        foreach ((long Number, string Text) line in Read(stream, path, MaximumLength))
        {
            yield return line;
        }
    }

    /// <summary>Reads a stream line by line.</summary>
    /// <param name="stream">The stream, which is read a byte after another.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="maximumLength">The longest line, in bytes.</param>
    /// <exception cref="CorpusFormatException">A line is too long, or not UTF-8.</exception>
    public static IEnumerable<(long Number, string Text)> Read(Stream stream, string name, int maximumLength)
    {
        byte[] line = new byte[maximumLength];
        int length = 0;
        long number = 1;
        int next;
        while ((next = stream.ReadByte()) >= 0)
        {
            if (next == '\n')
            {
                // Elsewhere a CR is a part of the line, for whoever reads it to refuse.
                int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
                yield return (number, Decode(line.AsSpan(0, end), name, number));
                length = 0;
                number++;
            }
            else if (length == maximumLength)
            {
                throw new CorpusFormatException(name, number, $"The line is longer than {maximumLength} bytes.");
            }
            else
            {
                line[length++] = (byte)next;
            }
        }

        if (length > 0)
        {
            yield return (number, Decode(line.AsSpan(0, length), name, number));
        }
    }

    private static string Decode(ReadOnlySpan<byte> line, string name, long number)
    {
        if (number == 1 && line.StartsWith("\uFEFF"u8))
        {
            line = line["\uFEFF"u8.Length..];
        }

        try
        {
            return StrictUtf8.GetString(line);
        }
        catch (DecoderFallbackException exception)
        {
            throw new CorpusFormatException(name, number, $"The line is not UTF-8: {exception.Message}", exception);
        }
    }
}
