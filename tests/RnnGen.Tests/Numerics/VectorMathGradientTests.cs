using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.Intrinsics;
using RnnGen.Numerics;
using RnnGen.Tests.InstructionSets;

namespace RnnGen.Tests.Numerics;

/// <summary>The derivatives, which take the function's value. The oracle is System.Math in double precision.</summary>
[Trait(Rerun.Category, Rerun.Numbers)]
[Trait(Rerun.Size, Rerun.Small)]
public class VectorMathGradientTests
{
    /// <summary>Half a unit in the last place of a float, relative to it: what one rounding can change.</summary>
    private const double Rounding = 1.0 / (1 << 24);

    private static readonly float[] Gradients = [1f, -1f, 0f, 3.5f, -1e-3f, 1e20f];

    // Vectors in software take a hundred times as long.
    private static readonly uint Stride = Vector128.IsHardwareAccelerated ? 10_007u : 1_000_003u;

    private static IEnumerable<float> ZeroToOne => Sweep.AllFloats(Stride).Where(x => x >= 0 && x <= 1).Append(1f).Append(MathF.BitDecrement(1f));

    // Two roundings, of v - v^2 and of the product; v^2 has one of its own, up to half of Rounding, where it is not fused. What is subnormal has no more bits.
    [Fact]
    public void Sigmoid_gradient_is_the_product_to_the_last_place() =>
        AssertProduct(VectorMath.SigmoidGradient, v => v * (1 - v), ZeroToOne);

    // The same of 1 - v^2.
    [Fact]
    public void Tanh_gradient_is_the_product_to_the_last_place() =>
        AssertProduct(VectorMath.TanhGradient, v => (1 - v) * (1 + v), ZeroToOne.Concat(ZeroToOne.Select(v => -v)));

    // The value may be 3 units in the last place off, each at most Rounding below 1, and the derivative by v is at most 1 (sigmoid) or 2 (tanh).
    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(-0.3)]
    [InlineData(2.7)]
    [InlineData(-2.7)]
    [InlineData(9)]
    [InlineData(-15)]
    public void A_gradient_is_the_derivative_of_its_function(double x)
    {
        float sigmoid = VectorMath.SigmoidGradient(Vector128.Create(VectorMath.Sigmoid((float)x)), Vector128<float>.One)[0];
        float tanh = VectorMath.TanhGradient(Vector128.Create(VectorMath.Tanh((float)x)), Vector128<float>.One)[0];

        Assert.Equal(Math.Exp(-(float)x) / Math.Pow(1 + Math.Exp(-(float)x), 2), sigmoid, 5 * Rounding);
        Assert.Equal(1 / Math.Pow(Math.Cosh((float)x), 2), tanh, 8 * Rounding);
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(1f)]
    public void A_saturated_gate_passes_no_gradient(float value)
    {
        foreach (float gradient in Gradients)
        {
            Assert.Equal(0f, VectorMath.SigmoidGradient(Vector128.Create(value), Vector128.Create(gradient))[0]);
        }
    }

    [Fact]
    public void Relu_gradient_passes_where_the_value_is_positive()
    {
        foreach (float gradient in Gradients)
        {
            var passed = VectorMath.ReluGradient(Vector128.Create(0f, float.Epsilon, 1f, float.MaxValue), Vector128.Create(gradient));

            Assert.Equal([0f, gradient, gradient, gradient], [passed[0], passed[1], passed[2], passed[3]]);
        }
    }

    [Fact]
    public void Gradients_have_the_same_bits_at_every_width()
    {
        Span<float> values = stackalloc float[16];
        foreach (float[] group in ZeroToOne.Chunk(16))
        {
            group.CopyTo(values);
            foreach (float gradient in Gradients)
            {
                AssertSameBits(values, gradient, VectorMath.SigmoidGradient, VectorMath.SigmoidGradient, VectorMath.SigmoidGradient);
                AssertSameBits(values, gradient, VectorMath.TanhGradient, VectorMath.TanhGradient, VectorMath.TanhGradient);
                AssertSameBits(values, gradient, VectorMath.ReluGradient, VectorMath.ReluGradient, VectorMath.ReluGradient);
            }
        }
    }

    private static void AssertProduct(
        Func<Vector128<float>, Vector128<float>, Vector128<float>> function, Func<double, double> derivative, IEnumerable<float> values)
    {
        foreach (float value in values)
        {
            foreach (float gradient in Gradients)
            {
                double exact = derivative(value) * gradient;
                double bound = (2.001 * Rounding * Math.Abs(exact)) + (FusedHardware.IsPresent ? 0 : 0.5 * Rounding * Math.Abs(gradient));
                double error = Math.Abs(function(Vector128.Create(value), Vector128.Create(gradient))[0] - exact);
                Assert.True(error <= bound + (float.Epsilon * Math.Max(1, Math.Abs(gradient))), $"{value:R}, {gradient:R}: off by {error:R}");
            }
        }
    }

    private static void AssertSameBits(
        Span<float> values,
        float gradient,
        Func<Vector128<float>, Vector128<float>, Vector128<float>> four,
        Func<Vector256<float>, Vector256<float>, Vector256<float>> eight,
        Func<Vector512<float>, Vector512<float>, Vector512<float>> sixteen)
    {
        Vector512<uint> wide = sixteen(Vector512.Create<float>(values), Vector512.Create(gradient)).AsUInt32();
        Vector256<uint> low = eight(Vector256.Create<float>(values), Vector256.Create(gradient)).AsUInt32();
        Vector256<uint> high = eight(Vector256.Create<float>(values[8..]), Vector256.Create(gradient)).AsUInt32();

        Assert.Equal(wide.GetLower(), low);
        Assert.Equal(wide.GetUpper(), high);
        for (int start = 0; start < 16; start += 4)
        {
            Vector256<uint> half = start < 8 ? low : high;
            Assert.Equal(
                (start & 4) == 0 ? half.GetLower() : half.GetUpper(),
                four(Vector128.Create<float>(values[start..]), Vector128.Create(gradient)).AsUInt32());
        }
    }
}
