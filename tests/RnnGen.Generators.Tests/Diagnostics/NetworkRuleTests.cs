using System.Threading.Tasks;
using RnnGen.Generators.Tests.Harness;

namespace RnnGen.Generators.Tests.Diagnostics;

/// <summary>What a network reads, and in which directions and layers.</summary>
public sealed class NetworkRuleTests
{
    private const string Rest = "Hidden = 8, SequenceLength = 8";

    [Theory]
    [InlineData("Layers = 8, Bidirectional = true, Embedding = 1024, Classes = 2, Vocabulary = 9", "SequenceClassifier")]
    [InlineData("Layers = 1, Embedding = 0, Labels = 2, Vocabulary = 9", "SequenceLabeler")]
    [InlineData("Layers = 2, Bidirectional = false, Embedding = 3, Vocabulary = 9", "SequenceGenerator")]
    [InlineData("Features = 1024, Bidirectional = true, Labels = 2", "SequenceLabeler")]
    [InlineData("Features = 1, Outputs = 1, EveryStep = true", "SequenceRegressor")]
    [InlineData("Vocabulary = 9, Outputs = 3, Pooling = RnnGen.Pooling.Max", "SequenceRegressor")]
    public Task What_a_network_may_have_is_valid(string arguments, string attribute) => DeclarationCheck.IsValid(
        $"[RnnGen.{attribute}({Rest}, {arguments})] partial class Model;");

    [Theory]
    [InlineData("Layers", "0", "1", "8")]
    [InlineData("Layers", "9", "1", "8")]
    [InlineData("Embedding", "-1", "0", "1,024")]
    [InlineData("Embedding", "1025", "0", "1,024")]
    public Task Layers_and_embeddings_have_ranges(string size, string value, string least, string most) => DeclarationCheck.IsRefused(
        $"[RnnGen.SequenceGenerator(Vocabulary = 9, {Rest}, {{|RNNGEN009:{size} = {value}|}})] partial class Model;",
        $"{size} of 'Model' is {int.Parse(value, System.Globalization.CultureInfo.InvariantCulture).ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} and must be from {least} to {most}");

    [Fact]
    public Task A_pooling_that_does_not_exist_is_refused() => DeclarationCheck.IsRefused(
        $"[RnnGen.SequenceClassifier(Vocabulary = 9, Classes = 2, {Rest}, {{|RNNGEN022:Pooling = (RnnGen.Pooling)3|}})] partial class Model;",
        "Pooling of 'Model' is 3, which names none; write Last, Mean or Max");

    [Theory]
    [InlineData("Mean")]
    [InlineData("Max")]
    public Task A_pooling_of_outputs_at_every_step_is_refused(string pooling) => DeclarationCheck.IsRefused(
        $"using RnnGen; [SequenceRegressor(Features = 3, Outputs = 2, {Rest}, {{|RNNGEN031:Pooling = Pooling.{pooling}|}}, EveryStep = true)] partial class Model;",
        "The regressor 'Model' has outputs at every step, each read from the state of its step, and there is nothing to pool; "
            + $"remove 'Pooling = {pooling}' or 'EveryStep = true'");

    [Fact]
    public Task A_pooling_that_does_not_exist_is_not_refused_twice() => DeclarationCheck.IsRefused(
        $"[RnnGen.SequenceRegressor(Features = 3, Outputs = 2, {Rest}, EveryStep = true, {{|RNNGEN022:Pooling = (RnnGen.Pooling)3|}})] partial class Model;",
        "Pooling of 'Model' is 3, which names none; write Last, Mean or Max");

    [Theory]
    [InlineData("Pooling = RnnGen.Pooling.Last, EveryStep = true")]
    [InlineData("Pooling = RnnGen.Pooling.Mean, EveryStep = false")]
    public Task A_regressor_pools_for_a_single_output(string arguments) => DeclarationCheck.IsValid(
        $"[RnnGen.SequenceRegressor(Features = 3, Outputs = 2, {Rest}, {arguments})] partial class Model;");

    [Fact]
    public Task A_generator_that_reads_both_ways_is_refused() => DeclarationCheck.IsRefused(
        $"[RnnGen.SequenceGenerator(Vocabulary = 9, {Rest}, {{|RNNGEN023:Bidirectional = true|}})] partial class Model;",
        "The generator 'Model' cannot be bidirectional: reading from the end, it would see the tokens that it is to predict; remove 'Bidirectional = true'");

    [Theory]
    [InlineData("SequenceClassifier", "Classes = 2")]
    [InlineData("SequenceLabeler", "Labels = 2")]
    [InlineData("SequenceRegressor", "Outputs = 2")]
    public Task Tokens_and_numbers_together_are_refused(string attribute, string outputs) => DeclarationCheck.IsRefused(
        $"[RnnGen.{attribute}(Vocabulary = 9, {{|RNNGEN024:Features = 3|}}, {outputs}, {Rest})] partial class Model;",
        "The model 'Model' declares Vocabulary and Features, and a step reads a token or real numbers; remove one of the two");

