using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using RnnGen.Tests.Memory;
using RnnGen.Tests.Persistence;

namespace RnnGen.Tests.Applications;

public class TextClassifierTests
{
    // Ids 4 to 8.
    private static readonly Vocabulary Words = Vocabulary.FromTokens(["a", "stirring", "funny", "film", ","], Tokenizer.Words);
    private static readonly LabelSet Names = LabelSet.FromNames(["negative", "neutral", "positive"]);

    [Fact]
    public void A_text_is_answered_with_the_models_own_best_class()
    {
        TextClassifier<SmallClassifier> classifier = Classifier(seed: 1);
        (int best, float[] probabilities) = Ask(classifier.Model, 1, 4, 5, 3, 7, 2);

        LabelPrediction answer = classifier.Predict("A stirring unheard-of FILM");

        Assert.Equal(new LabelPrediction(Names.NameOf(best), probabilities[best]), answer);
        Assert.Equal(answer, classifier.Predict(["A", "stirring", "Unheard-of", "FILM"]));
    }

    [Fact]
    public void Many_texts_get_the_answers_of_one_at_a_time()
    {
        // The model has a class without a name; and there are more texts than run in one call.
        var classifier = new TextClassifier<SmallClassifier>(new SmallClassifier(seed: 1), Words, LabelSet.FromNames(["negative", "neutral"]));
        string[] texts = [.. Enumerable.Range(0, 1500).Select(i => string.Join(' ', "a stirring funny film , a film".Split(' ').Take(i % 8)))];

        Assert.Equal(texts.Select(classifier.Predict), classifier.PredictMany(texts));
        Assert.Empty(classifier.PredictMany([]));
        ArgumentException refused = Assert.Throws<ArgumentException>("texts", () => classifier.PredictMany(["a", "", null!]));
        Assert.StartsWith("Text 2 is null", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_of_layers_that_reads_both_ways_answers_alike_and_comes_back_from_its_file()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.PathOf("deep.safetensors");
        var model = new DeepClassifier(seed: 1);
        float[] probabilities = new float[3];
        int best = model.Predict([1, 4, 5, 3, 7, 2], probabilities);
        var classifier = new TextClassifier<DeepClassifier>(model, Words, Names);
        classifier.Save(path);

        var expected = new LabelPrediction(Names.NameOf(best), probabilities[best]);
        Assert.Equal(expected, classifier.Predict("A stirring unheard-of FILM"));
        Assert.Equal(expected, TextClassifier<DeepClassifier>.Load(path).Predict("A stirring unheard-of FILM"));
    }

    [Fact]
    public void A_text_that_is_too_long_is_cut_as_in_training()
    {
        TextClassifier<SmallClassifier> classifier = Classifier(seed: 1);
        (int best, float[] probabilities) = Ask(classifier.Model, 1, 4, 5, 8, 6, 2);

        Assert.Equal(new LabelPrediction(Names.NameOf(best), probabilities[best]), classifier.Predict("a stirring, funny film, a film"));
        Assert.Equal(probabilities[best], classifier.Predict(["a", "stirring", ",", "funny", "film"]).Probability);
    }

    [Fact]
    public void An_empty_text_is_a_start_and_an_end()
    {
        TextClassifier<SmallClassifier> classifier = Classifier(seed: 1);
        (int best, float[] probabilities) = Ask(classifier.Model, 1, 2);

        Assert.Equal(new LabelPrediction(Names.NameOf(best), probabilities[best]), classifier.Predict(""));
    }

    [Fact]
    public void All_classes_are_ranked_by_probability()
    {
        TextClassifier<SmallClassifier> classifier = Classifier(seed: 2);
        (_, float[] probabilities) = Ask(classifier.Model, 1, 6, 2);

        IReadOnlyList<LabelPrediction> ranking = classifier.Rank("funny");

        Assert.Equal(probabilities.OrderDescending(), ranking.Select(static prediction => prediction.Probability));
        Assert.All(ranking, prediction => Assert.Equal(probabilities[Names.IdOf(prediction.Label)], prediction.Probability));
        Assert.Equal(ranking.Take(2), classifier.Rank("funny", count: 2));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => classifier.Rank("funny", count: 0));
    }

    [Fact]
    public void Equally_probable_classes_are_ranked_by_their_ids()
    {
        // All parameters zero: all classes have the same probability.
        TextClassifier<SmallClassifier> classifier = Classifier(seed: 1);
        classifier.Model.Parameters.Clear();

        Assert.Equal(Names.Names, classifier.Rank("funny").Select(static prediction => prediction.Label));
        Assert.Equal("negative", classifier.Predict("funny").Label);
    }

    [Fact]
    public void The_span_receives_all_probabilities_and_must_have_room_for_just_those()
    {
        TextClassifier<SmallClassifier> classifier = Classifier(seed: 2);
        (int best, float[] expected) = Ask(classifier.Model, 1, 6, 7, 2);
        float[] probabilities = new float[3];

        Assert.Equal(best, classifier.Predict("funny film", probabilities));
        Assert.Equal(expected, probabilities);
        Assert.Throws<ArgumentException>("probabilities", () => classifier.Predict("funny", new float[2]));
        Assert.Throws<ArgumentException>("probabilities", () => classifier.Predict("funny", new float[4]));
    }

