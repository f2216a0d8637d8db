using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.Intrinsics;
using RnnGen.Numerics;
using RnnGen.Tests.InstructionSets;

namespace RnnGen.Tests.Numerics;

/// <summary>tanh times a number. The oracle is System.Math in double precision.</summary>
[Trait(Rerun.Category, Rerun.Numbers)]
[Trait(Rerun.Size, Rerun.Small)]
public class ScaledTanhTests
{
    // From where a gate is shut to where it is open; the last two are no powers of two.
    private static readonly float[] Scales = [1f, -1f, 0.5f, -2f, 0.0013f, 0.7310586f];

    // The state before, as far as it stays.
    private static readonly float[] Addends = [0f, 0.25f, -0.93f, 1f];

    // Vectors in software take a hundred times as long.
    private static readonly uint Stride = Vector128.IsHardwareAccelerated ? 10_007u : 1_000_003u;

    // Below, terms of the polynomial become subnormal, and lose places.
    private static IEnumerable<float> Arguments => Sweep.AllFloats(Stride).Where(x => float.IsFinite(x) && MathF.Abs(x) >= 1e-10f).Append(0.064725f).Append(-2.0234017f);

    private static IEnumerable<(float X, float Scale)> Pairs => from x in Arguments from scale in Scales select (x, scale);

    // The bound is that of the documentation, found with 120 million pairs; without fused multiply-add three more roundings come, of half a unit each of what is at most as large as the result.
    [Fact]
    public void Scaled_tanh_is_within_its_error_bound()
    {
        double bound = FusedHardware.IsPresent ? 2.33 : 3.83;
        foreach ((float x, float scale) in Pairs)
        {
            double error = Ulps.Error(VectorMath.ScaledTanh(Vector128.Create(x), Vector128.Create(scale))[0], scale * Math.Tanh(x));

            Assert.True(error <= bound, $"{error:F4} units in the last place at {x:R} times {scale:R}");
        }
    }

    // The same error, in units of a product of at most |scale|, and roundings of sums that are at most |scale| + |addend|: two, or five where no multiply-add is fused.
    [Fact]
    public void An_addend_is_added()
    {
        double roundings = FusedHardware.IsPresent ? 2 : 5;
        foreach (float addend in Addends)
        {
            foreach ((float x, float scale) in Pairs)
            {
                float sum = VectorMath.ScaledTanh(Vector128.Create(x), Vector128.Create(scale), Vector128.Create(addend))[0];
                double largest = Math.Abs(scale) + Math.Abs(addend);
                double bound = ((2.33 * 2) + roundings) * largest / (1 << 24);

                Assert.True(Math.Abs(sum - ((scale * Math.Tanh(x)) + addend)) <= bound, $"{sum:R} at {x:R} times {scale:R} + {addend:R}");
            }
        }
    }

    [Fact]
    public void Nan_gives_nan_wherever_it_is()
    {
        var one = Vector128<float>.One;
        var nan = Vector128.Create(float.NaN);

        Assert.All(
            [
                VectorMath.ScaledTanh(nan, one), VectorMath.ScaledTanh(one, nan),
                VectorMath.ScaledTanh(nan, one, one), VectorMath.ScaledTanh(one, nan, one), VectorMath.ScaledTanh(one, one, nan),
            ],
            result => Assert.True(float.IsNaN(result[0])));
    }

    [Fact]
    public void Scaled_tanh_has_the_same_bits_at_every_width()
    {
        Span<float> arguments = stackalloc float[16];
        foreach (float[] group in Arguments.Chunk(16))
        {
            group.CopyTo(arguments);
            for (int n = 0; n < Scales.Length; n++)
            {
                float scale = Scales[n];
                float addend = Addends[n % Addends.Length];
                var x = Vector512.Create<float>(arguments);
                Vector512<float> product = VectorMath.ScaledTanh(x, Vector512.Create(scale));
                Vector512<float> sum = VectorMath.ScaledTanh(x, Vector512.Create(scale), Vector512.Create(addend));

                Assert.Equal(
                    product.AsUInt32(),
                    Vector512.Create(
                        VectorMath.ScaledTanh(x.GetLower(), Vector256.Create(scale)), VectorMath.ScaledTanh(x.GetUpper(), Vector256.Create(scale))).AsUInt32());
                Assert.Equal(product.GetUpper().GetUpper().AsUInt32(), VectorMath.ScaledTanh(x.GetUpper().GetUpper(), Vector128.Create(scale)).AsUInt32());
                Assert.Equal(
                    sum.GetLower().AsUInt32(),
                    VectorMath.ScaledTanh(x.GetLower(), Vector256.Create(scale), Vector256.Create(addend)).AsUInt32());
                Assert.Equal(
                    sum.GetUpper().GetUpper().AsUInt32(),
                    VectorMath.ScaledTanh(x.GetUpper().GetUpper(), Vector128.Create(scale), Vector128.Create(addend)).AsUInt32());
            }
        }
    }
}
