using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnGen.Numerics;

/// <summary>The constants of e^x in sixteenths of an octave: x = n ln(2)/16 + r, |r| at most ln(2)/32, and e^x = 2^(n/16) (1 + p(r)).</summary>
/// <remarks>
/// <para>
/// 2^(n/16) is a power of two times one of sixteen numbers, so that a cubic p is enough for the rest: least largest error (0.02 units of
/// 2^-24), highest coefficient rounded to a float first and the others fitted again. What <see cref="Scale"/> loses by being rounded to
/// floats is part of <see cref="P0"/>. The script is docs/numerics/exp_table.py.
/// </para>
/// <para>A table of sixteen numbers is more IL than the JIT inlines unasked, and only where it is inlined is it a constant.</para>
/// </remarks>
internal static class ExpTable
{
    /// <summary>16 / ln 2.</summary>
    public const float StepsPerUnit = 23.0831203f;

    /// <summary>
    /// The upper part of ln(2)/16, twelve bits, so that n times it is exact with and without fused multiply-add for |n| up to 4096.
    /// </summary>
    public const float StepHigh = 0.0433197021f;

    /// <summary>ln(2)/16 - <see cref="StepHigh"/>.</summary>
    public const float StepLow = 1.99663646e-06f;

    /// <summary>The coefficient of r^2 in p; that of r is 1.</summary>
    public const float P2 = 0.50001955f;

    /// <summary>The coefficient of r^3 in p.</summary>
    public const float P3 = 0.166671559f;

    /// <summary>
    /// 2^(j/16) by j, the four low bits of n. From its bits j &lt;&lt; 19 has been taken off: adding n &lt;&lt; 19 puts it back and the rest of
    /// n into the exponent.
    /// </summary>
    public static Vector512<float> Scale
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(
            1f, 0.990886867f, 0.982753873f, 0.97564429f,
            0.969603539f, 0.964678884f, 0.960919797f, 0.958377779f,
            0.957106769f, 0.957163095f, 0.958605409f, 0.961495161f,
            0.965896428f, 0.971876085f, 0.979504049f, 0.988853276f);
    }

    /// <summary>The constant term of p, by j.</summary>
    public static Vector512<float> P0
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(
            -1.1470066e-09f, 4.51384636e-08f, -1.31391635e-08f, 4.61508165e-08f,
            3.07871737e-08f, 3.5063568e-08f, -3.21377271e-08f, -8.62222027e-09f,
            1.59672648e-08f, -3.16238413e-08f, 4.08632772e-09f, 4.96058483e-09f,
            -1.58666129e-08f, -6.40580167e-09f, -7.27526661e-09f, 3.99360278e-09f);
    }
}
