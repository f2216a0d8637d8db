using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using RnnGen.Generators.Diagnostics;
using RnnGen.Generators.Model;
using RnnGen.Generators.Parsing;
using RnnGen.Generators.Tests.Harness;

namespace RnnGen.Generators.Tests.Diagnostics;

/// <summary>Each diagnostic has a number of its own, a page, a line in the table, and a line in the list of releases.</summary>
public sealed class DescriptorTests
{
    public static TheoryData<string> Ids => [.. DiagnosticDescriptors.All.Select(descriptor => descriptor.Id)];

    /// <summary>Those whose cause lies in a declaration, not in the project file.</summary>
    public static TheoryData<string> IdsOfDeclarations =>
        [.. DiagnosticDescriptors.All
            .Except([DiagnosticDescriptors.LanguageVersionIsSupported, DiagnosticDescriptors.RuntimeIsReferenced])
            .Select(descriptor => descriptor.Id)];

    [Fact]
    public void Ids_are_numbered_from_one_in_the_order_of_the_rules() => Assert.Equal(
        Enum.GetValues<Rule>().Select((_, index) => FormattableString.Invariant($"RNNGEN{index + 1:000}")),
        Enum.GetValues<Rule>().Select(rule => DiagnosticDescriptors.Of(rule).Id));

    [Fact]
    public void The_analyzer_supports_every_diagnostic() =>
        Assert.Equal(Enum.GetValues<Rule>().Select(DiagnosticDescriptors.Of), new ModelDeclarationAnalyzer().SupportedDiagnostics);

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_diagnostic_is_on_from_the_start_and_links_to_its_page(string id)
    {
        DiagnosticDescriptor descriptor = Find(id);

        Assert.Equal("RnnGen", descriptor.Category);
        Assert.Equal(DiagnosticSeverity.Error, descriptor.DefaultSeverity);
        Assert.True(descriptor.IsEnabledByDefault);
        Assert.Equal($"https://github.com/rnngen/rnngen/blob/main/docs/diagnostics/{id}.md", descriptor.HelpLinkUri);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_diagnostic_has_a_page_with_cause_example_and_fix(string id)
    {
        string page = Repository.Read("docs", "diagnostics", id + ".md");

        Assert.StartsWith($"# {id}: {Find(id).Title}\n", page, StringComparison.Ordinal);
        Assert.Contains("\n## Cause\n", page, StringComparison.Ordinal);
        Assert.Contains("\n## Example\n", page, StringComparison.Ordinal);
        Assert.Contains("\n## Fix\n", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_diagnostic_is_in_the_table_and_among_the_releases(string id)
    {
        string title = Find(id).Title.ToString(CultureInfo.InvariantCulture);
        string releases = Repository.Read("generators", "RnnGen.Generators", "AnalyzerReleases.Shipped.md")
            + Repository.Read("generators", "RnnGen.Generators", "AnalyzerReleases.Unshipped.md");

        Assert.Contains($"| [{id}]({id}.md) | {title} | error |", Repository.Read("docs", "diagnostics", "README.md"), StringComparison.Ordinal);
        Assert.Matches($@"(?m)^{id} \| RnnGen +\| Error +\|", releases);
    }

    [Fact]
    public void There_is_no_page_without_a_diagnostic() => Assert.Equal(
        DiagnosticDescriptors.All.Select(descriptor => descriptor.Id).Concat(BuildDiagnostic.All.Select(diagnostic => diagnostic.Id)),
        Directory.GetFiles(Repository.PathOf("docs", "diagnostics"), "RNNGEN*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Fact]
    public void The_page_of_the_ranges_gives_them_all()
    {
        string page = Repository.Read("docs", "diagnostics", DiagnosticDescriptors.SizeIsInRange.Id + ".md");
        SizeRange[] ranges = [.. TaskAttribute.All.SelectMany(attribute => attribute.Sizes).Concat(TaskAttribute.OptionalSizes).Distinct()];

        Assert.Equal(9, ranges.Length);
        Assert.All(ranges, range => Assert.Matches(
            FormattableString.Invariant($@"\| .*`{range.Property}`.* \| {range.Minimum:N0} to {range.Maximum:N0} \|"), page));
    }

    [Theory]
    [MemberData(nameof(IdsOfDeclarations))]
    public async Task The_example_of_a_page_is_reported_and_its_correction_is_not(string id)
    {
        string page = Repository.Read("docs", "diagnostics", id + ".md");
        string[] blocks = [.. Regex.Matches(page, "```csharp\n(.*?)```", RegexOptions.Singleline).Select(match => "using RnnGen;\n" + match.Groups[1].Value)];

        Assert.Equal(2, blocks.Length);
        Assert.Equal([id], (await DeclarationCheck.Analyze(Consumer.Compile(blocks[0]))).Select(diagnostic => diagnostic.Id));
        Assert.Empty(await DeclarationCheck.Analyze(Consumer.Compile(blocks[1])));
    }

    private static DiagnosticDescriptor Find(string id) => DiagnosticDescriptors.All.Single(descriptor => descriptor.Id == id);
}
