using System;
using System.Globalization;

namespace RnnGen;

/// <summary>A line of a corpus file that is not what its format asks for.</summary>
public sealed class CorpusFormatException : FormatException
{
    /// <summary>An exception for one line.</summary>
    /// <param name="file">The path of the file, as it was given.</param>
    /// <param name="lineNumber">The line, counted from 1.</param>
    /// <param name="problem">What is wrong and what is expected: a sentence.</param>
    /// <param name="innerException">What led to it, if anything did.</param>
    public CorpusFormatException(string file, long lineNumber, string problem, Exception? innerException = null)
        : base(string.Create(CultureInfo.InvariantCulture, $"{file}:{lineNumber}: {problem}"), innerException)
    {
        File = file;
        LineNumber = lineNumber;
    }

    /// <summary>The path of the file, as it was given.</summary>
    public string File { get; }

    /// <summary>The line, counted from 1.</summary>
    public long LineNumber { get; }
}
