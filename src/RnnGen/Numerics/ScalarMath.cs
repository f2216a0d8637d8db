using System;

namespace RnnGen.Numerics;

/// <summary>Elementary functions of one double, the same bits on every machine.</summary>
public static class ScalarMath
{
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double SqrtHalf = 0.70710678118654752440;

    /// <summary>The natural logarithm.</summary>
    /// <param name="x">Any double: 0 gives -infinity, infinity itself, a negative number and NaN give NaN.</param>
    public static double Log(double x)
    {
        if (!(x > 0 && x < double.PositiveInfinity))
        {
            return x == 0 ? double.NegativeInfinity : x > 0 ? x : double.NaN;
        }

        // x = 2^exponent * m with m from sqrt(1/2) to sqrt(2).
        int exponent = Math.ILogB(x) + 1;
        double m = Math.ScaleB(x, -exponent);
        if (m < SqrtHalf)
        {
            exponent--;
            m *= 2;
        }

        // ln m = 2 artanh s = 2 (s + s^3/3 + s^5/5 + ...), s = (m - 1) / (m + 1), |s| < 0.1716.
        double s = (m - 1) / (m + 1);
        double z = s * s;
        double series = 1.0 / 21;
        for (int odd = 19; odd >= 3; odd -= 2)
        {
            series = (series * z) + (1.0 / odd);
        }

        return (exponent * Ln2High) + ((2 * s) + ((2 * s * z * series) + (exponent * Ln2Low)));
    }
}
