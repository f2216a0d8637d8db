using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnGen.Numerics;

/// <summary>The polynomials of <see cref="VectorMath.Tanh(Vector128{float})"/>: degree 5, one for each of sixteen intervals of |x|.</summary>
/// <remarks>
/// <para>
/// The intervals are the quarters of the octaves of u = 2 + 3.29 |x| from 2 to 32, so that two operations find the interval: bits 21 and
/// up of u count them. They are 0.15 wide up to |x| = 0.6, where tanh bends, then 0.3, 0.6 and from 4.2 on 1.2, where it is flat.
/// </para>
/// <para>
/// Derivation: T0 and the centre are chosen together, near the middle, so that tanh(centre) is within 0.001 of a unit in the last place of
/// the float T0, or 0.09 in the last interval, where few floats are left below 1 (in the first interval both are 0, T1 is 1 and T2 is 0, which
/// makes tiny results exact). The others minimise the largest
/// error in units in the last place of tanh (Lawson's reweighted least squares), lowest first: each is rounded to a float before the rest
/// are fitted again. What remains is below 0.38 units in every interval; the script is docs/numerics/tanh_table.py.
/// </para>
/// <para>A table of sixteen numbers is more IL than the JIT inlines unasked, and only where it is inlined is it a constant.</para>
/// </remarks>
internal static class TanhTable
{
    /// <summary>Where the polynomial, too, has become 1: 1 - tanh(9.1) is 0.42 units in the last place below 1.</summary>
    public const float Saturation = 9.1f;

    /// <summary>u is <see cref="Offset"/> + <see cref="Scale"/> |x|.</summary>
    public const float Scale = 3.29f;

    /// <inheritdoc cref="Scale"/>
    public const float Offset = 2f;

    /// <summary>The bits of u below those that count quarters of octaves.</summary>
    public const int FractionBits = 21;

    /// <summary>Where each interval's polynomial is centred.</summary>
    public static Vector512<float> Centre
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(
            0f, 0.213731006f, 0.372199833f, 0.523455918f,
            0.754734039f, 1.07171738f, 1.36772037f, 1.67285872f,
            2.09755015f, 2.76037383f, 3.36070514f, 3.93734956f,
            4.91349554f, 6.00527668f, 7.24773264f, 8.62109375f);
    }

    /// <summary>The coefficients of the centred argument to the power 0.</summary>
    public static Vector512<float> T0
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(
            0f, 0.210534915f, 0.355914384f, 0.480362892f,
            0.637964725f, 0.790107369f, 0.878171623f, 0.931928635f,
            0.970308959f, 0.99202621f, 0.997593224f, 0.999239802f,
            0.999892056f, 0.999987841f, 0.999998987f, 0.99999994f);
    }

    /// <summary>The coefficients of the centred argument to the power 1.</summary>
    public static Vector512<float> T1
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(
            1f, 0.955675006f, 0.873324931f, 0.769251466f,
            0.593001008f, 0.375730276f, 0.228814587f, 0.131509021f,
            0.0585003756f, 0.0158841107f, 0.00480779121f, 0.00151981274f,
            0.000215962471f, 2.43120721e-05f, 2.02625552e-06f, 1.30094534e-07f);
    }

    /// <summary>The coefficients of the centred argument to the power 2.</summary>
    public static Vector512<float> T2
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(
            0f, -0.201202869f, -0.310828179f, -0.36951974f,
            -0.378313661f, -0.296871513f, -0.200941026f, -0.122557722f,
            -0.0567621179f, -0.0157555565f, -0.00479548797f, -0.00151842588f,
            -0.000215325024f, -2.42667211e-05f, -2.02159208e-06f, -2.83395678e-07f);
    }

    /// <summary>The coefficients of the centred argument to the power 3.</summary>
    public static Vector512<float> T3
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(
            -0.333351314f, -0.276160121f, -0.180461109f, -0.0788984075f,
            0.0436782837f, 0.109333068f, 0.100190185f, 0.070379205f,
            0.035588745f, 0.0103291664f, 0.00317978067f, 0.00101120537f,
            0.000142345438f, 1.63207569e-05f, 1.35586629e-06f, 1.05585025e-08f);
    }

    /// <summary>The coefficients of the centred argument to the power 4.</summary>
    public static Vector512<float> T4
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(
            0.000515343854f, 0.124974497f, 0.167363629f, 0.160835624f,
            0.0982236862f, 0.0131850699f, -0.0206432752f, -0.0246338099f,
            -0.015655769f, -0.00506694755f, -0.00160050543f, -0.000512267288f,
            -7.66359226e-05f, -8.59663032e-06f, -7.20271203e-07f, 5.23880033e-07f);
    }

    /// <summary>The coefficients of the centred argument to the power 5.</summary>
    public static Vector512<float> T5
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector512.Create(
            0.12950258f, 0.0796865746f, 0.016455356f, -0.0363382287f,
            -0.0633410215f, -0.0389651395f, -0.0100913281f, 0.00239978568f,
            0.00442399131f, 0.00196987344f, 0.000648409885f, 0.000198075344f,
            3.39909275e-05f, 2.99358476e-06f, 2.63107864e-07f, 5.49716901e-07f);
    }
}
