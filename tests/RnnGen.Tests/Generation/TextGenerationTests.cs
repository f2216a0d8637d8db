using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace RnnGen.Tests.Generation;

/// <summary><see cref="Sampler"/>: whole texts from a model, with a vocabulary of a, b and c (ids 4 to 6) in a model that has an id more.</summary>
public class TextGenerationTests
{
    private static readonly Vocabulary Letters = Vocabulary.FromTokens(["a", "b", "c"], Tokenizer.Characters);
    private static readonly SamplingOptions Greedy = new() { Temperature = 0 };

    /// <summary>After a comes b, after b comes c, after c comes a; after &lt;SOS&gt; comes c.</summary>
    private static float[] Cycle(int token) => OneOf(token switch { 4 => 5, 5 => 6, 6 => 4, _ => 6 });

    [Fact]
    public void The_text_is_the_prompt_and_its_continuation()
    {
        var model = new BigramModel(Cycle);
        Assert.Equal("abcabcabc", Sampler.Generate(model, Letters, prompt: "abca", length: 5, Greedy));

        // The prompt and what was drawn, each once; nothing follows the last, so it is not read.
        Assert.Equal([4, 5, 6, 4, 5, 6, 4, 5], model.Read);
    }

    [Fact]
    public void An_empty_prompt_starts_at_the_start()
    {
        var model = new BigramModel(Cycle);
        Assert.Equal("cab", Sampler.Generate(model, Letters, "", 3, Greedy));
        Assert.Equal(Vocabulary.SosId, model.Read[0]);
    }

    [Fact]
    public void From_the_start_the_model_reads_the_start_before_the_prompt()
    {
        var model = new BigramModel(Cycle);
        Assert.Equal("abc", Sampler.Generate(model, Letters, "a", 2, Greedy with { FromStart = true }));
        Assert.Equal([1, 4], model.Read.Take(2));
    }

    [Fact]
    public void An_unknown_character_of_the_prompt_is_kept_in_the_text_and_read_as_unknown()
    {
        var model = new BigramModel(Cycle);
        Assert.Equal("xcab", Sampler.Generate(model, Letters, "x", 3, Greedy));
        Assert.Equal(Vocabulary.UnkId, model.Read[0]);
    }

    [Theory]
    [InlineData("a", "a b c")]
    [InlineData("a ", "a b c")]
    [InlineData("", "c a")]
    public void Words_are_separated_from_the_prompt_and_from_each_other(string prompt, string expected)
    {
        var words = Vocabulary.FromTokens(["a", "b", "c"], Tokenizer.Words);
        Assert.Equal(expected, Sampler.Generate(new BigramModel(Cycle), words, prompt, 2, Greedy));
    }

    [Fact]
    public void Nothing_is_added_to_a_text_of_length_zero() =>
        Assert.Equal("ab", Sampler.Generate(new BigramModel(Cycle), Letters, "ab", 0));

    [Fact]
    public void The_end_of_the_sequence_ends_the_text_unless_it_is_not_to()
    {
        float[] row = [0, 0, 0.9f, 0, 0, 0.1f, 0, 0];
        Assert.Equal("a", Sampler.Generate(new BigramModel(_ => row), Letters, "a", 10, Greedy));
        Assert.Equal("abbb", Sampler.Generate(new BigramModel(_ => row), Letters, "a", 3, Greedy with { StopAtEnd = false }));
    }

    [Fact]
    public void Padding_start_unknown_and_ids_beyond_the_vocabulary_are_never_drawn()
    {
        float[] row = [0.2f, 0.2f, 0, 0.2f, 0.02f, 0.06f, 0.02f, 0.3f];
        int[] continuation = new int[10_000];
        int drawn = Sampler.Generate(new BigramModel(_ => row), Letters, [4], continuation, new SamplingOptions { Seed = 5 });

        Assert.Equal(continuation.Length, drawn);
        Assert.All(continuation, token => Assert.InRange(token, 4, 6));

        // Binomial(10000, 0.6): standard deviation 49; five of them.
        Assert.InRange(continuation.Count(token => token == 5), 6000 - 245, 6000 + 245);
    }

    [Fact]
    public void A_model_that_allows_no_token_ends_the_text()
    {
        float[] row = [0, 0, 0, 1, 0, 0, 0, 0];
        Assert.Equal("a", Sampler.Generate(new BigramModel(_ => row), Letters, "a", 10));
    }

    [Theory]
    [InlineData("a", "a| b| c")]
    [InlineData("a ", "a |b| c")]
    [InlineData("", "|c| a")]
    public void Pieces_come_with_what_separates_them_and_make_the_text(string prompt, string expected)
    {
        var words = Vocabulary.FromTokens(["a", "b", "c"], Tokenizer.Words);
        Assert.Equal(expected, string.Join('|', [prompt, .. Sampler.GeneratePieces(new BigramModel(Cycle), words, prompt, 2, Greedy, TestContext.Current.CancellationToken)]));
    }

    [Fact]
    public void A_piece_is_drawn_when_it_is_asked_for()
    {
        var model = new BigramModel(Cycle);
        using IEnumerator<string> pieces =
            Sampler.GeneratePieces(model, Letters, "a", int.MaxValue, Greedy, TestContext.Current.CancellationToken).GetEnumerator();
        Assert.Empty(model.Read);

        Assert.True(pieces.MoveNext());
        Assert.Equal("b", pieces.Current);
        Assert.Equal([4], model.Read);

        Assert.True(pieces.MoveNext());
        Assert.Equal("c", pieces.Current);
        Assert.Equal([4, 5], model.Read);
    }

