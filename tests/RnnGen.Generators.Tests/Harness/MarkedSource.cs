using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace RnnGen.Generators.Tests.Harness;

/// <summary>A source text in which <c>{|RNNGEN001:text|}</c> marks where a diagnostic is expected. Marks may be nested.</summary>
internal sealed partial class MarkedSource
{
    public MarkedSource(string marked)
    {
        StringBuilder text = new();
        Stack<(string Id, int Start)> open = [];
        List<(string Id, TextSpan Span)> expected = [];
        int copied = 0;
        foreach (Match mark in Marks().Matches(marked))
        {
            _ = text.Append(marked, copied, mark.Index - copied);
            copied = mark.Index + mark.Length;
            if (mark.Groups["id"].Success)
            {
                open.Push((mark.Groups["id"].Value, text.Length));
            }
            else
            {
                (string id, int start) = open.Pop();
                expected.Add((id, TextSpan.FromBounds(start, text.Length)));
            }
        }

        Assert.Empty(open);
        Text = text.Append(marked, copied, marked.Length - copied).ToString();
        Expected = [.. expected.OrderBy(mark => mark.Span.Start).ThenBy(mark => mark.Id, StringComparer.Ordinal)];
    }

    /// <summary>The text without its marks.</summary>
    public string Text { get; }

    /// <summary>The ids and places that the marks name, in the order of the places.</summary>
    public IReadOnlyList<(string Id, TextSpan Span)> Expected { get; }

    [GeneratedRegex(@"\{\|(?<id>[A-Z0-9]+):|\|\}")]
    private static partial Regex Marks();
}
