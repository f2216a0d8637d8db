using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using RnnGen.Generators.Diagnostics;
using RnnGen.Generators.Tests.Baselines;
using RnnGen.Generators.Tests.Harness;

namespace RnnGen.Generators.Tests.Documentation;

/// <summary>What the documentation shows is so.</summary>
public sealed partial class DocumentationTests
{
    public static TheoryData<string> Pages => [.. MarkdownPage.Paths];

    public static TheoryData<string> PagesWithCode => PagesWith(block => block.IsCode);

    public static TheoryData<string> PagesWithExcerpts => PagesWith(block => block.IsExcerpt);

    [Theory]
    [MemberData(nameof(PagesWithCode))]
    public async Task The_code_of_a_page_compiles_without_a_warning_and_prints_what_the_page_says(string path)
    {
        MarkdownPage page = new(path);
        PageProgram program = PageProgram.Compile(page.Blocks);
        CodeBlock[] shown = [.. page.Blocks.Where(block => block.IsOutput)];

        Shows(page, shown.Length == 0 ? [] : shown.Zip(await program.Run()));
    }

    [Theory]
    [MemberData(nameof(PagesWithExcerpts))]
    public void An_excerpt_is_what_is_generated(string path)
    {
        MarkdownPage page = new(path);

        Shows(page, page.Blocks.Where(block => block.IsExcerpt).Select(block => (block, GeneratedExcerpt.Of(block.Source.File, block.Source.Member))));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_lead_to_files_that_exist(string path)
    {
        string folder = Path.GetDirectoryName(Repository.PathOf(path.Split('/')))!;

        Assert.All(new MarkdownPage(path).LinkedFiles, target => Assert.True(Path.Exists(Path.Combine(folder, target)), target));
    }

    [Fact]
    public void The_readme_lists_every_diagnostic() => Assert.Equal(
        DiagnosticDescriptors.All.Select(descriptor => (descriptor.Id, Title: descriptor.Title.ToString(CultureInfo.InvariantCulture)))
            .Concat(BuildDiagnostic.All.Select(diagnostic => (diagnostic.Id, diagnostic.Title)))
            .Select(diagnostic => $"| [{diagnostic.Id}](docs/diagnostics/{diagnostic.Id}.md) | {diagnostic.Title} |"),
        DiagnosticRows().Matches(Repository.Read("README.md")).Select(match => match.Value));

    [Theory]
    [InlineData(1, 0, "SequenceRegressor(Vocabulary = 2, Hidden = 1, Outputs = 1, ")]
    [InlineData(1, 1, "SequenceLabeler(Vocabulary = 8000, Embedding = 64, Hidden = 16, Labels = 17, Cell = CellKind.Gru, ResetBefore = true, Bidirectional = true, ")]
    [InlineData(2, 0, "SequenceRegressor(Vocabulary = 2, Hidden = 1, Outputs = 1, ")]
    [InlineData(8, 1, "SequenceLabeler(Vocabulary = 8000, Embedding = 64, Hidden = 16, Labels = 17, Cell = CellKind.Gru, ResetBefore = true, Bidirectional = true, ")]
    public void The_readme_says_how_many_lines_a_model_is(int layers, int bound, string attribute)
    {
        int[] bounds =
        [
            .. LinesOfCode().Match(Repository.Read("README.md")).Groups.Values
                .Skip(1)
                .Select(group => int.Parse(group.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)),
        ];
        GeneratorRun run = new(Consumer.Compile($"using RnnGen; [{attribute}SequenceLength = 64, Layers = {layers})] partial class Model;"));
        int lines = run.Sources.Sum(source => source.SourceText.Lines.Count - 1);

        // The shortest and the longest of some ten thousand declarations. The figures are round, and a change to the generator of a few lines is none to its readers.
        Assert.InRange(lines / (double)bounds[(layers > 1 ? 2 : 0) + bound], 0.95, 1.05);
    }

    private static TheoryData<string> PagesWith(Func<CodeBlock, bool> condition) =>
        [.. MarkdownPage.Paths.Where(path => new MarkdownPage(path).Blocks.Any(condition))];

    private static void Shows(MarkdownPage page, IEnumerable<(CodeBlock Block, string Expected)> contents)
    {
        if (BaselineModel.IsUpdate)
        {
            page.Rewrite(contents);
            return;
        }

        Assert.All(contents, content => Assert.True(
            content.Block.Text == content.Expected,
            $"{page.Path} shows:\n{content.Block.Text}\nThis is what it should be:\n{content.Expected}\n{BaselineModel.Advice}"));
    }

    [GeneratedRegex(@"^\| \[RNNGEN.*$", RegexOptions.Multiline)]
    private static partial Regex DiagnosticRows();

    [GeneratedRegex(@"a model of one layer is some ([\d,]+) to ([\d,]+) lines more to compile, one of several layers ([\d,]+) to ([\d,]+),")]
    private static partial Regex LinesOfCode();
}
