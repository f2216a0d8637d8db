using System;
using System.Linq;
using RnnGen.Generators.Tests.Harness;

namespace RnnGen.Generators.Tests.Diagnostics;

/// <summary>A diagnostic of the package's targets has a page and a line in the table, as those of the analyzer have.</summary>
public sealed class BuildDiagnosticTests
{
    public static TheoryData<string> Ids => [.. BuildDiagnostic.All.Select(diagnostic => diagnostic.Id)];

    [Fact]
    public void Ids_are_not_among_those_of_the_analyzer() =>
        Assert.Equal(["RNNGEN101"], BuildDiagnostic.All.Select(diagnostic => diagnostic.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_diagnostic_links_to_its_page_which_quotes_it(string id)
    {
        BuildDiagnostic diagnostic = Find(id);
        string page = Repository.Read("docs", "diagnostics", id + ".md");

        Assert.Equal($"https://github.com/rnngen/rnngen/blob/main/docs/diagnostics/{id}.md", diagnostic.HelpLink);
        Assert.StartsWith($"# {id}: ", page, StringComparison.Ordinal);
        Assert.Contains($"\n> {diagnostic.Text[..diagnostic.Text.IndexOf("Set <", StringComparison.Ordinal)]}", page, StringComparison.Ordinal);
        Assert.Contains($"\nSeverity: {diagnostic.Severity}.", page, StringComparison.Ordinal);
        Assert.Contains("\n## Cause\n", page, StringComparison.Ordinal);
        Assert.Contains("\n## Example\n", page, StringComparison.Ordinal);
        Assert.Contains("\n## Fix\n", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_diagnostic_is_in_the_table(string id) => Assert.Contains(
        $"| [{id}]({id}.md) | {Find(id).Title} | {Find(id).Severity} |", Repository.Read("docs", "diagnostics", "README.md"), StringComparison.Ordinal);

    private static BuildDiagnostic Find(string id) => BuildDiagnostic.All.Single(diagnostic => diagnostic.Id == id);
}
