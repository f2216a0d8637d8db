using System.Runtime.Intrinsics;

namespace RnnGen.Numerics;

/// <summary>The polynomials of <see cref="VectorMath.Tanh(Vector128{float})"/>: degree 7, one for each of eight intervals of |x|.</summary>
/// <remarks>
/// <para>
/// The intervals are the half octaves of u = 2 + 3.32 |x| from 2 to 32, so that two operations find the interval: bits 22 and up of
/// u count them. They meet at |x| = 0.301, 0.602, 1.205, 1.807, 3.012, 4.217 and 6.627, fine where tanh bends and coarse where it is flat.
/// </para>
/// <para>
/// Derivation: T0 and the centre are chosen together, near the middle, so that tanh(centre) is within 0.001 of a unit in the last place of
/// the float T0 (in the first interval both are 0, T1 is 1 and T2 is 0, which makes tiny results exact). The others minimise the largest
/// error in units in the last place of tanh (Lawson's reweighted least squares), lowest first: each is rounded to a float before the rest
/// are fitted again. What remains is below 0.24 units in every interval; the script is docs/numerics/tanh_table.py.
/// </para>
/// </remarks>
internal static class TanhTable
{
    /// <summary>Where tanh has become 1: 1 - tanh(9.02) is less than half a unit in the last place.</summary>
    public const float Saturation = 9.02f;

    /// <summary>u is <see cref="Offset"/> + <see cref="Scale"/> |x|.</summary>
    public const float Scale = 3.32f;

    /// <inheritdoc cref="Scale"/>
    public const float Offset = 2f;

    /// <summary>The bits of u below those that count half octaves.</summary>
    public const int FractionBits = 22;

    /// <summary>Where each interval's polynomial is centred.</summary>
    public static Vector256<float> Centre => Vector256.Create(
        0.0f, 0.461965352f, 0.8834548f, 1.50680125f,
        2.35802412f, 3.57002401f, 5.31212044f, 7.859622f);

    /// <summary>The coefficients of the centred argument to the power 0.</summary>
    public static Vector256<float> T0 => Vector256.Create(
        0.0f, 0.431684673f, 0.708145857f, 0.906369746f,
        0.982257843f, 0.998415828f, 0.999951363f, 0.999999702f);

    /// <summary>The coefficients of the centred argument to the power 1.</summary>
    public static Vector256<float> T1 => Vector256.Create(
        1.0f, 0.813648343f, 0.498529494f, 0.178493887f,
        0.0351694897f, 0.00316583971f, 9.7295313e-05f, 5.95853066e-07f);

    /// <summary>The coefficients of the centred argument to the power 2.</summary>
    public static Vector256<float> T2 => Vector256.Create(
        0.0f, -0.351239502f, -0.353032678f, -0.161781341f,
        -0.0345448032f, -0.00316088018f, -9.74181748e-05f, -5.97184965e-07f);

    /// <summary>The coefficients of the centred argument to the power 3.</summary>
    public static Vector256<float> T3 => Vector256.Create(
        -0.333330572f, -0.119591601f, 0.0838153586f, 0.0871357247f,
        0.0222106911f, 0.00210037502f, 6.46564586e-05f, 3.9901775e-07f);

    /// <summary>The coefficients of the centred argument to the power 4.</summary>
    public static Vector256<float> T4 => Vector256.Create(
        -9.29018643e-05f, 0.168700606f, 0.0583975986f, -0.0250585116f,
        -0.0103130825f, -0.00104255637f, -3.17585764e-05f, -1.9391068e-07f);

    /// <summary>The coefficients of the centred argument to the power 5.</summary>
    public static Vector256<float> T5 => Vector256.Create(
        0.134430289f, -0.0148416813f, -0.0579971336f, -0.00237342133f,
        0.00348998932f, 0.000413201284f, 1.32311707e-05f, 7.60978551e-08f);

    /// <summary>The coefficients of the centred argument to the power 6.</summary>
    public static Vector256<float> T6 => Vector256.Create(
        -0.00568667287f, -0.0571571663f, 0.0123212403f, 0.00707439566f,
        -0.000704156701f, -0.000139077776f, -5.14256089e-06f, -3.21101119e-08f);

    /// <summary>The coefficients of the centred argument to the power 7.</summary>
    public static Vector256<float> T7 => Vector256.Create(
        -0.0422033742f, 0.0235946141f, 0.00927387271f, -0.00388872833f,
        -9.03976513e-07f, 3.46120141e-05f, 1.20055165e-06f, 9.86702187e-09f);
}
