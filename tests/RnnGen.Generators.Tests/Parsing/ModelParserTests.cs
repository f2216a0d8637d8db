using System.Threading.Tasks;
using RnnGen.Generators.Model;
using RnnGen.Generators.Tests.Harness;

namespace RnnGen.Generators.Tests.Parsing;

public sealed class ModelParserTests
{
    [Fact]
    public void A_classifier_is_read() => Assert.Equal(
        new ModelSpec(Type("ReviewSentiment"), ModelTask.Classification, ModelCell.Elman, ModelNonlinearity.Tanh, 8000, 64, 32, 2),
        Specs.OfSingle("[RnnGen.SequenceClassifier(Vocabulary = 8000, Hidden = 64, SequenceLength = 32, Classes = 2)] partial class ReviewSentiment;"));

    [Fact]
    public void A_labeler_is_read() => Assert.Equal(
        new ModelSpec(Type("Tagger"), ModelTask.Labeling, ModelCell.Elman, ModelNonlinearity.Relu, 20000, 96, 160, 17),
        Specs.OfSingle(
            """
            using RnnGen;
            [SequenceLabeler(Labels = 17, Vocabulary = 20_000, Hidden = 96, SequenceLength = 160, Nonlinearity = Nonlinearity.Relu)]
            partial class Tagger;
            """));

    [Fact]
    public void A_generator_answers_with_its_vocabulary() => Assert.Equal(
        new ModelSpec(Type("Characters"), ModelTask.Generation, ModelCell.Elman, ModelNonlinearity.Tanh, 100, 128, 64, 100),
        Specs.OfSingle("[RnnGen.SequenceGenerator(Vocabulary = 100, Hidden = 128, SequenceLength = 64)] partial class Characters;"));

    [Theory]
    [InlineData("", nameof(ModelCell.Elman))]
    [InlineData(", Cell = RnnGen.CellKind.Elman", nameof(ModelCell.Elman))]
    [InlineData(", Cell = RnnGen.CellKind.Gru", nameof(ModelCell.Gru))]
    [InlineData(", Cell = RnnGen.CellKind.Lstm", nameof(ModelCell.Lstm))]
    public void The_cell_is_read(string argument, string cell) => Assert.Equal(
        new ModelSpec(Type("Characters"), ModelTask.Generation, System.Enum.Parse<ModelCell>(cell), ModelNonlinearity.Tanh, 100, 128, 64, 100),
        Specs.OfSingle($"[RnnGen.SequenceGenerator(Vocabulary = 100, Hidden = 128, SequenceLength = 64{argument})] partial class Characters;"));

    [Theory]
    [InlineData("", false)]
    [InlineData(", ResetBefore = false", false)]
    [InlineData(", ResetBefore = true", true)]
    public void The_place_of_the_reset_is_read(string argument, bool resetsBefore) => Assert.Equal(
        new ModelSpec(Type("Characters"), ModelTask.Generation, ModelCell.Gru, ModelNonlinearity.Tanh, 100, 128, 64, 100) { ResetsBefore = resetsBefore },
        Specs.OfSingle(
            $"[RnnGen.SequenceGenerator(Vocabulary = 100, Hidden = 128, SequenceLength = 64, Cell = RnnGen.CellKind.Gru{argument})] partial class Characters;"));

    [Fact]
    public void Constants_of_other_files_are_read() => Assert.Equal(
        (300, 12),
        Sizes(Specs.OfSingle(
            "[RnnGen.SequenceGenerator(Vocabulary = Sizes.Words + Sizes.Special, Hidden = 'a' - 85, SequenceLength = 64)] partial class Characters;",
            "static class Sizes { public const int Words = 296; public const byte Special = 4; }")));

    [Theory]
    [InlineData("using Declare = RnnGen.SequenceGeneratorAttribute; [Declare(Vocabulary = 3, Hidden = 4, SequenceLength = 5)] partial class M;", "")]
    [InlineData("[Declare(Vocabulary = 3, Hidden = 4, SequenceLength = 5)] partial class M;", "global using Declare = RnnGen.SequenceGeneratorAttribute;")]
    public void An_attribute_is_known_by_an_alias_too(string source, string other) => Assert.Equal((3, 4), Sizes(Specs.OfSingle(source, other)));

    [Theory]
    [InlineData("namespace Other { class SequenceGeneratorAttribute : System.Attribute; [SequenceGenerator] partial class M; }")]
    [InlineData("class RnnGen { public class SequenceGeneratorAttribute : System.Attribute; } [RnnGen.SequenceGenerator] partial class M;")]
    [InlineData("[RnnGen.SequenceGenerator(Vocabulary = 3, Hidden = 4, SequenceLength = 5)] struct M;")]
    [InlineData("[RnnGen.SequenceGenerator(Vocabulary = 3, Hidden = 4, SequenceLength = 5)] delegate void M();")]
    public async Task What_is_no_declaration_is_neither_read_nor_reported(string source)
    {
        Assert.Empty(Specs.Of(source));
        Assert.Empty(await DeclarationCheck.Analyze(Consumer.Compile(source)));
    }

    [Fact]
    public void The_same_attribute_on_two_parts_yields_nothing() => Assert.Empty(Specs.Of(
        "[RnnGen.SequenceGenerator(Vocabulary = 3, Hidden = 4, SequenceLength = 5)] partial class M;",
        "[RnnGen.SequenceGenerator(Vocabulary = 3, Hidden = 4, SequenceLength = 5)] partial class M;"));

    private static TypeSpec Type(string name) => new("", new EquatableArray<string>([]), name, name);

    private static (int Vocabulary, int Hidden) Sizes(ModelSpec spec) => (spec.Vocabulary, spec.Hidden);
}
