using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using RnnGen.Tests.Persistence;

namespace RnnGen.Tests.Applications;

public class TextGeneratorTests
{
    private static readonly Vocabulary Letters = Vocabulary.FromTokens(["a", "b", "c"], Tokenizer.Characters);

    [Fact]
    public void A_prompt_is_continued_with_the_most_probable_letters_when_the_temperature_is_zero()
    {
        var generator = new TextGenerator<SmallGenerator>(new SmallGenerator(seed: 1), Letters);
        var greedy = new SamplingOptions { Temperature = 0, StopAtEnd = false };

        string text = generator.Generate("ab", 10, greedy);

        Assert.Equal("ab" + Continue(generator.Model, [4, 5], 10), text);
    }

    [Fact]
    public void A_stack_of_layers_streams_through_a_prompt_longer_than_its_sequence_and_comes_back_from_its_file()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.PathOf("deep.safetensors");
        var generator = new TextGenerator<DeepGenerator>(new DeepGenerator(seed: 1), Letters);
        var greedy = new SamplingOptions { Temperature = 0, StopAtEnd = false };
        generator.Save(path);

        string expected = "abcabcab" + Continue(generator.Model, [4, 5, 6, 4, 5, 6, 4, 5], 10);
        Assert.Equal(expected, generator.Generate("abcabcab", 10, greedy));
        Assert.Equal(expected, TextGenerator<DeepGenerator>.Load(path).Generate("abcabcab", 10, greedy));
        Assert.Equal(generator.Model.LogProbability([1, 4, 5, 6, 2]), generator.Score("abc", complete: true).LogProbability);
    }

    [Fact]
    public void Pieces_make_the_text_that_comes_as_a_whole()
    {
        var generator = new TextGenerator<SmallGenerator>(new SmallGenerator(seed: 1), Letters);
        var options = new SamplingOptions { Seed = 3 };

        IEnumerable<string> pieces = generator.GeneratePieces("ab", 20, options, TestContext.Current.CancellationToken);
        Assert.Equal(generator.Generate("ab", 20, options), "ab" + string.Concat(pieces));
        Assert.Throws<OperationCanceledException>(() => generator.GeneratePieces("ab", 20, options, new CancellationToken(canceled: true)).Count());
    }

    [Fact]
    public void A_text_is_scored_by_the_models_own_probabilities()
    {
        var generator = new TextGenerator<SmallGenerator>(new SmallGenerator(seed: 1), Letters);

        Assert.Equal(generator.Model.LogProbability([4, 5, 6]), generator.Score("abc").LogProbability);
        Assert.Equal(generator.Model.LogProbability([1, 4, 5, 6, 2]), generator.Score("abc", complete: true).LogProbability);
    }

    [Fact]
    public void One_file_holds_model_and_vocabulary()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.PathOf("characters.safetensors");
        var generator = new TextGenerator<SmallGenerator>(new SmallGenerator(seed: 1), Letters);
        var options = new SamplingOptions { Seed = 3 };
        using var stream = new MemoryStream();
        generator.Save(path);
        generator.Save(stream);
        stream.Position = 0;

        Assert.Equal(generator.Generate("a", 50, options), TextGenerator<SmallGenerator>.Load(path).Generate("a", 50, options));
        Assert.Equal(generator.Generate("a", 50, options), TextGenerator<SmallGenerator>.Load(stream).Generate("a", 50, options));
    }

    [Fact]
    public void A_file_without_a_vocabulary_is_refused()
    {
        using var directory = new TemporaryDirectory();
        string path = directory.PathOf("weights.safetensors");
        new SmallGenerator(seed: 1).Save(path);

        Assert.Equal(path, Assert.Throws<ModelFileException>(() => TextGenerator<SmallGenerator>.Load(path)).Path);
    }

    private static string Continue<TModel>(TModel model, int[] prompt, int length)
        where TModel : class, ISequenceGenerator<TModel>
    {
        float[] state = new float[TModel.Description.StateSize];
        float[] probabilities = new float[TModel.Description.VocabularySize];
        foreach (int token in prompt)
        {
            _ = model.Step(token, state, probabilities);
        }

        string text = "";
        for (int i = 0; i < length; i++)
        {
            // Letters are the ids 4 to 6; nothing else may be drawn.
            int best = Enumerable.Range(4, 3).MaxBy(id => probabilities[id]);
            text += Letters.TokenOf(best);
            _ = model.Step(best, state, probabilities);
        }

        return text;
    }
}
