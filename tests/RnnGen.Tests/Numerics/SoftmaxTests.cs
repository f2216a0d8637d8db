using System;
using System.Linq;
using CsCheck;
using RnnGen.Numerics;
using RnnGen.Tests.InstructionSets;
using RnnGen.Tests.Memory;

namespace RnnGen.Tests.Numerics;

[Trait(Rerun.Category, Rerun.Numbers)]
[Trait(Rerun.Size, Rerun.Small)]
public class SoftmaxTests
{
    private static readonly int[] Lengths = [.. Enumerable.Range(1, 70), 127, 128, 129, 1000, 8000, 100_003];

    // The largest relative error of one rounding.
    private static readonly double Unit = Math.ScaleB(1, -24);

    private static readonly Gen<float[]> Logits = Gen.Float[-30f, 30f].Array[1, 100];

    // The subtraction errs by at most half a unit of 2^-20 (below 16), the exponential by 0.77 of 2^-23: together 6e-7. The sum of n
    // positive numbers in 16 lanes errs by at most n / 16 + 4 units of 2^-24, and two more come with the quotient.
    [Fact]
    public void Probabilities_are_those_of_double_precision()
    {
        foreach (int length in Lengths)
        {
            float[] logits = Draw(length, 8f, seed: length);
            double[] exact = Exact(logits);
            double tolerance = 6e-7 + (((length / 16) + 6) * Unit);

            PaddedRows.Normalize(logits);

            for (int k = 0; k < length; k++)
            {
                Assert.Equal(exact[k], logits[k], tolerance * exact[k]);
            }
        }
    }

    [Fact]
    public void Probabilities_add_up_to_one()
    {
        foreach (int length in Lengths)
        {
            float[] logits = Draw(length, 8f, seed: length);

            PaddedRows.Normalize(logits);

            // As above, without the errors of the exponentials, which are the same in the sum.
            Assert.Equal(1, logits.Sum(p => (double)p), ((length / 16) + 6) * Unit);
        }
    }

    [Fact]
    public void Bits_are_those_of_sixteen_lanes_added_in_halves()
    {
        foreach (int length in Lengths)
        {
            float[] logits = Draw(length, 40f, seed: length);
            float[] expected = InSixteenLanes(logits);

            PaddedRows.Normalize(logits);

            Assert.Equal(expected, logits);
        }
    }

    [Fact]
    public void Padding_is_not_read_and_becomes_zero()
    {
        for (int length = 1; length <= 40; length++)
        {
            float[] logits = Draw(length, 3f, seed: length);
            float[] row = PaddedRows.Of(logits, padding: 1e30f);

            int best = Softmax.Normalize(row, length);

            Assert.Equal(PaddedRows.Normalize(logits), best);
            Assert.Equal(logits, row[..length]);
            Assert.All(row[length..], padding => Assert.Equal(0f, padding));
        }
    }

    [Fact]
    public void Numbers_beside_the_row_are_left_alone()
    {
        for (int length = 1; length <= 40; length++)
        {
            int rowLength = Softmax.RowLength(length);
            float[] buffer = Draw(rowLength + 32, 3f, seed: length);
            float[] before = [.. buffer];

            Softmax.Normalize(buffer.AsSpan(16, rowLength), length);

            Assert.Equal(before[..16], buffer[..16]);
            Assert.Equal(before[(16 + rowLength)..], buffer[(16 + rowLength)..]);
        }
    }

    [Fact]
    public void Result_is_the_index_of_the_first_largest_logit()
    {
        Gen.Int[-3, 3].Select(k => (float)k).Array[1, 100].Sample(logits =>
        {
            int first = Array.IndexOf(logits, logits.Max());
            return PaddedRows.IndexOfMax(logits) == first && PaddedRows.Normalize(logits) == first;
        });
    }

    [Fact]
    public void Zeros_of_either_sign_are_equally_large()
    {
        Assert.Equal(0, PaddedRows.IndexOfMax([-0f, 0f]));
        Assert.Equal(0, PaddedRows.IndexOfMax([.. Enumerable.Repeat(-0f, 40), 0f]));
    }

    [Fact]
    public void First_nan_counts_as_the_largest()
    {
        for (int length = 1; length <= 70; length++)
        {
            float[] values = Draw(length, 5f, seed: length);
            int place = length / 3;
            values[place] = float.NaN;
            values[^1] = float.NaN;

            Assert.Equal(place, PaddedRows.IndexOfMax(values));
        }
    }

