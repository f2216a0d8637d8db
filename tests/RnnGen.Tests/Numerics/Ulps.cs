using System;

namespace RnnGen.Tests.Numerics;

/// <summary>Errors in units in the last place of the exact result, as a float: 2^-149 for subnormal results.</summary>
internal static class Ulps
{
    // Half a unit above the largest float: from here on the nearest float is infinity.
    private static readonly double OverflowThreshold = Math.ScaleB(33554431, 103);

    public static double Error(float actual, double exact)
    {
        if (double.IsNaN(exact) || float.IsNaN(actual))
        {
            return double.IsNaN(exact) && float.IsNaN(actual) ? 0 : double.PositiveInfinity;
        }

        if (float.IsInfinity(actual) || Math.Abs(exact) >= OverflowThreshold)
        {
            return actual == (float)exact ? 0 : double.PositiveInfinity;
        }

        int exponent = exact == 0 ? -126 : Math.Max(Math.ILogB(exact), -126);
        return Math.ScaleB(Math.Abs(actual - exact), 23 - exponent);
    }
}
