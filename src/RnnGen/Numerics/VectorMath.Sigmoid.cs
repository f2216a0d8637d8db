using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnGen.Numerics;

public static partial class VectorMath
{
    // Beyond: 1 to the last bit on one side, subnormal on the other.
    private const float SigmoidLimit = 88f;

    /// <summary>1 / (1 + e^-x), with the bits of a lane of <see cref="Sigmoid(Vector128{float})"/>.</summary>
    /// <param name="x">Any float.</param>
    public static float Sigmoid(float x) => Sigmoid(Vector128.CreateScalar(x)).ToScalar();

    /// <summary>1 / (1 + e^-x), the logistic function, in every lane.</summary>
    /// <remarks>
    /// Largest error 1.75 units in the last place of the result, however small it is, found by trying all floats from -88 on. Below -88,
    /// where the exact result is under 6.1e-39 and subnormal, 0. NaN gives NaN.
    /// </remarks>
    /// <param name="x">Any floats.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Sigmoid(Vector128<float> x)
    {
        // MinNative and MaxNative take their second operand where either is NaN.
        Vector128<float> clamped = Vector128.MinNative(
            Vector128.Create(SigmoidLimit), Vector128.MaxNative(Vector128.Create(-SigmoidLimit), -x));
        (Vector128<float> shiftedN, Vector128<float> r, Vector128<float> quotient) = ReduceExp(clamped);
        Vector128<float> scale = ((shiftedN.AsInt32() << MantissaBits) + Vector128.Create(ExponentBias << MantissaBits)).AsSingle();

        // 1 + e^-x = 1 + scale (1 + r quotient), rounded once at the end: what 1 + scale lost by rounding goes in with r.
        Vector128<float> onePlusScale = Vector128<float>.One + scale;
        Vector128<float> lost = Vector128<float>.One - (onePlusScale - scale);
        Vector128<float> denominator = Vector128.MultiplyAddEstimate(
            Vector128.MultiplyAddEstimate(r, scale, lost), quotient, onePlusScale);
        Vector128<float> result = Vector128<float>.One / denominator;
        return Vector128.ConditionalSelect(Vector128.LessThan(x, Vector128.Create(-SigmoidLimit)), Vector128<float>.Zero, result);
    }

    /// <inheritdoc cref="Sigmoid(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x)
    {
        // MinNative and MaxNative take their second operand where either is NaN.
        Vector256<float> clamped = Vector256.MinNative(
            Vector256.Create(SigmoidLimit), Vector256.MaxNative(Vector256.Create(-SigmoidLimit), -x));
        (Vector256<float> shiftedN, Vector256<float> r, Vector256<float> quotient) = ReduceExp(clamped);
        Vector256<float> scale = ((shiftedN.AsInt32() << MantissaBits) + Vector256.Create(ExponentBias << MantissaBits)).AsSingle();

        // 1 + e^-x = 1 + scale (1 + r quotient), rounded once at the end: what 1 + scale lost by rounding goes in with r.
        Vector256<float> onePlusScale = Vector256<float>.One + scale;
        Vector256<float> lost = Vector256<float>.One - (onePlusScale - scale);
        Vector256<float> denominator = Vector256.MultiplyAddEstimate(
            Vector256.MultiplyAddEstimate(r, scale, lost), quotient, onePlusScale);
        Vector256<float> result = Vector256<float>.One / denominator;
        return Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256.Create(-SigmoidLimit)), Vector256<float>.Zero, result);
    }

    /// <inheritdoc cref="Sigmoid(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x)
    {
        // MinNative and MaxNative take their second operand where either is NaN.
        Vector512<float> clamped = Vector512.MinNative(
            Vector512.Create(SigmoidLimit), Vector512.MaxNative(Vector512.Create(-SigmoidLimit), -x));
        (Vector512<float> shiftedN, Vector512<float> r, Vector512<float> quotient) = ReduceExp(clamped);
        Vector512<float> scale = ((shiftedN.AsInt32() << MantissaBits) + Vector512.Create(ExponentBias << MantissaBits)).AsSingle();

        // 1 + e^-x = 1 + scale (1 + r quotient), rounded once at the end: what 1 + scale lost by rounding goes in with r.
        Vector512<float> onePlusScale = Vector512<float>.One + scale;
        Vector512<float> lost = Vector512<float>.One - (onePlusScale - scale);
        Vector512<float> denominator = Vector512.MultiplyAddEstimate(
            Vector512.MultiplyAddEstimate(r, scale, lost), quotient, onePlusScale);
        Vector512<float> result = Vector512<float>.One / denominator;
        return Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512.Create(-SigmoidLimit)), Vector512<float>.Zero, result);
    }
}
