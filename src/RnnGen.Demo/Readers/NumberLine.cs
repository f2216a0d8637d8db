using System;
using System.Collections.Generic;
using System.Globalization;

namespace RnnGen.Demo.Readers;

/// <summary>Numbers side by side, separated by spaces or TABs.</summary>
internal static class NumberLine
{
    // What is no number may be long; its beginning tells enough.
    private const int LongestQuotation = 32;

    // No white space: the line has been divided at what separates numbers, and a CR within it does not.
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>The numbers of a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="error">Makes an exception that says where the line stands, from what is wrong with it.</param>
    public static List<float> Parse(ReadOnlySpan<char> line, Func<string, Exception> error)
    {
        var numbers = new List<float>();
        foreach (Range column in line.SplitAny(' ', '\t'))
        {
            ReadOnlySpan<char> text = line[column];
            if (text.IsEmpty)
            {
                continue;
            }

            if (!float.TryParse(text, Style, CultureInfo.InvariantCulture, out float number) || !float.IsFinite(number))
            {
                string quotation = text.Length <= LongestQuotation ? text.ToString() : $"{text[..LongestQuotation]}…";
                quotation = quotation.Replace("\r", "\\r", StringComparison.Ordinal);
                throw error(string.Create(CultureInfo.InvariantCulture, $"Column {numbers.Count + 1} is \"{quotation}\"; it must be a finite number, as in 0.25 or -1e-3."));
            }

            numbers.Add(number);
        }

        return numbers;
    }
}