    [Fact]
    public void Classes_without_a_name_are_no_answers()
    {
        SmallClassifier model = new(seed: 1);
        TensorInfo bias = SmallClassifier.Description.Tensors.Single(static tensor => tensor.Name == "fc.bias");
        model.Parameters[bias.IndexOf(2, 0)] = 100;
        (_, float[] probabilities) = Ask(model, 1, 6, 2);
        var classifier = new TextClassifier<SmallClassifier>(model, Words, LabelSet.FromNames(["negative", "positive"]));

        Assert.Equal(2, Array.IndexOf(probabilities, probabilities.Max()));
        Assert.Contains(classifier.Predict("funny").Label, classifier.Labels.Names);
        Assert.Equal(2, classifier.Rank("funny").Count);
    }

    [Fact]
    public void Predicting_into_a_span_allocates_nothing()
    {
        TextClassifier<SmallClassifier> classifier = Classifier(seed: 1);
        float[] probabilities = new float[3];

        // The first calls fill the pool and let the compiler settle.
        for (int i = 0; i < 100; i++)
        {
            _ = classifier.Predict("A stirring, funny film", probabilities);
        }

        Assert.Equal(0, Allocations.OfThread(() => _ = classifier.Predict("A stirring, funny film", probabilities)));
    }

    [Fact]
    public void Many_threads_get_the_answers_of_one()
    {
        TextClassifier<SmallClassifier> classifier = Classifier(seed: 1);
        string[] texts = [.. Enumerable.Range(0, 200).Select(i => string.Join(' ', Words.Tokens.Skip(i % 5).Take(1 + (i % 3))))];
        LabelPrediction[] expected = Array.ConvertAll(texts, classifier.Predict);
        var answers = new LabelPrediction[texts.Length];

        Parallel.For(0, 20 * texts.Length, i => answers[i % texts.Length] = classifier.Predict(texts[i % texts.Length]));

        Assert.Equal(expected, answers);
    }

    [Fact]
    public void One_file_holds_all_of_it()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.PathOf("sentiment.safetensors");
        var classifier = new TextClassifier<SmallClassifier>(new SmallClassifier(seed: 1), Words, Names)
        {
            Entries = new Dictionary<string, string> { ["licence"] = "MIT" },
        };
        using var stream = new MemoryStream();
        classifier.Save(path);
        classifier.Save(stream);
        stream.Position = 0;

        foreach (TextClassifier<SmallClassifier> loaded in new[]
                 {
                     TextClassifier<SmallClassifier>.Load(path), TextClassifier<SmallClassifier>.Load(stream),
                 })
        {
            Assert.Equal(classifier.Rank("a stirring, funny film"), loaded.Rank("a stirring, funny film"));
            Assert.Equal(Words.Tokens, loaded.Vocabulary.Tokens);
            Assert.Equal(Names.Names, loaded.Labels.Names);
            Assert.Equal(classifier.Entries, loaded.Entries);
        }
    }

    [Fact]
    public void A_file_without_vocabulary_or_names_is_refused_by_name()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.PathOf("weights.safetensors");
        var model = new SmallClassifier(seed: 1);
        model.Save(path);
        Assert.Equal(
            $"{path}: The file carries no vocabulary: it holds a model's weights alone.",
            Assert.Throws<ModelFileException>(() => TextClassifier<SmallClassifier>.Load(path)).Message);

        ModelFile.Save(model, path, new ModelMetadata { Vocabulary = Words });
        Assert.Equal(
            $"{path}: The file carries no label names.",
            Assert.Throws<ModelFileException>(() => TextClassifier<SmallClassifier>.Load(path)).Message);
    }

    [Fact]
    public void Parts_that_do_not_fit_the_declaration_are_refused()
    {
        var model = new SmallClassifier(seed: 1);
        Vocabulary large = Vocabulary.FromTokens("abcdefghi".Select(static letter => letter.ToString()));

        Assert.Contains(
            "The vocabulary has 13 tokens, SmallClassifier declares 12.",
            Assert.Throws<ArgumentException>("vocabulary", () => new TextClassifier<SmallClassifier>(model, large, Names)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "There are names for 4 outputs, SmallClassifier declares 3.",
            Assert.Throws<ArgumentException>(
                "labels", () => new TextClassifier<SmallClassifier>(model, Words, LabelSet.FromNames(["a", "b", "c", "d"]))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "ClassifierWithoutRoom declares a sequence length of 2",
            Assert.Throws<ArgumentException>(
                "model", () => new TextClassifier<ClassifierWithoutRoom>(new ClassifierWithoutRoom(seed: 1), Words, Names)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_and_names_are_not_to_be_spoilt()
    {
        Assert.Throws<ArgumentNullException>(() => new TextClassifier<SmallClassifier>(new SmallClassifier(seed: 1), Words, Names) { Entries = null! });
        Assert.Throws<ArgumentNullException>(() => new ModelMetadata { Entries = null! });
        Assert.False(Words.Tokens is string[] || Names.Names is string[]);
    }

    private static TextClassifier<SmallClassifier> Classifier(int seed) => new(new SmallClassifier(seed), Words, Names);

    private static (int Best, float[] Probabilities) Ask(SmallClassifier model, params int[] ids)
    {
        float[] probabilities = new float[3];
        return (model.Predict(ids, probabilities), probabilities);
    }
}
