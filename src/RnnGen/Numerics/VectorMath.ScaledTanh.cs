using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnGen.Numerics;

/// <content>tanh times a number that is known before it.</content>
public static partial class VectorMath
{
    /// <summary><paramref name="scale"/> tanh x in every lane.</summary>
    /// <remarks>
    /// The scale goes into the terms of the polynomial, which wait for others anyway, so that no multiplication comes after the last of them. Largest error
    /// 2.33 units in the last place in 120 million random pairs with scales from 0.001 to 1, where the product of tanh and scale had 2.40.
    /// </remarks>
    /// <param name="x">Any floats.</param>
    /// <param name="scale">Any floats.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> ScaledTanh(Vector128<float> x, Vector128<float> scale)
    {
        (Vector128<float> d, Vector128<float> q21, Vector128<float> q53, Vector128<float> t0) = TanhTerms(x);
        Vector128<float> signed = scale ^ (x & Vector128.Create(-0f));
        Vector128<float> first = signed * d;
        return Vector128.MultiplyAddEstimate(first * (d * d), q53, Vector128.MultiplyAddEstimate(first, q21, signed * t0));
    }

    /// <summary><paramref name="scale"/> tanh x + <paramref name="addend"/> in every lane: a state that goes some of the way to a candidate.</summary>
    /// <remarks>As <see cref="ScaledTanh(Vector128{float}, Vector128{float})"/>; the addend, too, is added on the way.</remarks>
    /// <param name="x">Any floats.</param>
    /// <param name="scale">Any floats.</param>
    /// <param name="addend">Any floats.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> ScaledTanh(Vector128<float> x, Vector128<float> scale, Vector128<float> addend)
    {
        (Vector128<float> d, Vector128<float> q21, Vector128<float> q53, Vector128<float> t0) = TanhTerms(x);
        Vector128<float> signed = scale ^ (x & Vector128.Create(-0f));
        Vector128<float> first = signed * d;
        return Vector128.MultiplyAddEstimate(first * (d * d), q53, Vector128.MultiplyAddEstimate(first, q21, Vector128.MultiplyAddEstimate(signed, t0, addend)));
    }

    /// <inheritdoc cref="ScaledTanh(Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ScaledTanh(Vector256<float> x, Vector256<float> scale)
    {
        (Vector256<float> d, Vector256<float> q21, Vector256<float> q53, Vector256<float> t0) = TanhTerms(x);
        Vector256<float> signed = scale ^ (x & Vector256.Create(-0f));
        Vector256<float> first = signed * d;
        return Vector256.MultiplyAddEstimate(first * (d * d), q53, Vector256.MultiplyAddEstimate(first, q21, signed * t0));
    }

    /// <inheritdoc cref="ScaledTanh(Vector128{float}, Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> ScaledTanh(Vector256<float> x, Vector256<float> scale, Vector256<float> addend)
    {
        (Vector256<float> d, Vector256<float> q21, Vector256<float> q53, Vector256<float> t0) = TanhTerms(x);
        Vector256<float> signed = scale ^ (x & Vector256.Create(-0f));
        Vector256<float> first = signed * d;
        return Vector256.MultiplyAddEstimate(first * (d * d), q53, Vector256.MultiplyAddEstimate(first, q21, Vector256.MultiplyAddEstimate(signed, t0, addend)));
    }

    /// <inheritdoc cref="ScaledTanh(Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ScaledTanh(Vector512<float> x, Vector512<float> scale)
    {
        (Vector512<float> d, Vector512<float> q21, Vector512<float> q53, Vector512<float> t0) = TanhTerms(x);
        Vector512<float> signed = scale ^ (x & Vector512.Create(-0f));
        Vector512<float> first = signed * d;
        return Vector512.MultiplyAddEstimate(first * (d * d), q53, Vector512.MultiplyAddEstimate(first, q21, signed * t0));
    }

    /// <inheritdoc cref="ScaledTanh(Vector128{float}, Vector128{float}, Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ScaledTanh(Vector512<float> x, Vector512<float> scale, Vector512<float> addend)
    {
        (Vector512<float> d, Vector512<float> q21, Vector512<float> q53, Vector512<float> t0) = TanhTerms(x);
        Vector512<float> signed = scale ^ (x & Vector512.Create(-0f));
        Vector512<float> first = signed * d;
        return Vector512.MultiplyAddEstimate(first * (d * d), q53, Vector512.MultiplyAddEstimate(first, q21, Vector512.MultiplyAddEstimate(signed, t0, addend)));
    }
}
