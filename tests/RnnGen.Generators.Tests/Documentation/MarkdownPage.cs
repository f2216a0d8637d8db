using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using RnnGen.Generators.Tests.Harness;

namespace RnnGen.Generators.Tests.Documentation;

/// <summary>A page of the documentation.</summary>
/// <remarks>
/// The <c>csharp</c> blocks of a page, one after another, are one program. A comment before a block says more about it: <c>prints</c>, that this is what
/// the code before it prints; <c>excerpt FILE NAME</c>, that it is a part of a generated file, and not of the program.
/// </remarks>
internal sealed partial class MarkdownPage
{
    private readonly string _text;

    public MarkdownPage(string path)
    {
        Path = path;
        _text = Repository.Read(path.Split('/'));
        Blocks = [.. Fences().Matches(_text).Select(match => match.Groups).Select(groups =>
            new CodeBlock(groups["language"].Value, groups["note"].Value, groups["text"].Value, groups["text"].Index))];
    }

    /// <summary>The pages that this test looks after; those of the diagnostics have their own.</summary>
    public static IEnumerable<string> Paths =>
    [
        "README.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        .. Directory.GetFiles(Repository.PathOf("docs"), "*.md").Select(file => "docs/" + System.IO.Path.GetFileName(file)).Order(StringComparer.Ordinal),
    ];

    /// <summary>The path in the repository.</summary>
    public string Path { get; }

    /// <summary>The fenced blocks in their order.</summary>
    public IReadOnlyList<CodeBlock> Blocks { get; }

    /// <summary>The links to files of this repository, without what stands after a #.</summary>
    public IEnumerable<string> LinkedFiles => Links().Matches(Fences().Replace(_text, ""))
        .Select(match => match.Groups["target"].Value)
        .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#'))
        .Select(target => target.Split('#')[0]);

    /// <summary>Writes the page with other texts in some blocks.</summary>
    public void Rewrite(IEnumerable<(CodeBlock Block, string Text)> changes)
    {
        string page = _text;
        foreach ((CodeBlock block, string text) in changes.OrderByDescending(change => change.Block.Start))
        {
            page = page.Remove(block.Start, block.Text.Length).Insert(block.Start, text);
        }

        File.WriteAllText(Repository.PathOf(Path.Split('/')), page);
    }

    [GeneratedRegex(@"(?:^<!-- (?<note>[^\n]*) -->\n)?^```(?<language>\w*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fences();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Links();
}
