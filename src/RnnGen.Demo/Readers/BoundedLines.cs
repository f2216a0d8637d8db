using System.Collections.Generic;
using System.IO;
using System.Text;

namespace RnnGen.Demo.Readers;

/// <summary>The lines of a text file, none of which may be longer than any sensible one.</summary>
internal static class BoundedLines
{
    /// <summary>The longest line, in characters.</summary>
    public const int MaximumLength = 1 << 16;

    /// <summary>Reads a file line by line.</summary>
    /// <param name="path">The path of the file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="CorpusFormatException">A line is too long.</exception>
    public static IEnumerable<(long Number, string Text)> Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no file {path}.", path);
        }

        using var reader = new StreamReader(path, Encoding.UTF8);
        var line = new StringBuilder();
        long number = 1;
        int next;
        while ((next = reader.Read()) >= 0)
        {
            if (next == '\n')
            {
                yield return (number, line.ToString());
                _ = line.Clear();
                number++;
            }
            else if (line.Length == MaximumLength)
            {
                throw new CorpusFormatException(path, number, $"The line is longer than {MaximumLength} characters.");
            }
            else if (next != '\r')
            {
                _ = line.Append((char)next);
            }
        }

        if (line.Length > 0)
        {
            yield return (number, line.ToString());
        }
    }
}
