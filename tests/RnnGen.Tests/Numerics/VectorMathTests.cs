using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.Intrinsics;
using RnnGen.Numerics;
using RnnGen.Tests.InstructionSets;

namespace RnnGen.Tests.Numerics;

/// <summary>
/// The oracle is System.Math in double precision, whose own error is 1e-9 units in the last place of a float. The bounds are those of the
/// documentation, found by trying all 2^32 floats once; here one in 1021 is tried, and every float where a function changes its course.
/// Without fused multiply-add one more rounding comes with each term.
/// </summary>
[Trait(Rerun.Category, Rerun.Numbers)]
[Trait(Rerun.Size, Rerun.Small)]
public class VectorMathTests
{
    /// <summary>Below minus this, the documented result is no longer the exact one.</summary>
    private const float SigmoidLimit = 87.2f;

    // Vectors in software take a hundred times as long.
    private static readonly uint Stride = Vector128.IsHardwareAccelerated ? 1021u : 100_003u;

    [Fact]
    public void Tanh_is_within_its_error_bound()
    {
        double bound = FusedHardware.IsPresent ? 1.45 : 3;

        AssertWithin(bound, VectorMath.Tanh, Math.Tanh, Sweep.AllFloats(Stride));
        AssertWithin(bound, VectorMath.Tanh, Math.Tanh, Sweep.Between(8.95f, 9.1f));
        AssertWithin(bound, VectorMath.Tanh, Math.Tanh, Sweep.Between(0.125f, 0.13f));
    }

    [Fact]
    public void Exp_is_within_its_error_bound()
    {
        double bound = FusedHardware.IsPresent ? 0.77 : 2;

        AssertWithin(bound, VectorMath.Exp, Math.Exp, Sweep.AllFloats(Stride));
        AssertWithin(bound, VectorMath.Exp, Math.Exp, Sweep.Between(87f, 90f));
        AssertWithin(bound, VectorMath.Exp, Math.Exp, Sweep.Between(103f, 105f));
    }

    [Fact]
    public void Sigmoid_is_within_its_error_bound()
    {
        double bound = FusedHardware.IsPresent ? 1.91 : 3;

        AssertWithin(bound, VectorMath.Sigmoid, Logistic, Sweep.AllFloats(Stride).Where(x => !(x < -SigmoidLimit)));
        AssertWithin(bound, VectorMath.Sigmoid, Logistic, Sweep.Between(87f, 90f).Where(x => !(x < -SigmoidLimit)));
        AssertWithin(bound, VectorMath.Sigmoid, Logistic, Sweep.Between(2.7f, 2.8f));
    }

    [Fact]
    public void Sigmoid_stays_a_small_normal_number_where_it_would_become_subnormal()
    {
        float smallest = VectorMath.Sigmoid(-SigmoidLimit);

        Assert.InRange(smallest, 1.1754944e-38f, 1.4e-38f);
        Assert.All(
            [-87.20001f, -88f, -104f, -1e30f, float.NegativeInfinity],
            x => Assert.Equal(Bits(smallest), Bits(VectorMath.Sigmoid(x))));
    }

    [Fact]
    public void Tanh_is_odd_and_never_above_one()
    {
        foreach (float x in Sweep.AllFloats(Stride).Where(x => !float.IsNaN(x)))
        {
            float value = VectorMath.Tanh(x);
            Assert.True(MathF.Abs(value) <= 1f && Bits(-value) == Bits(VectorMath.Tanh(-x)), $"tanh {x:R} was {value:R}");
        }
    }

    [Fact]
    public void Tanh_does_not_fall_on_the_way_to_its_limit()
    {
        float previous = VectorMath.Tanh(8f);
        for (float x = 8f; x < 9.1f; x = MathF.BitIncrement(x))
        {
            float value = VectorMath.Tanh(x);
            Assert.True(value >= previous, $"tanh {x:R}");
            previous = value;
        }

        Assert.Equal(1f, previous);
    }

    [Fact]
    public void Tanh_of_a_tiny_number_is_the_number()
    {
        foreach (float x in Sweep.AllFloats(Stride).Where(x => MathF.Abs(x) < 1e-4f))
        {
            Assert.Equal(Bits(x), Bits(VectorMath.Tanh(x)));
        }
    }

    [Fact]
    public void Tanh_has_its_special_values() =>
        AssertValues(
            VectorMath.Tanh,
            (0f, 0f),
            (-0f, -0f),
            (float.PositiveInfinity, 1f),
            (float.NegativeInfinity, -1f),
            (float.MaxValue, 1f),
            (float.Epsilon, float.Epsilon));

    [Fact]
    public void Exp_has_its_special_values() =>
        AssertValues(
            VectorMath.Exp,
            (0f, 1f),
            (-0f, 1f),
            (float.PositiveInfinity, float.PositiveInfinity),
            (float.NegativeInfinity, 0f),
            (float.Epsilon, 1f),
            (88.72284f, float.PositiveInfinity),
            (-103.98f, 0f));

