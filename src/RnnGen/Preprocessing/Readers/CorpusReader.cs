using System;
using System.Collections.Generic;
using System.IO;

namespace RnnGen;

/// <summary>Reads corpora from files: UTF-8, with or without a byte order mark, lines ending in LF or CR LF and no longer than 1 MiB.</summary>
/// <remarks>
/// Sequences are read while they are enumerated, and each enumeration reads the file anew, so that a corpus larger than memory works.
/// All methods throw <see cref="FileNotFoundException"/> at once if there is no such file, and <see cref="CorpusFormatException"/>, which names
/// the file and the line, where a line is not what the format asks for, is too long or is not UTF-8.
/// </remarks>
public static class CorpusReader
{
    /// <summary>TSV: a text and a label in each line, separated by one TAB. Empty lines are skipped.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="columns">Which of the two comes first.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="columns"/> is neither of the two.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static IEnumerable<ClassifiedText> ReadTsv(string path, TsvColumns columns)
    {
        if (columns is not (TsvColumns.LabelText or TsvColumns.TextLabel))
        {
            throw new ArgumentOutOfRangeException(nameof(columns), columns, "The columns must be LabelText or TextLabel.");
        }

        return TsvFormat.Read(Existing(path), columns);
    }

    /// <summary>CoNLL-U: the words (column 2) and their universal part-of-speech tags (column 4). Multiword ranges (1-2), empty words (1.1) and comments are skipped.</summary>
    /// <param name="path">The path of the file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static IEnumerable<LabeledSentence> ReadConllu(string path) => ConlluFormat.Read(Existing(path));

    /// <summary>CoNLL in two columns: a token and its label in each line, separated by one TAB or by spaces, and a blank line between sentences.</summary>
    /// <param name="path">The path of the file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static IEnumerable<LabeledSentence> ReadConll(string path) => ConllFormat.Read(Existing(path));

    /// <summary>Plain text, a text a line. Blank lines are skipped.</summary>
    /// <param name="path">The path of the file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static IEnumerable<string> ReadLines(string path) => PlainTextFormat.ReadLines(Existing(path));

    /// <summary>Plain text, the whole file, of up to 256 MiB, as one running text; CR LF becomes LF.</summary>
    /// <param name="path">The path of the file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static string ReadText(string path) => PlainTextFormat.ReadText(Existing(path));

    private static string Existing(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return File.Exists(path) ? path : throw new FileNotFoundException($"There is no file {path}.", path);
    }
}
