using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using RnnGen.Tests.Persistence;

namespace RnnGen.Tests.Applications;

public class TextLabelerTests
{
    // Ids 4 to 8.
    private static readonly Vocabulary Words = Vocabulary.FromTokens(["time", "flies", "like", "an", "arrow"], Tokenizer.Words);
    private static readonly LabelSet Names = LabelSet.FromNames(["NOUN", "VERB", "ADP"]);

    [Fact]
    public void Every_token_gets_the_models_own_best_label_and_keeps_its_spelling()
    {
        TextLabeler<SmallLabeler> labeler = Labeler(seed: 1);

        IReadOnlyList<TokenPrediction> answer = labeler.Predict("TIME  flies!");

        Assert.Equal(["TIME", "flies", "!"], answer.Select(static prediction => prediction.Token));
        Assert.Equal(Ask(labeler.Model, 1, 4, 5, 3, 2), answer.Select(static prediction => (prediction.Label, prediction.Probability)));
        Assert.Equal(answer, labeler.Predict(["TIME", "flies", "!"]));
    }

    [Fact]
    public void A_network_of_layers_that_reads_both_ways_labels_each_piece_as_a_whole_and_comes_back_from_its_file()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.PathOf("deep.safetensors");
        var model = new DeepLabeler(seed: 1);
        float[] first = new float[3 * 5], second = new float[3 * 4];
        model.Predict([1, 4, 5, 6, 2], first);
        model.Predict([1, 7, 8, 2], second);
        var labeler = new TextLabeler<DeepLabeler>(model, Words, Names);
        labeler.Save(path);

        // What stands between <SOS> and <EOS> of each piece.
        float[] expected = [.. first.Chunk(3).Skip(1).Take(3).Concat(second.Chunk(3).Skip(1).Take(2)).Select(static row => row.Max())];
        IReadOnlyList<TokenPrediction> answer = labeler.Predict("time flies like an arrow");
        Assert.Equal(expected, answer.Select(static prediction => prediction.Probability));
        Assert.Equal(answer, TextLabeler<DeepLabeler>.Load(path).Predict("time flies like an arrow"));
    }

    [Fact]
    public void A_long_text_is_read_in_pieces_and_loses_no_token()
    {
        TextLabeler<SmallLabeler> labeler = Labeler(seed: 1);

        IReadOnlyList<TokenPrediction> answer = labeler.Predict("time flies like an arrow an arrow");

        // Three tokens a piece: five steps hold them with <SOS> and <EOS>.
        Assert.Equal("time flies like an arrow an arrow", string.Join(' ', answer.Select(static prediction => prediction.Token)));
        Assert.Equal(
            [.. Ask(labeler.Model, 1, 4, 5, 6, 2), .. Ask(labeler.Model, 1, 7, 8, 7, 2), .. Ask(labeler.Model, 1, 8, 2)],
            answer.Select(static prediction => (prediction.Label, prediction.Probability)));
    }

    [Fact]
    public void A_text_without_tokens_has_no_labels()
    {
        Assert.Empty(Labeler(seed: 1).Predict("  "));
        Assert.Empty(Labeler(seed: 1).Predict([]));
    }

    [Fact]
    public void A_token_that_is_null_is_refused_by_its_place()
    {
        TextLabeler<SmallLabeler> labeler = Labeler(seed: 1);
        void Refused(string parameter, string message, Action call) =>
            Assert.StartsWith(message, Assert.Throws<ArgumentException>(parameter, call).Message, StringComparison.Ordinal);

        // The fifth is in the second piece.
        Refused("tokens", "Token 4 is null", () => labeler.Predict(["time", "flies", "like", "an", null!]));
        Refused("sentences", "Token 4 of sentence 1 is null", () => labeler.PredictMany([["time"], ["time", "flies", "like", "an", null!]]));
        Refused("sentences", "Sentence 1 is null", () => labeler.PredictMany([["time"], null!]));
        Refused("texts", "Text 2 is null", () => labeler.PredictMany(["time", "", null!]));
    }

    [Fact]
    public void Many_texts_get_the_answers_of_one_at_a_time()
    {
        TextLabeler<SmallLabeler> labeler = Labeler(seed: 1);

        // Empty ones and long ones among them, and more pieces than run in one call.
        string[] texts = [.. Enumerable.Range(0, 1500).Select(i => string.Join(' ', "time flies like an arrow an arrow".Split(' ').Take(i % 8)))];
        IReadOnlyList<IReadOnlyList<TokenPrediction>> answers = labeler.PredictMany(texts);

        Assert.Equal(texts.Length, answers.Count);
        Assert.Equal(texts.Take(8).Select(labeler.Predict), answers.Take(8));
        Assert.Equal(texts.TakeLast(8).Select(labeler.Predict), answers.TakeLast(8));
        Assert.Equal(answers, labeler.PredictMany(texts.Select(text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
        Assert.Empty(labeler.PredictMany(Array.Empty<string>()));
    }

    [Fact]
    public void Characters_outside_the_basic_plane_stay_whole_and_broken_ones_stay_as_they_are()
    {
        var labeler = new TextLabeler<SmallLabeler>(
            new SmallLabeler(seed: 1), Vocabulary.FromTokens(["a", "😀"], Tokenizer.CreateCharacters(lowerCase: true)), Names);

        Assert.Equal(["A", "😀", "\uD83D", "b"], labeler.Predict("A😀\uD83Db").Select(static prediction => prediction.Token));
    }

    [Fact]
    public void One_file_holds_all_of_it()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.PathOf("tagger.safetensors");
        TextLabeler<SmallLabeler> labeler = Labeler(seed: 1);
        using var stream = new MemoryStream();
        labeler.Save(path);
        labeler.Save(stream);
        stream.Position = 0;

        Assert.Equal(labeler.Predict("time flies"), TextLabeler<SmallLabeler>.Load(path).Predict("time flies"));
        Assert.Equal(labeler.Predict("time flies"), TextLabeler<SmallLabeler>.Load(stream).Predict("time flies"));
        Assert.Equal(
            "The file's task is labeling, SmallClassifier declares classification.",
            Assert.Throws<ModelFileException>(() => TextClassifier<SmallClassifier>.Load(path)).Problem);
    }

    private static TextLabeler<SmallLabeler> Labeler(int seed) => new(new SmallLabeler(seed), Words, Names);

    /// <summary>The best of the three labels that have names, for every token between &lt;SOS&gt; and &lt;EOS&gt;.</summary>
    private static IEnumerable<(string Label, float Probability)> Ask(SmallLabeler model, params int[] ids)
    {
        float[] probabilities = new float[4 * ids.Length];
        model.Predict(ids, probabilities);
        return [.. probabilities.Chunk(4).Skip(1).SkipLast(1).Select(static row =>
        {
            float best = row.Take(3).Max();
            return (Names.NameOf(Array.IndexOf(row, best)), best);
        })];
    }
}