    [Fact]
    public Task A_generator_of_numbers_is_refused() => DeclarationCheck.IsRefused(
        $"[RnnGen.SequenceGenerator(Vocabulary = 9, {{|RNNGEN025:Features = 3|}}, {Rest})] partial class Model;",
        "The generator 'Model' cannot have Features: what it predicts, the next token, is what it reads; remove Features, or predict numbers with a SequenceRegressor");

    [Fact]
    public Task An_embedding_of_numbers_is_refused() => DeclarationCheck.IsRefused(
        $"[RnnGen.SequenceClassifier(Features = 3, {{|RNNGEN026:Embedding = 4|}}, Classes = 2, {Rest})] partial class Model;",
        "The model 'Model' reads Features, which need no Embedding: the first layer multiplies them as they are; remove Embedding");

    [Fact]
    public Task Without_a_vocabulary_or_features_the_vocabulary_is_missing() => DeclarationCheck.IsRefused(
        $"[{{|RNNGEN008:RnnGen.SequenceRegressor(Outputs = 2, {Rest})|}}] partial class Model;",
        "[SequenceRegressor] on 'Model' must declare Vocabulary: the network is written for exactly these sizes");

    [Theory]
    [InlineData("Dropout", "1", "1")]
    [InlineData("Dropout", "0.99999999", "0.99999999")]
    [InlineData("Dropout", "-0.1", "-0.1")]
    [InlineData("RecurrentDropout", "30", "30")]
    [InlineData("RecurrentDropout", "double.NaN", "NaN")]
    public Task Dropout_is_a_probability(string property, string value, string shown) => DeclarationCheck.IsRefused(
        $"[RnnGen.SequenceGenerator(Vocabulary = 9, Layers = 2, {Rest}, {{|RNNGEN027:{property} = {value}|}})] partial class Model;",
        $"{property} of 'Model' is {shown}; it must be 0 or more, and less than 1");

    [Theory]
    [InlineData("1.0", "1")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("double.PositiveInfinity", "Infinity")]
    public Task Dropout_that_is_no_probability_is_not_told_that_it_has_no_place(string value, string shown) => DeclarationCheck.IsRefused(
        $"[RnnGen.SequenceClassifier(Vocabulary = 9, Classes = 2, {Rest}, {{|RNNGEN027:Dropout = {value}|}})] partial class Model;",
        $"Dropout of 'Model' is {shown}; it must be 0 or more, and less than 1");

    [Fact]
    public Task Dropout_without_a_place_is_refused() => DeclarationCheck.IsRefused(
        $"[RnnGen.SequenceClassifier(Vocabulary = 9, Classes = 2, {Rest}, {{|RNNGEN028:Dropout = 0.5|}})] partial class Model;",
        "The model 'Model' has neither a second layer nor an embedding, between which Dropout would drop anything; add one, use RecurrentDropout, or remove Dropout");

    [Theory]
    [InlineData("Hidden = 8", "0", "8")]
    [InlineData("Hidden = 8, Embedding = 7", "7", "8")]
    [InlineData("Hidden = 1024, Embedding = 1000", "1,000", "1,024")]
    public Task A_tied_embedding_of_another_size_is_refused(string sizes, string embedding, string hidden) => DeclarationCheck.IsRefused(
        $"[RnnGen.SequenceGenerator(Vocabulary = 9, SequenceLength = 8, {sizes}, {{|RNNGEN029:TieEmbedding = true|}})] partial class Model;",
        $"TieEmbedding of 'Model' needs an Embedding of the size of Hidden, and Embedding is {embedding} and Hidden is {hidden}: a token's row of the embedding is its row of the output layer");

    [Theory]
    [InlineData("")]
    [InlineData(", Embedding = 7")]
    public Task A_tied_embedding_is_not_compared_with_a_size_that_is_missing(string embedding) => DeclarationCheck.IsRefused(
        $"[{{|RNNGEN008:RnnGen.SequenceGenerator(Vocabulary = 9, SequenceLength = 8{embedding}, TieEmbedding = true)|}}] partial class Model;",
        "[SequenceGenerator] on 'Model' must declare Hidden: the network is written for exactly these sizes");

    [Theory]
    [InlineData("Dropout = 0.5, Layers = 2")]
    [InlineData("Dropout = 0.999, Embedding = 4")]
    [InlineData("Dropout = 0, RecurrentDropout = 0.3")]
    [InlineData("TieEmbedding = true, Embedding = 8")]
    [InlineData("TieEmbedding = false, Embedding = 7")]
    public Task Dropout_and_a_tied_embedding_that_fit_are_valid(string arguments) => DeclarationCheck.IsValid(
        $"[RnnGen.SequenceGenerator(Vocabulary = 9, {Rest}, {arguments})] partial class Model;");
}
