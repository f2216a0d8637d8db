using System;
using System.Linq;
using System.Numerics;
using CsCheck;
using RnnGen.Numerics;

namespace RnnGen.Tests.Numerics;

public class SeededRandomTests
{
    private static readonly BigInteger WordMask = ulong.MaxValue;

    // The first outputs from state (1, 2, 3, 4), as the test vectors of rand_xoshiro (Rust) have them from the authors' C code.
    [Fact]
    public void Stream_from_a_known_state_is_the_published_one()
    {
        ulong[] published =
        [
            11520, 0, 1509978240, 1215971899390074240, 1216172134540287360, 607988272756665600,
            16172922978634559625, 8476171486693032832, 10595114339597558777, 2904607092377533576,
        ];
        var random = new SeededRandom(new SeededRandomState(1, 2, 3, 4));

        Assert.Equal(published, published.Select(_ => random.NextUInt64()));
    }

    // The first outputs of SplitMix64 from 1234567, widely published beside its C code.
    [Fact]
    public void Seed_is_expanded_by_splitmix64()
    {
        var expected = new SeededRandomState(6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431);

        Assert.Equal(expected, new SeededRandom(1234567).State);
    }

    [Fact]
    public void Stream_follows_the_reference_algorithm_in_arbitrary_precision()
    {
        Gen.Long.Sample(seed =>
        {
            var random = new SeededRandom(seed);
            (ulong s0, ulong s1, ulong s2, ulong s3) = random.State;
            BigInteger[] s = [s0, s1, s2, s3];
            for (int draw = 0; draw < 50; draw++)
            {
                Assert.Equal(ReferenceNext(s), random.NextUInt64());
            }
        });
    }

    [Fact]
    public void Restored_state_continues_the_stream()
    {
        var random = new SeededRandom(7);
        _ = random.NextUInt64();
        var restored = new SeededRandom(random.State);

        for (int draw = 0; draw < 100; draw++)
        {
            Assert.Equal(random.NextUInt64(), restored.NextUInt64());
        }
    }

    [Fact]
    public void State_of_zeros_is_refused()
    {
        Assert.Throws<ArgumentException>("state", () => new SeededRandom(default(SeededRandomState)));
    }

    [Fact]
    public void Integers_stay_below_their_bound()
    {
        Gen.Select(Gen.Long, Gen.Int[1, int.MaxValue]).Sample((seed, bound) =>
        {
            int value = new SeededRandom(seed).Next(bound);
            return value >= 0 && value < bound;
        });
    }

    // 3/4 of 2^32 does not divide it: without the second draw the lower third of the range would be twice as frequent as the rest.
    [Fact]
    public void Integers_are_unbiased_where_the_bound_does_not_divide_the_range()
    {
        const int Bound = 3 << 29;
        const int Draws = 300_000;
        var random = new SeededRandom(3);
        int[] thirds = new int[3];
        for (int draw = 0; draw < Draws; draw++)
        {
            thirds[random.Next(Bound) / (Bound / 3)]++;
        }

        Assert.True(ChiSquare(thirds, Draws) < 13.8, $"{string.Join(", ", thirds)}"); // the 99.9 % quantile for 2 degrees of freedom
    }