    [Fact]
    public void Nan_among_the_logits_makes_every_probability_nan()
    {
        for (int length = 1; length <= 70; length++)
        {
            float[] logits = Draw(length, 5f, seed: length);
            logits[length / 2] = float.NaN;

            PaddedRows.Normalize(logits);

            Assert.All(logits, p => Assert.True(float.IsNaN(p)));
        }
    }

    [Fact]
    public void Large_logits_do_not_overflow()
    {
        float[] logits = [3e38f, -3e38f, 3e38f, float.NegativeInfinity];

        Assert.Equal(0, PaddedRows.Normalize(logits));
        Assert.Equal([0.5f, 0f, 0.5f, 0f], logits);
    }

    [Fact]
    public void Adding_a_constant_that_is_exact_changes_nothing()
    {
        Gen.Select(Gen.Int[-64, 64].Array[1, 50], Gen.Int[-1000, 1000]).Sample((values, constant) =>
        {
            float[] logits = [.. values.Select(v => (float)v)];
            float[] moved = [.. values.Select(v => (float)(v + constant))];
            PaddedRows.Normalize(logits);
            PaddedRows.Normalize(moved);
            return logits.SequenceEqual(moved);
        });
    }

    [Fact]
    public void Larger_logit_never_gets_the_smaller_probability()
    {
        Logits.Sample(logits =>
        {
            float[] ordered = [.. logits.Order()];
            PaddedRows.Normalize(ordered);

            // Neighbouring logits may differ by less than the error of exp.
            return ordered.Zip(ordered.Skip(1)).All(pair => pair.First <= pair.Second * (1 + 3e-7f));
        });
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 1)]
    [InlineData(15, 15)]
    [InlineData(16, 17)]
    [InlineData(32, 16)]
    [InlineData(16, -1)]
    public void Row_that_is_not_of_its_classes_is_refused(int length, int classes)
    {
        float[] row = new float[length];

        Assert.Throws<ArgumentException>("row", () => Softmax.IndexOfMax(row, classes));
        Assert.Throws<ArgumentException>("row", () => Softmax.Normalize(row, classes));
    }

    [Fact]
    public void Largest_logit_that_is_infinite_makes_every_probability_nan()
    {
        for (int length = 1; length <= 40; length++)
        {
            float[] logits = Draw(length, 5f, seed: length);
            logits[length / 2] = float.PositiveInfinity;

            Assert.Equal(length / 2, PaddedRows.Normalize(logits));
            Assert.All(logits, p => Assert.True(float.IsNaN(p)));
        }
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        float[] row = PaddedRows.Of(Draw(1003, 5f, seed: 1));
        _ = Softmax.Normalize(row, 1003);

        Assert.Equal(0, Allocations.OfThread(() => _ = Softmax.Normalize(row, 1003)));
    }

    // Frozen on x64 with AVX-512, and found the same with AVX2 and on ARM64.
    [Fact]
    public void Probabilities_have_the_frozen_bits()
    {
        Assert.SkipUnless(FusedHardware.IsPresent, FusedHardware.WhySkipped);

        ulong checksum = Sweep.Checksum(Lengths.SelectMany(length =>
        {
            float[] logits = Draw(length, 20f, seed: length);
            PaddedRows.Normalize(logits);
            return logits.Select(BitConverter.SingleToUInt32Bits);
        }));

        Assert.Equal(16613737632269535645UL, checksum);
    }

    private static float[] Draw(int length, float bound, int seed)
    {
        var random = new SeededRandom(seed);
        return [.. Enumerable.Range(0, length).Select(_ => random.NextUniform(bound))];
    }

    private static double[] Exact(float[] logits)
    {
        double max = logits.Max();
        double sum = logits.Sum(logit => Math.Exp(logit - max));
        return [.. logits.Select(logit => Math.Exp(logit - max) / sum)];
    }

    private static float[] InSixteenLanes(float[] logits)
    {
        float max = logits.Max();
        float[] exponentials = [.. logits.Select(logit => VectorMath.Exp(logit - max))];
        float[] lanes = new float[16];
        for (int k = 0; k < exponentials.Length; k++)
        {
            lanes[k % 16] += exponentials[k];
        }

        for (int half = 8; half > 0; half /= 2)
        {
            for (int lane = 0; lane < half; lane++)
            {
                lanes[lane] += lanes[lane + half];
            }
        }

        float factor = 1f / lanes[0];
        return [.. exponentials.Select(e => e * factor)];
    }
}
