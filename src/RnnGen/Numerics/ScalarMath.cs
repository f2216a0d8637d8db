using System;

namespace RnnGen.Numerics;

/// <summary>Elementary functions of one double, the same bits on every machine.</summary>
/// <remarks>Only additions, multiplications and divisions, none of which .NET fuses.</remarks>
public static class ScalarMath
{
    // ln 2 = Ln2High + Ln2Low. Ln2High ends in 20 zero bits, so that a multiple of it by an exponent is exact.
    private const double Ln2High = 0.6931471804855391;
    private const double Ln2Low = 7.440617110012397e-11;
    private const double SqrtHalf = 0.70710678118654752;

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
        int exponent = Math.ILogB(x);
        double m = Math.ScaleB(x, -exponent);
        if (m > 2 * SqrtHalf)
        {
            exponent++;
            m *= 0.5;
        }

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
