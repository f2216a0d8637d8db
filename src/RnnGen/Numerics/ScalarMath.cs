using System;

namespace RnnGen.Numerics;

/// <summary>Elementary functions of one double, the same bits on every machine.</summary>
/// <remarks>Only additions, multiplications and divisions, none of which .NET fuses.</remarks>
public static class ScalarMath
{
    // ln 2 = Ln2High + Ln2Low. Ln2High ends in 20 zero bits, so that a multiple of it by an exponent is exact.
    private const double Ln2High = 0.6931471804855391;
    private const double Ln2Low = 7.440617110012397e-11;
    private const int MantissaBits = 52;
    private const double SmallestNormal = 2.2250738585072014E-308;
    private const double TwoTo54 = 18014398509481984;

    // Of sqrt(1/2), so that the difference to another number's bits has the number's exponent from there on in its upper bits.
    private const long SqrtHalfBits = 0x3FE6A09E667F3BCD;

    /// <summary>The natural logarithm.</summary>
    /// <remarks>Error below 1 unit in the last place.</remarks>
    /// <param name="x">Any double: 0 gives -infinity, infinity gives infinity, a negative number and NaN give NaN.</param>
    public static double Log(double x)
    {
        if (!(x > 0 && x < double.PositiveInfinity))
        {
            return x == 0 ? double.NegativeInfinity
                : x > 0 ? double.PositiveInfinity
                : double.NaN;
        }

        // x = 2^exponent m, m from sqrt(1/2) to sqrt(2).
        int subnormal = 0;
        if (x < SmallestNormal)
        {
            x *= TwoTo54;
            subnormal = 54;
        }

        long bits = BitConverter.DoubleToInt64Bits(x);
        long power = (bits - SqrtHalfBits) >> MantissaBits;
        double m = BitConverter.Int64BitsToDouble(bits - (power << MantissaBits));
        double exponent = power - subnormal;

        // ln(1 + f) = 2 artanh s, s = f / (2 + f), |s| < 0.1716: the Taylor series 2 (s + s^3/3 + s^5/5 + ...), of which the first term
        // left out is below 2^-54 of the result. With 2 s = f - s f it is f - s (f - rest), of which the largest term, f, is exact.
        double f = m - 1;
        double s = f / (2 + f);
        double z = s * s;
        double series = 1.0 / 21;
        series = (series * z) + (1.0 / 19);
        series = (series * z) + (1.0 / 17);
        series = (series * z) + (1.0 / 15);
        series = (series * z) + (1.0 / 13);
        series = (series * z) + (1.0 / 11);
        series = (series * z) + (1.0 / 9);
        series = (series * z) + (1.0 / 7);
        series = (series * z) + (1.0 / 5);
        series = (series * z) + (1.0 / 3);
        double rest = 2 * z * series;
        return (exponent * Ln2High) + (f - ((s * (f - rest)) - (exponent * Ln2Low)));
    }
}
