using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RnnGen.Generators.Tests.Harness;

namespace RnnGen.Generators.Tests.Diagnostics;

public sealed class ConsumerRuleTests
{
    private const string Attribute = "RnnGen.SequenceGenerator(Vocabulary = 100, Hidden = 8, SequenceLength = 16)";

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3, "7.3")]
    [InlineData(LanguageVersion.CSharp11, "11.0")]
    public Task An_old_version_of_the_language_is_refused(LanguageVersion version, string name) => DeclarationCheck.IsRefused(
        ConsumerSettings.Default with { LanguageVersion = version, Nullable = NullableContextOptions.Disable },
        $$"""[{|RNNGEN018:{{Attribute}}|}] partial class Model { }""",
        [$"The network of 'Model' is written in C# 12.0 and this project is compiled as C# {name}; remove LangVersion from the project or raise it"]);

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.Latest)]
    [InlineData(LanguageVersion.Preview)]
    public async Task A_recent_version_of_the_language_is_valid(LanguageVersion version)
    {
        CSharpCompilation compilation = Consumer.Compile(
            ConsumerSettings.Default with { LanguageVersion = version }, [$"[{Attribute}] partial class Model;"]);
        Assert.Empty(await DeclarationCheck.Analyze(compilation));
        Assert.Single(new GeneratorRun(compilation).NamedOutputs());
    }

    [Fact]
    public async Task A_copy_of_the_attribute_without_the_runtime_is_refused()
    {
        const string Source = """
            namespace RnnGen
            {
                public sealed class SequenceGeneratorAttribute : System.Attribute
                {
                    public int Vocabulary, Hidden, SequenceLength;
                }
            }

            [RnnGen.SequenceGenerator(Vocabulary = 100, Hidden = 8, SequenceLength = 16)] partial class Model;
            """;
        CSharpCompilation whole = Consumer.Compile(Source);
        CSharpCompilation compilation = whole.WithReferences(Consumer.FrameworkReferences);

        Diagnostic diagnostic = Assert.Single(await DeclarationCheck.Analyze(compilation));
        Assert.Equal("RNNGEN019", diagnostic.Id);
        Assert.Equal(
            "The type 'RnnGen.ISequenceGenerator`1', on which the network of 'Model' is built, was not found; reference the package RnnGen, once and in one version",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(Attribute, Source.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
        Assert.Empty(new GeneratorRun(compilation).NamedOutputs());
    }

    [Fact]
    public async Task A_runtime_that_has_a_name_by_an_alias_alone_is_refused()
    {
        CSharpCompilation compilation = CompileWithAliases("Rnn");

        Diagnostic diagnostic = Assert.Single(await DeclarationCheck.Analyze(compilation));
        Assert.Equal("RNNGEN019", diagnostic.Id);
        Assert.Equal(
            "The type 'RnnGen.ISequenceGenerator`1', on which the network of 'Model' is built, has a name by an extern alias alone; remove Aliases from the reference to RnnGen, or add 'global' to them",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Empty(new GeneratorRun(compilation).NamedOutputs());
    }

    [Fact]
    public async Task A_runtime_that_has_an_alias_besides_its_name_is_valid()
    {
        CSharpCompilation compilation = CompileWithAliases("Rnn", "global");

        Assert.Empty(await DeclarationCheck.Analyze(compilation));
        Assert.Single(new GeneratorRun(compilation).NamedOutputs());
    }

    [Fact]
    public async Task A_project_without_a_model_has_no_diagnostics() => Assert.Empty(
        await DeclarationCheck.Analyze(Consumer.Compile("class Plain { int Step; } [System.Obsolete] abstract class Other<T>;")));

    [Theory]
    [InlineData("#pragma warning disable RNNGEN001")]
    [InlineData("#pragma warning disable")]
    public async Task A_pragma_suppresses_a_diagnostic(string pragma) => Assert.Empty(
        await DeclarationCheck.Analyze(Consumer.Compile($"{pragma}\n[{Attribute}] class Model;")));

    private static CSharpCompilation CompileWithAliases(params string[] aliases) =>
        Consumer.Compile($"extern alias Rnn; [Rnn::{Attribute}] partial class Model;")
            .WithReferences([.. Consumer.FrameworkReferences, Consumer.References.Except(Consumer.FrameworkReferences).Single().WithAliases(aliases)]);

    [Fact]
    public async Task A_build_reports_what_an_editor_reports()
    {
        CSharpCompilation compilation = Consumer.Compile(
            $$"""[{{Attribute}}] partial class Valid { } [{{Attribute}}] class NotPartial; class Outer { [{{Attribute}}] partial class Nested { int Step; } }""");
        string[] expected = ["RNNGEN001", "RNNGEN002"];

        Assert.Equal(expected, (await DeclarationCheck.AnalyzeBuild(compilation)).Select(diagnostic => diagnostic.Id));
        Assert.Equal(expected, (await DeclarationCheck.Analyze(compilation)).Select(diagnostic => diagnostic.Id));
    }
}
