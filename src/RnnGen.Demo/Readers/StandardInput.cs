using System;
using System.Collections.Generic;
using System.IO;

namespace RnnGen.Demo.Readers;

/// <summary>The lines of standard input, with their numbers from 1.</summary>
internal static class StandardInput
{
    /// <summary>What messages call it, where they would name a file.</summary>
    public const string Name = "standard input";

    // In bytes: what a line of a corpus may have.
    private const int LongestLine = 1 << 20;

    /// <summary>The lines of the process: typed ones as the terminal encodes them, those of a file or a pipe as those of a corpus.</summary>
    /// <exception cref="CorpusFormatException">A line is too long, or not UTF-8.</exception>
    public static IEnumerable<(long Number, string Text)> Read() =>
        Console.IsInputRedirected ? Read(Console.OpenStandardInput()) : ReadTyped(Console.In);

    /// <summary>The lines of a file or of a pipe, each as soon as it has come.</summary>
    /// <param name="stream">What is read, a byte after another.</param>
    /// <exception cref="CorpusFormatException">A line is too long, or not UTF-8.</exception>
    public static IEnumerable<(long Number, string Text)> Read(Stream stream) => BoundedLines.Read(new BufferedStream(stream), Name, LongestLine);

    private static IEnumerable<(long Number, string Text)> ReadTyped(TextReader terminal)
    {
        for (long number = 1; terminal.ReadLine() is { } text; number++)
        {
            yield return (number, text);
        }
    }
}
