using System;

namespace RnnGen.Generators.Tests.Documentation;

/// <summary>A fenced block of a page.</summary>
/// <param name="Language">What stands after the opening fence.</param>
/// <param name="Note">The HTML comment on the line before the fence, empty without one.</param>
/// <param name="Text">The lines between the fences, each with its line end.</param>
/// <param name="Start">Where the text begins in the page.</param>
internal sealed record CodeBlock(string Language, string Note, string Text, int Start)
{
    private const string Excerpt = "excerpt ";

    /// <summary>Whether it is a part of the page's program.</summary>
    public bool IsCode => Language == "csharp" && !IsExcerpt;

    /// <summary>Whether it shows what the code since the last such block prints.</summary>
    public bool IsOutput => Note == "prints";

    /// <summary>Whether it quotes a generated file.</summary>
    public bool IsExcerpt => Note.StartsWith(Excerpt, StringComparison.Ordinal);

    /// <summary>What it quotes: the file and the name of a member in it.</summary>
    public (string File, string Member) Source =>
        Note[Excerpt.Length..].Split(' ') is [string file, string member] ? (file, member) : throw new FormatException(Note);
}
