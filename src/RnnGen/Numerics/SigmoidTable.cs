using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnGen.Numerics;

/// <summary>
/// The constants of sigmoid(x) = scale / ((scale + 31/32) + q(r)), x being cut into sixteenths of an octave as for <see cref="ExpTable"/>: scale = 2^(n/16) e^-0.0234 and
/// q(r) = e^(-r - 0.0234) - 31/32.
/// </summary>
/// <remarks>
/// <para>
/// The inner sum does not wait for r, and is exact for scales from 2^-6 to 2^19: the scale has 19 bits, 31/32 five. Below, it is less than 1, where floats
/// lie twice as close as above, and so in most cases is the outer one, for which 0.0234 is a little more than the largest |r|. The division takes e^-x along for nothing.
/// q is fitted as p is there, by the same script.
/// </para>
/// <para>A table of sixteen numbers is more IL than the JIT inlines unasked, and only where it is inlined is it a constant.</para>
/// </remarks>
internal static class SigmoidTable
{
    /// <summary>ln(2)/16 as a float, so that r = x - n Step is rounded but once, by a fused multiply-add.</summary>
    public const float Step = 0.0433216989f;

    /// <summary>
    /// (ln(2)/16 - <see cref="Step"/>) e^-0.0234: what each step lacks, times the slope that q has at r = 0. The float is so near that 2,013 steps lack 2.4e-7, of which the
    /// slope at another r would take 2 % more or less.
    /// </summary>
    public const float LackOfStep = -1.16287674e-10f;

    /// <summary>31/32: what of e^(-r - 0.0234) is added to the scale before r is known.</summary>
    public const float Base = 0.96875f;

    /// <summary>The coefficient of r in q.</summary>
    public const float Q1 = -0.976871669f;

    /// <summary>The coefficient of r^2 in q.</summary>
    public const float Q2 = 0.488454938f;

    /// <summary>The coefficient of r^3 in q.</summary>
    public const float Q3 = -0.162816718f;

    /// <summary>2^(j/16) e^-0.0234 by j, the four low bits of n, to 19 bits, less j &lt;&lt; 19 as in <see cref="ExpTable.Scale"/>.</summary>
    public static Vector512<float> Scale
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(
            0.97687149f, 0.978811264f, 0.970142365f, 0.962474823f,
            0.955850601f, 0.950317383f, 0.945922852f, 0.942716599f,
            0.940752029f, 0.940084457f, 0.940771103f, 0.942871094f,
            0.946447372f, 0.951566696f, 0.958295822f, 0.966705322f);
    }

    /// <summary>The constant term of q, by j, with what the 19 bits lack.</summary>
    public static Vector512<float> Q0
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(
            0.00812148955f, 0.00812267885f, 0.00812040269f, 0.00812104624f,
            0.00812037569f, 0.00812090468f, 0.00812157802f, 0.00812116638f,
            0.00812088698f, 0.00812118873f, 0.00812176056f, 0.00812154915f,
            0.00812105928f, 0.00812190305f, 0.00812227f, 0.00812146626f);
    }
}
