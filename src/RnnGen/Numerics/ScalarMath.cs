using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace RnnGen.Numerics;

/// <summary>Elementary functions of doubles, the same bits on every machine.</summary>
/// <remarks>Only additions, multiplications and divisions, none of which .NET fuses.</remarks>
public static class ScalarMath
{
    // ln 2 = Ln2High + Ln2Low. Ln2High ends in 20 zero bits, so that a multiple of it by an exponent is exact.
    private const double Ln2High = 0.6931471804855391;
    private const double Ln2Low = 7.440617110012397e-11;
    private const double SmallestNormal = 2.2250738585072014E-308;
    private const double TwoTo54 = 18014398509481984;

    /// <summary>How many bits a double has for its fraction.</summary>
    internal const int MantissaBits = 52;

    /// <summary>2^52.</summary>
    internal const double TwoTo52 = 4503599627370496;

    /// <summary>The bits of sqrt(1/2): the difference to another number's bits has the number's exponent from there on in its upper bits.</summary>
    internal const long SqrtHalfBits = 0x3FE6A09E667F3BCD;

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

        return LogOf(new Vector<double>(m), new Vector<double>(exponent)).ToScalar();
    }

    /// <summary>ln(2^exponent m) in every lane.</summary>
    /// <param name="m">From sqrt(1/2) to sqrt(2).</param>
    /// <param name="exponent">Whole numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector<double> LogOf(Vector<double> m, Vector<double> exponent)
    {
        // ln(1 + f) = 2 artanh s, s = f / (2 + f), |s| < 0.1716: the Taylor series 2 (s + s^3/3 + s^5/5 + ...), of which the first term
        // left out is below 2^-54 of the result. With 2 s = f - s f it is f - s (f - rest), of which the largest term, f, is exact.
        Vector<double> f = m - Vector<double>.One;
        Vector<double> s = f / (new Vector<double>(2) + f);
        Vector<double> z = s * s;
        var series = new Vector<double>(1.0 / 21);
        series = (series * z) + new Vector<double>(1.0 / 19);
        series = (series * z) + new Vector<double>(1.0 / 17);
        series = (series * z) + new Vector<double>(1.0 / 15);
        series = (series * z) + new Vector<double>(1.0 / 13);
        series = (series * z) + new Vector<double>(1.0 / 11);
        series = (series * z) + new Vector<double>(1.0 / 9);
        series = (series * z) + new Vector<double>(1.0 / 7);
        series = (series * z) + new Vector<double>(1.0 / 5);
        series = (series * z) + new Vector<double>(1.0 / 3);
        Vector<double> rest = new Vector<double>(2) * z * series;
        return (exponent * new Vector<double>(Ln2High)) + (f - ((s * (f - rest)) - (exponent * new Vector<double>(Ln2Low))));
    }
}