    [Fact]
    public void Pieces_are_the_same_each_time_and_end_where_the_text_does()
    {
        float[] row = [0, 0, 0.1f, 0, 0.3f, 0.3f, 0.3f, 0];
        var options = new SamplingOptions { Seed = 7 };
        string text = Sampler.Generate(new BigramModel(_ => row), Letters, "a", 60, options);
        var model = new BigramModel(_ => row);
        IEnumerable<string> pieces = Sampler.GeneratePieces(model, Letters, "a", 60, options, TestContext.Current.CancellationToken);
        Assert.InRange(text.Length, 3, 60);
        Assert.Equal(text, "a" + string.Concat(pieces));

        // The model counts its steps in the state, which begins anew.
        model.Read.Clear();
        Assert.Equal(text, "a" + string.Concat(pieces));
    }

    [Fact]
    public void Whoever_cancels_gets_no_more_and_the_model_reads_no_further()
    {
        using var cancellation = new CancellationTokenSource();
        int reads = 0;
        var model = new BigramModel(token =>
        {
            if (++reads == 3)
            {
                cancellation.Cancel();
            }

            return Cycle(token);
        });
        IEnumerable<string> pieces = Sampler.GeneratePieces(model, Letters, "ab", int.MaxValue, Greedy, cancellation.Token);
        Assert.Throws<OperationCanceledException>(() => pieces.Count());
        Assert.Equal(3, reads);

        // Not even the prompt.
        Assert.Throws<OperationCanceledException>(() => pieces.First());
        Assert.Equal(3, reads);
    }

    [Fact]
    public void The_seed_decides_the_text()
    {
        float[] row = [0, 0, 0, 0, 0.3f, 0.3f, 0.4f, 0];
        string Text(long seed) => Sampler.Generate(new BigramModel(_ => row), Letters, "a", 60, new SamplingOptions { Temperature = 0.8f, Seed = seed });
        Assert.Equal(Text(7), Text(7));
        Assert.NotEqual(Text(7), Text(8));
    }

    [Fact]
    public void The_tokens_drawn_are_these_on_every_machine()
    {
        // Frozen; a program apart from this code, in Python with its own pow, draws the same. Whoever changes the random stream, exp, log
        // or the order of a sum changes the texts of every user.
        float[] row = [0, 0, 0, 0, 0.31f, 0.29f, 0.4f, 0];
        Assert.Equal(
            "abcccccccccacbccccccaabcbbbccabc",
            Sampler.Generate(new BigramModel(_ => row), Letters, "", 32, new SamplingOptions { Temperature = 0.7f, TopP = 0.95f, Seed = 42 }));
    }

    [Fact]
    public void The_probability_of_a_text_is_that_of_its_tokens_after_the_first()
    {
        static float[] Row(int token) => token == 4 ? [0, 0, 0.1f, 0, 0, 0.5f, 0.4f, 0] : [0, 0, 0.25f, 0, 0.5f, 0, 0.25f, 0];
        var model = new BigramModel(Row);

        // a -> b 0.5, b -> a 0.5, a -> c 0.4; with the frame also <SOS> -> a 0.5 and c -> <EOS> 0.25. 1e-7: the table holds floats.
        Assert.Equal(Math.Log(0.5 * 0.5 * 0.4), Sampler.LogProbability(model, Letters, "abac"), 1e-7);
        TextScore complete = Sampler.Score(model, Letters, "abac", complete: true);
        Assert.Equal(Math.Log(0.5 * 0.5 * 0.5 * 0.4 * 0.25), complete.LogProbability, 1e-7);
        Assert.Equal(5, complete.PredictedTokens);
    }

    [Fact]
    public void A_uniform_model_has_the_perplexity_of_its_choices()
    {
        var score = new TextScore(-3 * Math.Log(8), PredictedTokens: 3);

        // Rounding of exp and log in double precision.
        Assert.Equal(8, score.Perplexity, 1e-12);
        Assert.Equal(3, score.BitsPerToken, 1e-12);
        Assert.Equal(Math.Log(8), score.NatsPerToken, 1e-12);
    }

    [Fact]
    public void Arguments_that_make_no_sense_are_refused()
    {
        var model = new BigramModel(Cycle);
        var large = Vocabulary.FromTokens(["a", "b", "c", "d", "e"], Tokenizer.Characters);
        Assert.Contains("has 9 tokens", Assert.Throws<ArgumentException>(() => Sampler.Generate(model, large, "a", 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Sampler.Score(model, large, "ab"));
        Assert.Throws<ArgumentException>(() => Sampler.Score(model, Letters, "a"));
        Assert.Throws<ArgumentException>("prompt", () => Sampler.Generate(model, Letters, [], new int[1]));
        Assert.Throws<ArgumentOutOfRangeException>("prompt", () => Sampler.Generate(model, Letters, [BigramModel.Tokens], new int[1]));
        Assert.Throws<ArgumentOutOfRangeException>("prompt", () => Sampler.Generate(model, Letters, [0, -1], new int[1]));
        Assert.Throws<ArgumentOutOfRangeException>("length", () => Sampler.Generate(model, Letters, "a", -1));

        // At once, and not when the first piece is asked for.
        Assert.Throws<ArgumentException>("vocabulary", () => Sampler.GeneratePieces(model, large, "a", 1, Greedy, TestContext.Current.CancellationToken));
        Assert.Throws<ArgumentOutOfRangeException>("length", () => Sampler.GeneratePieces(model, Letters, "a", -1, Greedy, TestContext.Current.CancellationToken));
    }

    private static float[] OneOf(int token)
    {
        float[] row = new float[BigramModel.Tokens];
        row[token] = 1;
        return row;
    }
}
