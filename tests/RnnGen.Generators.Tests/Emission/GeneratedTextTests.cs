using System;
using System.Linq;
using RnnGen.Generators.Tests.Harness;

namespace RnnGen.Generators.Tests.Emission;

/// <summary>What generated documentation says is true of the model that it is of.</summary>
public sealed class GeneratedTextTests
{
    private const string Rest = "Hidden = 4, SequenceLength = 5";

    [Theory]
    [InlineData($"SequenceLabeler(Vocabulary = 9, Labels = 2, {Rest})", "as PyTorch draws them")]
    [InlineData($"SequenceGenerator(Vocabulary = 9, Embedding = 4, TieEmbedding = true, {Rest})", "as PyTorch draws them")]
    [InlineData(
        $"SequenceLabeler(Vocabulary = 9, Labels = 2, Bidirectional = true, {Rest})",
        "as PyTorch draws them, those of the output layer from plus or minus 1 / sqrt(2 HiddenSize)")]
    [InlineData(
        $"SequenceLabeler(Vocabulary = 9, Labels = 2, Embedding = 3, {Rest})",
        "as PyTorch draws them; those of the embedding, as in Keras, from plus or minus 0.05")]
    public void The_constructor_says_from_where_weights_are_drawn(string attribute, string text) => Assert.Contains(
        $"/// <summary>A new model, its weights drawn uniformly from plus or minus 1 / sqrt(HiddenSize), {text}.</summary>",
        TextOf(attribute),
        StringComparison.Ordinal);

    [Theory]
    [InlineData($"SequenceRegressor(Vocabulary = 9, Outputs = 2, {Rest})")]
    [InlineData($"SequenceRegressor(Features = 3, Outputs = 2, EveryStep = true, Cell = CellKind.Gru, {Rest})")]
    [InlineData($"SequenceRegressor(Features = 3, Outputs = 2, EveryStep = true, Bidirectional = true, {Rest})")]
    [InlineData($"SequenceRegressor(Vocabulary = 9, Outputs = 20, EveryStep = true, Embedding = 3, Layers = 2, {Rest})")]
    public void A_regressor_has_no_softmax_and_what_belongs_to_one(string attribute) =>
        Assert.All(["logit", "softmax", "probabilit"], word => Assert.DoesNotContain(word, TextOf(attribute), StringComparison.OrdinalIgnoreCase));

    [Theory]
    [InlineData($"SequenceRegressor(Vocabulary = 9, Outputs = 2, {Rest})", "A span has a wrong length, or a target is NaN or infinite.")]
    [InlineData($"SequenceRegressor(Features = 3, Outputs = 2, {Rest})", "A span has a wrong length, or a number or a target is NaN or infinite.")]
    [InlineData(
        $"SequenceRegressor(Vocabulary = 9, Outputs = 2, EveryStep = true, {Rest})",
        "A span has a wrong length, or a target is infinite, or NaN where another of its step is not.")]
    [InlineData($"SequenceLabeler(Features = 3, Labels = 2, {Rest})", "A span has a wrong length, or a number is NaN or infinite.")]
    [InlineData($"SequenceLabeler(Vocabulary = 9, Labels = 2, {Rest})", "A span has a wrong length.")]
    public void Backward_says_what_it_refuses(string attribute, string text) => Assert.Contains(
        $"/// <exception cref=\"global::System.ArgumentException\">{text}</exception>", TextOf(attribute), StringComparison.Ordinal);

    private static string TextOf(string attribute) => string.Concat(
        new GeneratorRun(Consumer.Compile($"using RnnGen; [{attribute}] public partial class Model;")).Sources.Select(source => source.SourceText.ToString()));
}
