using System;
using System.Linq;
using System.Numerics;
using CsCheck;
using RnnGen.Numerics;

namespace RnnGen.Tests.Numerics;

public class ScalarMathTests
{
    // Ours is within 1 unit in the last place and so is System.Math's: together 2.
    [Fact]
    public void Logarithm_is_within_two_units_in_the_last_place_of_the_platforms()
    {
        Gen.ULong[1, 0x7FEFFFFFFFFFFFFF].Sample(bits => AssertClose(BitConverter.UInt64BitsToDouble(bits)), iter: 100_000);
        Gen.Double[0.5, 2.5].Sample(AssertClose, iter: 100_000);
        Gen.Double[-1e-6, 1e-6].Sample(offset => AssertClose(1 + offset), iter: 100_000);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, double.NegativeInfinity)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(-1, double.NaN)]
    [InlineData(double.NegativeInfinity, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(double.Epsilon, -744.4400719213812)]
    [InlineData(double.MaxValue, 709.782712893384)]
    [InlineData(Math.E, 1)]
    public void Logarithm_has_its_special_values(double x, double expected) => Assert.Equal(expected, ScalarMath.Log(x));

    // Frozen on x64; the same on every machine, because nothing is fused.
    [Fact]
    public void Logarithm_has_the_frozen_bits()
    {
        var random = new SeededRandom(1);
        ulong checksum = Sweep.Checksum(Enumerable.Range(0, 100_000).SelectMany(_ =>
        {
            double x = BitConverter.UInt64BitsToDouble(random.NextUInt64() % 0x7FF0000000000000);
            ulong bits = BitConverter.DoubleToUInt64Bits(ScalarMath.Log(x));
            return new[] { (uint)bits, (uint)(bits >> 32) };
        }));

        Assert.Equal(17927020382628734325UL, checksum);
    }

    /// <summary>The numbers that the sums of a softmax can be, and more.</summary>
    [Fact]
    public void Logarithm_of_a_vector_has_the_bits_of_that_of_each_number()
    {
        Gen.ULong[0x3FF0000000000000, 0x7FEFFFFFFFFFFFFF].Sample(bits => AssertSameInVector(BitConverter.UInt64BitsToDouble(bits)), iter: 100_000);
        Gen.Float[1, 100_000].Sample(x => AssertSameInVector(x), iter: 100_000);
        AssertSameInVector(1);
        AssertSameInVector(Math.BitIncrement(1));
        AssertSameInVector(double.NaN);
    }

    private static void AssertSameInVector(double x)
    {
        for (int lane = 0; lane < Vector<double>.Count; lane++)
        {
            double actual = VectorMath.LogOfSum(Vector.WithElement(new Vector<double>(7), lane, x))[lane];
            Assert.Equal(BitConverter.DoubleToInt64Bits(ScalarMath.Log(x)), BitConverter.DoubleToInt64Bits(actual));
        }
    }

    private static void AssertClose(double x)
    {
        double expected = Math.Log(x);
        double unit = Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected);
        Assert.True(Math.Abs(ScalarMath.Log(x) - expected) <= 2 * unit, $"ln {x:R} was {ScalarMath.Log(x):R}, not {expected:R}");
    }
}