    [Fact]
    public void Sigmoid_has_its_special_values() =>
        AssertValues(
            VectorMath.Sigmoid,
            (0f, 0.5f),
            (-0f, 0.5f),
            (float.PositiveInfinity, 1f));

    [Fact]
    public void Relu_is_the_larger_of_its_argument_and_zero() =>
        AssertValues(
            VectorMath.Relu,
            (1.5f, 1.5f),
            (-1.5f, 0f),
            (0f, 0f),
            (-0f, 0f),
            (float.PositiveInfinity, float.PositiveInfinity),
            (float.NegativeInfinity, 0f));

    // The payload of a NaN must not leak into the exponent that a function builds from bits.
    [Fact]
    public void Nan_gives_nan_whatever_its_payload()
    {
        Func<float, float>[] functions = [VectorMath.Tanh, VectorMath.Exp, VectorMath.Sigmoid, VectorMath.Relu];
        foreach (float x in Sweep.AllFloats(Stride).Where(float.IsNaN))
        {
            Assert.True(functions.All(function => float.IsNaN(function(x))), $"{Bits(x):X8}");
        }
    }

    [Fact]
    public void Tanh_has_the_same_bits_at_every_width() =>
        AssertSameBits(VectorMath.Tanh, VectorMath.Tanh, VectorMath.Tanh, VectorMath.Tanh);

    [Fact]
    public void Exp_has_the_same_bits_at_every_width() =>
        AssertSameBits(VectorMath.Exp, VectorMath.Exp, VectorMath.Exp, VectorMath.Exp);

    [Fact]
    public void Sigmoid_has_the_same_bits_at_every_width() =>
        AssertSameBits(VectorMath.Sigmoid, VectorMath.Sigmoid, VectorMath.Sigmoid, VectorMath.Sigmoid);

    [Fact]
    public void Relu_has_the_same_bits_at_every_width() =>
        AssertSameBits(VectorMath.Relu, VectorMath.Relu, VectorMath.Relu, VectorMath.Relu);

    // Frozen on x64 with AVX-512, and found the same with AVX2 and on ARM64. NaN is left out: its bits are the platform's.
    [Fact]
    public void Results_have_the_frozen_bits()
    {
        Assert.SkipUnless(FusedHardware.IsPresent, FusedHardware.WhySkipped);

        Assert.Equal(
            (7969298702868124685UL, 6103500239017609500UL, 8055363484222780818UL),
            (Checksum(VectorMath.Tanh), Checksum(VectorMath.Exp), Checksum(VectorMath.Sigmoid)));
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    private static uint Bits(float x) => BitConverter.SingleToUInt32Bits(x);

    private static ulong Checksum(Func<float, float> function) =>
        Sweep.Checksum(Sweep.AllFloats(9973).Where(x => !float.IsNaN(x)).Select(x => Bits(function(x))));

    private static void AssertWithin(double bound, Func<float, float> function, Func<double, double> exact, IEnumerable<float> arguments)
    {
        double worst = 0;
        float worstAt = 0;
        foreach (float x in arguments)
        {
            double error = Ulps.Error(function(x), exact(x));
            if (error > worst)
            {
                (worst, worstAt) = (error, x);
            }
        }

        Assert.True(worst <= bound, $"{worst:F4} units in the last place at {worstAt:R}");
    }

    private static void AssertValues(Func<float, float> function, params (float Argument, float Result)[] values) =>
        Assert.All(values, value => Assert.Equal(Bits(value.Result), Bits(function(value.Argument))));

    private static void AssertSameBits(
        Func<float, float> scalar,
        Func<Vector128<float>, Vector128<float>> four,
        Func<Vector256<float>, Vector256<float>> eight,
        Func<Vector512<float>, Vector512<float>> sixteen)
    {
        Span<float> arguments = stackalloc float[16];
        foreach (float[] group in Sweep.AllFloats(Stride).Where(x => !float.IsNaN(x)).Chunk(16))
        {
            group.CopyTo(arguments);
            Vector512<float> wide = sixteen(Vector512.Create<float>(arguments));
            for (int lane = 0; lane < 16; lane++)
            {
                uint expected = Bits(scalar(arguments[lane]));
                Assert.Equal(expected, Bits(wide[lane]));
            }

            for (int start = 0; start < 16; start += 8)
            {
                Assert.Equal(Half(wide, start), eight(Vector256.Create<float>(arguments[start..])).AsUInt32());
            }

            for (int start = 0; start < 16; start += 4)
            {
                Assert.Equal(Quarter(wide, start), four(Vector128.Create<float>(arguments[start..])).AsUInt32());
            }
        }
    }

    private static Vector256<uint> Half(Vector512<float> v, int start) => (start == 0 ? v.GetLower() : v.GetUpper()).AsUInt32();

    private static Vector128<uint> Quarter(Vector512<float> v, int start)
    {
        Vector256<uint> half = Half(v, start & 8);
        return (start & 4) == 0 ? half.GetLower() : half.GetUpper();
    }
}
