using System.Collections.Generic;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace RnnGen.Generators.Tests.Harness;

/// <summary>A source text in which <c>{|RNNGEN001:text|}</c> marks where a diagnostic is expected.</summary>
internal sealed partial class MarkedSource
{
    public MarkedSource(string marked)
    {
        int removed = 0;
        List<(string, TextSpan)> expected = [];
        Text = Marks().Replace(marked, match =>
        {
            Group inside = match.Groups["text"];
            expected.Add((match.Groups["id"].Value, new TextSpan(match.Index - removed, inside.Length)));
            removed += match.Length - inside.Length;
            return inside.Value;
        });
        Expected = expected;
    }

    /// <summary>The text without its marks.</summary>
    public string Text { get; }

    /// <summary>The ids and places that the marks name, in their order.</summary>
    public IReadOnlyList<(string Id, TextSpan Span)> Expected { get; }

    [GeneratedRegex(@"\{\|(?<id>[A-Z0-9]+):(?<text>.*?)\|\}", RegexOptions.Singleline)]
    private static partial Regex Marks();
}
