using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnGen.Numerics;

/// <content>Derivatives, in terms of the function's value.</content>
public static partial class VectorMath
{
    /// <summary>The gradient through tanh: <paramref name="gradient"/> x (1 - <paramref name="value"/>^2), value being tanh(x).</summary>
    /// <param name="value">tanh(x).</param>
    /// <param name="gradient">The gradient of the value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> TanhGradient(Vector128<float> value, Vector128<float> gradient) =>
        gradient * Vector128.MultiplyAddEstimate(-value, value, Vector128<float>.One);

    /// <inheritdoc cref="TanhGradient(Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> TanhGradient(Vector256<float> value, Vector256<float> gradient) =>
        gradient * Vector256.MultiplyAddEstimate(-value, value, Vector256<float>.One);

    /// <inheritdoc cref="TanhGradient(Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> TanhGradient(Vector512<float> value, Vector512<float> gradient) =>
        gradient * Vector512.MultiplyAddEstimate(-value, value, Vector512<float>.One);

    /// <summary>
    /// The gradient through the logistic function: <paramref name="gradient"/> x <paramref name="value"/> x (1 - <paramref name="value"/>),
    /// value being sigmoid(x).
    /// </summary>
    /// <param name="value">sigmoid(x).</param>
    /// <param name="gradient">The gradient of the value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SigmoidGradient(Vector128<float> value, Vector128<float> gradient) =>
        gradient * Vector128.MultiplyAddEstimate(-value, value, value);

    /// <inheritdoc cref="SigmoidGradient(Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> SigmoidGradient(Vector256<float> value, Vector256<float> gradient) =>
        gradient * Vector256.MultiplyAddEstimate(-value, value, value);

    /// <inheritdoc cref="SigmoidGradient(Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> SigmoidGradient(Vector512<float> value, Vector512<float> gradient) =>
        gradient * Vector512.MultiplyAddEstimate(-value, value, value);

    /// <summary>The gradient through relu: <paramref name="gradient"/> where <paramref name="value"/> is positive, 0 elsewhere.</summary>
    /// <param name="value">relu(x).</param>
    /// <param name="gradient">The gradient of the value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> ReluGradient(Vector128<float> value, Vector128<float> gradient) =>
        gradient & Vector128.GreaterThan(value, Vector128<float>.Zero);

    /// <inheritdoc cref="ReluGradient(Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ReluGradient(Vector256<float> value, Vector256<float> gradient) =>
        gradient & Vector256.GreaterThan(value, Vector256<float>.Zero);

    /// <inheritdoc cref="ReluGradient(Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ReluGradient(Vector512<float> value, Vector512<float> gradient) =>
        gradient & Vector512.GreaterThan(value, Vector512<float>.Zero);
}
