using System.Numerics;
using System.Runtime.CompilerServices;

namespace RnnGen.Numerics;

/// <content>The logarithm of a few doubles at a time.</content>
public static partial class VectorMath
{
    /// <summary>The natural logarithm in every lane, with the bits of <see cref="ScalarMath.Log"/>, of numbers that a sum with e^0 in it can be.</summary>
    /// <param name="x">1 or more and finite, or NaN, which gives NaN. What other numbers give is not said.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector<double> LogOfSum(Vector<double> x)
    {
        // x = 2^power m, m from sqrt(1/2) to sqrt(2). The power is not negative, so that bits may come in from the left as zeros.
        Vector<long> bits = Vector.AsVectorInt64(x);
        Vector<long> power = Vector.ShiftRightLogical(bits - new Vector<long>(ScalarMath.SqrtHalfBits), ScalarMath.MantissaBits);
        Vector<double> m = Vector.AsVectorDouble(bits - Vector.ShiftLeft(power, ScalarMath.MantissaBits));

        // As the mantissa of a number from 2^52 on: few machines convert long numbers by the vector.
        var integers = new Vector<double>(ScalarMath.TwoTo52);
        Vector<double> exponent = Vector.AsVectorDouble(power | Vector.AsVectorInt64(integers)) - integers;
        Vector<double> result = ScalarMath.LogOf(m, exponent);

        // NaN has bits like another number.
        return Vector.ConditionalSelect(Vector.Equals(x, x), result, x);
    }
}
