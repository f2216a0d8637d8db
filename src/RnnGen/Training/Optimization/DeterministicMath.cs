using System;

namespace RnnGen.Training;

/// <summary>
/// Functions of double precision made of additions, multiplications and divisions alone. Those of the C library differ in their last bits
/// from one platform to the next, and the learning rate of a step must not.
/// </summary>
internal static class DeterministicMath
{
    /// <summary>x to a whole power, by squaring.</summary>
    /// <param name="x">The base.</param>
    /// <param name="exponent">0 or more.</param>
    public static double Power(double x, long exponent)
    {
        double power = 1;
        for (double square = x; exponent > 0; exponent >>= 1, square *= square)
        {
            if ((exponent & 1) != 0)
            {
                power *= square;
            }
        }

        return power;
    }

    /// <summary>(1 + cos(pi x)) / 2: half a wave from 1 down to 0, within 1e-15 of the true value.</summary>
    /// <param name="x">0 to 1; the nearest of them where it is outside.</param>
    public static double CosineHalfWave(double x)
    {
        x = Math.Clamp(x, 0, 1);

        // (1 + cos 2y) / 2 = cos(y)^2 = sin(pi/2 - y)^2, which leaves the series arguments up to pi/4.
        double root = x <= 0.5 ? Cosine(Math.PI / 2 * x) : Sine(Math.PI / 2 * (1 - x));
        return root * root;
    }

    // Taylor's series to y^16 and y^17: at pi/4 the first term left out is below 3e-18.
    private static double Cosine(double y)
    {
        double square = y * y;
        double sum = 1;
        for (int n = 16; n > 0; n -= 2)
        {
            sum = 1 - (sum * square / (n * (n - 1)));
        }

        return sum;
    }

    private static double Sine(double y)
    {
        double square = y * y;
        double sum = 1;
        for (int n = 17; n > 1; n -= 2)
        {
            sum = 1 - (sum * square / (n * (n - 1)));
        }

        return y * sum;
    }
}