    [Fact]
    public void Small_integers_are_uniform()
    {
        const int Draws = 100_000;
        var random = new SeededRandom(5);
        int[] counts = new int[10];
        for (int draw = 0; draw < Draws; draw++)
        {
            counts[random.Next(counts.Length)]++;
        }

        Assert.True(ChiSquare(counts, Draws) < 27.9, $"{string.Join(", ", counts)}"); // the 99.9 % quantile for 9 degrees of freedom
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Bound_of_zero_or_less_is_refused(int bound)
    {
        Assert.Throws<ArgumentOutOfRangeException>("exclusiveUpperBound", () => new SeededRandom(1).Next(bound));
    }

    [Fact]
    public void Fractions_are_the_leading_bits_of_the_stream()
    {
        Gen.Long.Sample(seed =>
        {
            ulong bits = new SeededRandom(seed).NextUInt64();
            Assert.Equal(Math.ScaleB(bits >> 40, -24), new SeededRandom(seed).NextSingle());
            Assert.Equal(Math.ScaleB(bits >> 11, -53), new SeededRandom(seed).NextDouble());
        });
    }

    [Fact]
    public void Uniform_numbers_stay_strictly_inside_their_bound()
    {
        Gen.Select(Gen.Long, Gen.Float[1e-30f, 1e30f]).Sample((seed, bound) => Math.Abs(new SeededRandom(seed).NextUniform(bound)) < bound);
    }

    [Fact]
    public void Uniform_numbers_have_the_moments_of_the_distribution()
    {
        const int Draws = 200_000;
        var random = new SeededRandom(11);
        double sum = 0;
        double squares = 0;
        for (int draw = 0; draw < Draws; draw++)
        {
            double value = random.NextUniform(0.25f);
            sum += value;
            squares += value * value;
        }

        // Mean 0 and variance bound^2 / 3, within four standard errors: bound / sqrt(3 n) and bound^2 sqrt(4 / 45 / n).
        Assert.Equal(0, sum / Draws, 4 * 0.25 / Math.Sqrt(3 * Draws));
        Assert.Equal(0.25 * 0.25 / 3, squares / Draws, 4 * 0.25 * 0.25 * Math.Sqrt(4.0 / 45 / Draws));
    }

    [Fact]
    public void Uniform_number_within_a_bound_of_zero_is_positive_zero()
    {
        Assert.Equal(0u, BitConverter.SingleToUInt32Bits(new SeededRandom(1).NextUniform(0f)));
    }

    [Theory]
    [InlineData(-1f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Bound_that_is_no_finite_magnitude_is_refused(float bound)
    {
        Assert.Throws<ArgumentOutOfRangeException>(nameof(bound), () => new SeededRandom(1).NextUniform(bound));
    }

    [Fact]
    public void Shuffle_keeps_the_items()
    {
        Gen.Select(Gen.Long, Gen.Int.Array).Sample((seed, items) =>
        {
            int[] shuffled = [.. items];
            new SeededRandom(seed).Shuffle<int>(shuffled);
            return shuffled.Order().SequenceEqual(items.Order());
        });
    }

    [Fact]
    public void Shuffle_gives_every_order_equally_often()
    {
        const int Draws = 60_000;
        var random = new SeededRandom(13);
        int[] counts = new int[27];
        for (int draw = 0; draw < Draws; draw++)
        {
            int[] items = [0, 1, 2];
            random.Shuffle<int>(items);
            counts[(items[0] * 9) + (items[1] * 3) + items[2]]++;
        }

        int[] orders = [.. counts.Where(count => count > 0)];
        Assert.Equal(6, orders.Length);
        Assert.True(ChiSquare(orders, Draws) < 20.5, $"{string.Join(", ", orders)}"); // the 99.9 % quantile for 5 degrees of freedom
    }

    private static double ChiSquare(int[] counts, int draws)
    {
        double expected = (double)draws / counts.Length;
        return counts.Sum(count => (count - expected) * (count - expected) / expected);
    }

    private static ulong ReferenceNext(BigInteger[] s)
    {
        BigInteger result = (RotateLeft((s[1] * 5) & WordMask, 7) * 9) & WordMask;
        BigInteger t = (s[1] << 17) & WordMask;
        s[2] ^= s[0];
        s[3] ^= s[1];
        s[1] ^= s[2];
        s[0] ^= s[3];
        s[2] ^= t;
        s[3] = RotateLeft(s[3], 45);
        return (ulong)result;
    }

    private static BigInteger RotateLeft(BigInteger word, int count) => ((word << count) & WordMask) | (word >> (64 - count));
}
