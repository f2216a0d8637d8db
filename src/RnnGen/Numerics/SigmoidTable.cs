using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnGen.Numerics;

/// <summary>
/// The constants of sigmoid(x) = scale / (scale + 1 + q(r)), x being cut into sixteenths of an octave as for <see cref="ExpTable"/>: scale = 2^(n/16) e^-0.0217 and
/// q(r) = e^(-r - 0.0217) - 1.
/// </summary>
/// <remarks>
/// <para>
/// 0.0217 is a little more than the largest |r|: 1 + q is below 1 then, where floats lie twice as close as above. The division takes e^-x
/// along for nothing, and where the scale is small, so is the rounding of the sum. q is fitted as p is there, by the same script.
/// </para>
/// <para>A table of sixteen numbers is more IL than the JIT inlines unasked, and only where it is inlined is it a constant.</para>
/// </remarks>
internal static class SigmoidTable
{
    /// <summary>ln(2)/16 as a float, so that r = x - n Step is rounded but once, by a fused multiply-add.</summary>
    public const float Step = 0.0433216989f;

    /// <summary>
    /// (ln(2)/16 - <see cref="Step"/>) e^-0.0217: what each step lacks, times the slope that 1 + q has at r = 0. The float is so near that 2,013 steps lack 2.4e-7, of which the
    /// slope at another r would take 2 % more or less.
    /// </summary>
    public const float LackOfStep = -1.1648553e-10f;

    /// <summary>The coefficient of r in q.</summary>
    public const float Q1 = -0.978533745f;

    /// <summary>The coefficient of r^2 in q.</summary>
    public const float Q2 = 0.489286005f;

    /// <summary>The coefficient of r^3 in q.</summary>
    public const float Q3 = -0.163093746f;

    /// <summary>2^(j/16) e^-0.0217 by j, the four low bits of n, less j &lt;&lt; 19 as in <see cref="ExpTable.Scale"/>.</summary>
    public static Vector512<float> Scale
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(
            0.978533745f, 0.979678571f, 0.971049309f, 0.963421583f,
            0.956839621f, 0.951349914f, 0.947000623f, 0.943842351f,
            0.94192785f, 0.941312134f, 0.942052662f, 0.944209576f,
            0.947845519f, 0.953025997f, 0.959819376f, 0.968297124f);
    }

    /// <summary>The constant term of q, by j.</summary>
    public static Vector512<float> Q0
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(
            -0.0214662571f, -0.0214662496f, -0.0214662552f, -0.021466203f,
            -0.021466298f, -0.0214662123f, -0.021466272f, -0.0214662924f,
            -0.0214662515f, -0.0214662217f, -0.0214662626f, -0.0214662459f,
            -0.0214662552f, -0.0214662626f, -0.0214662831f, -0.0214662571f);
    }
}
