using System;
using System.Linq;
using CsCheck;
using RnnGen.Numerics;
using RnnGen.Tests.InstructionSets;

namespace RnnGen.Tests.Numerics;

[Trait(Rerun.Category, Rerun.Numbers)]
[Trait(Rerun.Size, Rerun.Small)]
public class SoftmaxTests
{
    private static readonly int[] Lengths = [.. Enumerable.Range(1, 70), 127, 128, 129, 1000, 8000, 100_003];

    // The largest relative error of one rounding.
    private static readonly double Unit = Math.ScaleB(1, -24);

    private static readonly Gen<float[]> Logits = Gen.Float[-30f, 30f].Array[1, 100];

    // The subtraction errs by at most half a unit of 2^-20 (below 16), the exponential by 1.15 of 2^-23: together 7e-7. The sum of n
    // positive numbers in 16 lanes errs by at most n / 16 + 4 units of 2^-24, and two more come with the quotient.
    [Fact]
    public void Probabilities_are_those_of_double_precision()
    {
        foreach (int length in Lengths)
        {
            float[] logits = Draw(length, 8f, seed: length);
            double[] exact = Exact(logits);
            double tolerance = 7e-7 + (((length / 16) + 6) * Unit);

            Softmax.Normalize(logits);

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

            Softmax.Normalize(logits);

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

            Softmax.Normalize(logits);

            Assert.Equal(expected, logits);
        }
    }

    [Fact]
    public void Numbers_beside_the_span_are_left_alone()
    {
        for (int length = 1; length <= 40; length++)
        {
            float[] buffer = Draw(length + 32, 3f, seed: length);
            float[] before = [.. buffer];

            Softmax.Normalize(buffer.AsSpan(16, length));

            Assert.Equal(before[..16], buffer[..16]);
            Assert.Equal(before[(16 + length)..], buffer[(16 + length)..]);
        }
    }

    [Fact]
    public void Result_is_the_index_of_the_first_largest_logit()
    {
        Gen.Int[-3, 3].Select(k => (float)k).Array[1, 100].Sample(logits =>
        {
            int first = Array.IndexOf(logits, logits.Max());
            return Softmax.IndexOfMax(logits) == first && Softmax.Normalize(logits) == first;
        });
    }

    [Fact]
    public void Zeros_of_either_sign_are_equally_large()
    {
        Assert.Equal(0, Softmax.IndexOfMax([-0f, 0f]));
        Assert.Equal(0, Softmax.IndexOfMax([.. Enumerable.Repeat(-0f, 40), 0f]));
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

            Assert.Equal(place, Softmax.IndexOfMax(values));
        }
    }

    [Fact]
    public void Nan_among_the_logits_makes_every_probability_nan()
    {
        for (int length = 1; length <= 70; length++)
        {
            float[] logits = Draw(length, 5f, seed: length);
            logits[length / 2] = float.NaN;

            Softmax.Normalize(logits);

            Assert.All(logits, p => Assert.True(float.IsNaN(p)));
        }
    }

    [Fact]
    public void Large_logits_do_not_overflow()
    {
        float[] logits = [3e38f, -3e38f, 3e38f, float.NegativeInfinity];

        Assert.Equal(0, Softmax.Normalize(logits));
        Assert.Equal([0.5f, 0f, 0.5f, 0f], logits);
    }

    [Fact]
    public void Adding_a_constant_that_is_exact_changes_nothing()
    {
        Gen.Select(Gen.Int[-64, 64].Array[1, 50], Gen.Int[-1000, 1000]).Sample((values, constant) =>
        {
            float[] logits = [.. values.Select(v => (float)v)];
            float[] moved = [.. values.Select(v => (float)(v + constant))];
            Softmax.Normalize(logits);
            Softmax.Normalize(moved);
            return logits.SequenceEqual(moved);
        });
    }

    [Fact]
    public void Larger_logit_never_gets_the_smaller_probability()
    {
        Logits.Sample(logits =>
        {
            float[] ordered = [.. logits.Order()];
            Softmax.Normalize(ordered);

            // Neighbouring logits may differ by less than the error of exp.
            return ordered.Zip(ordered.Skip(1)).All(pair => pair.First <= pair.Second * (1 + 3e-7f));
        });
    }

    [Fact]
    public void Empty_span_is_refused()
    {
        Assert.Throws<ArgumentException>("values", () => Softmax.IndexOfMax([]));
        Assert.Throws<ArgumentException>("values", () => Softmax.Normalize([]));
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        float[] logits = Draw(1003, 5f, seed: 1);
        _ = Softmax.Normalize(logits);
        long before = GC.GetAllocatedBytesForCurrentThread();

        _ = Softmax.Normalize(logits);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    // Frozen on x64 with AVX-512, and found the same with AVX2 and on ARM64.
    [Fact]
    public void Probabilities_have_the_frozen_bits()
    {
        Assert.SkipUnless(FusedHardware.IsPresent, FusedHardware.WhySkipped);

        ulong checksum = Sweep.Checksum(Lengths.SelectMany(length =>
        {
            float[] logits = Draw(length, 20f, seed: length);
            Softmax.Normalize(logits);
            return logits.Select(BitConverter.SingleToUInt32Bits);
        }));

        Assert.Equal(6623856123014688443UL, checksum);
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
