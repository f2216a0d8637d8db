using System;
using System.Linq;
using CsCheck;
using RnnGen.Numerics;

namespace RnnGen.Tests.Generation;

/// <summary><see cref="Sampler.Sample"/>: one token from one distribution.</summary>
public class TokenSamplingTests
{
    private static readonly float[] Distribution = [0.05f, 0.4f, 0f, 0.1f, 0.25f, 0.2f];

    [Theory]
    [InlineData(1f)]
    [InlineData(0.5f)]
    [InlineData(0.8f)]
    [InlineData(3f)]
    public void Tokens_are_as_frequent_as_they_are_probable(float temperature)
    {
        double[] expected = Tempered(Distribution, temperature);
        AssertFrequencies(expected, new SamplingOptions { Temperature = temperature });
    }

    [Fact]
    public void Top_k_shares_the_probability_among_the_k_most_probable() =>
        AssertFrequencies([0, 0.4 / 0.85, 0, 0, 0.25 / 0.85, 0.2 / 0.85], new SamplingOptions { TopK = 3 });

    [Fact]
    public void Top_p_shares_the_probability_among_the_fewest_that_reach_it()
    {
        AssertFrequencies([0, 1, 0, 0, 0, 0], new SamplingOptions { TopP = 0.39f });
        AssertFrequencies([0, 0.4 / 0.65, 0, 0, 0.25 / 0.65, 0], new SamplingOptions { TopP = 0.41f });
        AssertFrequencies([0, 0.4 / 0.85, 0, 0, 0.25 / 0.85, 0.2 / 0.85], new SamplingOptions { TopP = 0.7f });
    }

    [Fact]
    public void Top_p_counts_what_top_k_has_left() =>

        // After top-3: 0.47, 0.29, 0.24. Without it, 0.7 would need a third token.
        AssertFrequencies([0, 0.4 / 0.65, 0, 0, 0.25 / 0.65, 0], new SamplingOptions { TopK = 3, TopP = 0.7f });

    [Fact]
    public void Of_equally_probable_tokens_the_lower_ids_are_kept() =>
        AssertFrequencies([0.5, 0.5, 0, 0], new SamplingOptions { TopK = 2 }, [0.25f, 0.25f, 0.25f, 0.25f]);

    [Fact]
    public void Temperature_zero_takes_the_most_probable_token_and_the_first_of_equals_without_chance()
    {
        var random = new SeededRandom(1);
        SeededRandomState before = random.State;
        var greedy = new SamplingOptions { Temperature = 0 };
        Assert.Equal(1, Sampler.Sample([.. Distribution], greedy, random));
        Assert.Equal(2, Sampler.Sample([0.1f, 0.2f, 0.35f, 0.35f], greedy, random));
        Assert.Equal(before, random.State);
    }

    [Theory]
    [InlineData(1e-30f)]
    [InlineData(float.Epsilon)]
    public void A_temperature_near_zero_is_as_good_as_zero(float temperature) =>
        AssertFrequencies([0, 1, 0, 0, 0, 0], new SamplingOptions { Temperature = temperature });

    [Fact]
    public void A_huge_temperature_makes_all_possible_tokens_equally_probable() =>
        AssertFrequencies([0.2, 0.2, 0, 0.2, 0.2, 0.2], new SamplingOptions { Temperature = float.MaxValue });

    [Fact]
    public void Weights_need_not_sum_to_one_and_may_be_as_small_as_floats_are() =>
        AssertFrequencies([0.25, 0, 0.75], new SamplingOptions(), [float.Epsilon, 0, 3 * float.Epsilon]);

    [Fact]
    public void The_token_is_the_one_that_a_plain_computation_draws() =>
        Gen.Select(Gen.Float[0, 1].Array[1, 40], Gen.Float[0.2f, 3f], Gen.Int[0, 45], Gen.Float[0.05f, 1f], Gen.Long)
            .Where((weights, _, _, _, _) => weights.Any(weight => weight > 0))
            .Sample((weights, temperature, topK, topP, seed) =>
            {
                double[] expected = Truncated(Tempered(weights, temperature), topK, topP);
                double u = new SeededRandom(seed).NextDouble();
                int token = Sampler.Sample(
                    [.. weights], new SamplingOptions { Temperature = temperature, TopK = topK, TopP = topP }, new SeededRandom(seed));

                // The token whose stretch of the unit interval holds u. The weights are floats: 1e-4 is far more than 40 of their roundings,
                // and a top-p that falls within that of a sum may keep one token more or less.
                double low = expected.Take(token).Sum();
                Assert.True(
                    (u >= low - 1e-4 && u <= low + expected[token] + 1e-4) || IsNearEdge(Truncated(Tempered(weights, temperature), topK, 1), topP));
            });

    [Fact]
    public void The_same_seed_draws_the_same_tokens()
    {
        int[] Draw(long seed)
        {
            var random = new SeededRandom(seed);
            return Enumerable.Range(0, 50).Select(_ => Sampler.Sample([.. Distribution], new SamplingOptions(), random)).ToArray();
        }

        Assert.Equal(Draw(3), Draw(3));
        Assert.NotEqual(Draw(3), Draw(4));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(-0.1f)]
    [InlineData(float.PositiveInfinity)]
    public void A_weight_that_is_no_probability_is_named(float weight)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(
            () => Sampler.Sample([0.5f, weight], new SamplingOptions { Temperature = 0 }, new SeededRandom(1)));
        Assert.Contains("token 1", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_distribution_without_any_weight_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Sampler.Sample([0f, 0f], new SamplingOptions(), new SeededRandom(1)));
        Assert.Throws<ArgumentException>(() => Sampler.Sample([], new SamplingOptions(), new SeededRandom(1)));
    }

    private static void AssertFrequencies(double[] expected, SamplingOptions options, float[]? distribution = null)
    {
        const int Draws = 20_000;
        var random = new SeededRandom(11);
        int[] counts = new int[expected.Length];
        for (int i = 0; i < Draws; i++)
        {
            counts[Sampler.Sample([.. distribution ?? Distribution], options, random)]++;
        }

        for (int token = 0; token < expected.Length; token++)
        {
            // A binomial count is beyond five standard deviations once in 1.7 million times; what cannot be drawn never is.
            double mean = Draws * expected[token];
            double tolerance = 5 * Math.Sqrt(mean * (1 - expected[token]));
            Assert.InRange(counts[token], mean - tolerance, mean + tolerance);
        }
    }

    private static double[] Tempered(float[] weights, double temperature)
    {
        double[] powers = weights.Select(weight => weight == 0 ? 0 : Math.Pow(weight, 1 / temperature)).ToArray();
        return powers.Select(power => power / powers.Sum()).ToArray();
    }

    private static double[] Truncated(double[] p, int topK, double topP)
    {
        int[] ranked = Enumerable.Range(0, p.Length).OrderByDescending(i => p[i]).ToArray();
        int[] kept = ranked.Take(topK == 0 ? p.Length : topK).ToArray();
        double mass = kept.Sum(i => p[i]);
        int fewest = 1;
        while (fewest < kept.Length && kept.Take(fewest).Sum(i => p[i]) < topP * mass)
        {
            fewest++;
        }

        kept = kept.Take(fewest).ToArray();
        mass = kept.Sum(i => p[i]);
        return p.Select((value, i) => kept.Contains(i) ? value / mass : 0).ToArray();
    }

    private static bool IsNearEdge(double[] p, double topP)
    {
        double sum = 0;
        return p.OrderDescending().Any(value => Math.Abs((sum += value) - topP) < 1e-4);
    }
}
