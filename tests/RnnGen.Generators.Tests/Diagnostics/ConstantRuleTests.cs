using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RnnGen.Generators.Tests.Harness;

namespace RnnGen.Generators.Tests.Diagnostics;

/// <summary>Arguments whose value the generator cannot know: the constants that it writes itself, and what does not compile.</summary>
public sealed class ConstantRuleTests
{
    private const string Characters = "[RnnGen.SequenceGenerator(Vocabulary = 40, Hidden = 8, SequenceLength = 8, Layers = 2)] partial class Characters; ";

    [Theory]
    [InlineData("Vocabulary = 40, {|RNNGEN032:Hidden = Characters.HiddenSize|}", "Characters.HiddenSize", "Hidden")]
    [InlineData("{|RNNGEN032:Vocabulary = Characters.VocabularySize|}, Hidden = 8", "Characters.VocabularySize", "Vocabulary")]
    [InlineData("Vocabulary = 40, Hidden = 8, {|RNNGEN032:Embedding = Characters.HiddenSize / 2|}", "Characters.HiddenSize", "Embedding")]
    [InlineData("Vocabulary = 40, Hidden = 8, {|RNNGEN032:Layers = Sizes.Layers|}", "Characters.LayerCount", "Layers")]
    [InlineData("Vocabulary = 40, Hidden = 8, Layers = 2, {|RNNGEN032:Dropout = 0.1 * Characters.LayerCount|}", "Characters.LayerCount", "Dropout")]
    [InlineData("Vocabulary = 40, Hidden = 8, {|RNNGEN032:Bidirectional = Characters.LayerCount == 2|}", "Characters.LayerCount", "Bidirectional")]
    [InlineData("Vocabulary = 40, {|RNNGEN032:Hidden = (int)Widths.First|}", "Characters.HiddenSize", "Hidden")]
    [InlineData("Vocabulary = 40, {|RNNGEN032:Hidden = (int)Widths.Third|}", "Characters.HiddenSize", "Hidden")]
    [InlineData("Vocabulary = 40, Hidden = 8, {|RNNGEN032:Cell = (RnnGen.CellKind)Characters.LayerCount|}", "Characters.LayerCount", "Cell")]
    public Task A_constant_that_is_generated_is_refused(string arguments, string constant, string property) => DeclarationCheck.IsRefused(
        ConsumerSettings.Default,
        Characters
            + "static class Sizes { public const int Layers = Twice / 2; const int Twice = 2 * Characters.LayerCount; } "
            + "enum Widths { First = Characters.HiddenSize, Second, Third, Fourth = 4, Fifth } "
            + $"[RnnGen.SequenceClassifier({arguments}, SequenceLength = 8, Classes = 3)] partial class Model;",
        [$"The constant '{constant}' is written by a source generator, and RnnGen cannot read it; give '{property}' of the model 'Model' a number, or a constant of your own"],
        valid: 1);

    [Fact]
    public Task Constants_of_ones_own_are_valid() => DeclarationCheck.IsValid(
        Characters
            + "static class Sizes { public const int Hidden = 2 * Half; const int Half = 4; } "
            + "enum Widths { First = Characters.HiddenSize, Fourth = 4, Fifth } "
            + "[RnnGen.SequenceClassifier(Vocabulary = 40, Hidden = Sizes.Hidden, SequenceLength = (int)Widths.Fifth, Classes = 3, Embedding = Sizes.Hidden)] partial class Model;",
        models: 2);

    [Fact]
    public async Task A_constant_that_another_generator_writes_is_refused()
    {
        const string Constants = "static class Sizes { public const int Hidden = 8; }";
        CSharpCompilation compilation = Consumer.Compile(
            "[RnnGen.SequenceClassifier(Vocabulary = 40, Hidden = Sizes.Hidden, SequenceLength = 8, Classes = 3)] partial class Model;");
        SyntaxTree written = CSharpSyntaxTree.ParseText(
            Constants, (CSharpParseOptions)compilation.SyntaxTrees[0].Options, "Other/Other.SizesGenerator/Sizes.g.cs", cancellationToken: TestContext.Current.CancellationToken);

        Diagnostic diagnostic = Assert.Single(await DeclarationCheck.Analyze(compilation, written));
        Assert.Equal("RNNGEN032", diagnostic.Id);
        Assert.StartsWith("The constant 'Sizes.Hidden' is written by a source generator", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);

        // A file of such a name that is checked in is there to be read, whatever else is wrong.
        Assert.Empty(await DeclarationCheck.Analyze(compilation.AddSyntaxTrees(written)));
        CSharpCompilation tooShort = Consumer.Compile(
            "[RnnGen.SequenceClassifier(Vocabulary = 40, Hidden = Sizes.Hidden, SequenceLength = 0, Classes = 3)] partial class Model;");
        Assert.Equal("RNNGEN009", Assert.Single(await DeclarationCheck.Analyze(tooShort.AddSyntaxTrees(written))).Id);
    }

    // An editor hands over the source of another project, a build its assembly.
    [Theory]
    [InlineData("Sizes.Hidden")]
    [InlineData("Characters.HiddenSize")]
    public async Task Constants_of_another_project_are_valid(string hidden)
    {
        GeneratorRun library = new(Consumer.Compile(
            "[RnnGen.SequenceGenerator(Vocabulary = 40, Hidden = 8, SequenceLength = 8)] public sealed partial class Characters; "
            + "public static class Sizes { public const int Hidden = 2 * Half; public const int Half = 4; }").WithAssemblyName("Library"));
        CSharpCompilation compilation = Consumer.Compile(
            $"[RnnGen.SequenceClassifier(Vocabulary = 40, Hidden = {hidden}, SequenceLength = 8, Classes = 3)] partial class Model;").AddReferences(library.Output.ToMetadataReference());

        Assert.Empty(await DeclarationCheck.Analyze(compilation));
        Assert.Single(new GeneratorRun(compilation).NamedOutputs());
    }

    [Theory]
    [InlineData("Vocabulary = Typo")]
    [InlineData("Features = ")]
    [InlineData("Features = \"3\"")]
    [InlineData("Vocabulary = 40, Layers = Typo")]
    [InlineData("Vocabulary = 40, Embedding = Typo.Size")]
    [InlineData("Vocabulary = 40, Bidirectional = Typo")]
    [InlineData("Vocabulary = 40, Dropout = Typo, Layers = 2")]
    public void An_argument_that_does_not_compile_is_not_guessed_and_leaves_other_models_alone(string arguments) => Assert.Equal(
        ["Characters"],
        Specs.Of(Characters + $"[RnnGen.SequenceClassifier({arguments}, Hidden = 8, SequenceLength = 8, Classes = 3)] partial class Model;").Select(spec => spec.Type.Name));
}
