using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnGen.Numerics;

public static partial class VectorMath
{
    /// <summary>tanh x.</summary>
    /// <param name="x">Any float.</param>
    public static float Tanh(float x) => Tanh(Vector128.CreateScalar(x)).ToScalar();

    /// <summary>tanh x in every lane.</summary>
    /// <param name="x">Any floats.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Tanh(Vector128<float> x)
    {
        Vector128<float> c = Vector128.MinNative(Vector128.Create(7.90531110763549805f), Vector128.MaxNative(Vector128.Create(-7.90531110763549805f), x));
        Vector128<float> z = c * c;
        Vector128<float> p = Vector128.MultiplyAddEstimate(z, Vector128.Create(-2.76076847742355e-16f), Vector128.Create(2.00018790482477e-13f));
        p = Vector128.MultiplyAddEstimate(z, p, Vector128.Create(-8.60467152213735e-11f));
        p = Vector128.MultiplyAddEstimate(z, p, Vector128.Create(5.12229709037114e-08f));
        p = Vector128.MultiplyAddEstimate(z, p, Vector128.Create(1.48572235717979e-05f));
        p = Vector128.MultiplyAddEstimate(z, p, Vector128.Create(6.37261928875436e-04f));
        p = Vector128.MultiplyAddEstimate(z, p, Vector128.Create(4.89352455891786e-03f));
        Vector128<float> q = Vector128.MultiplyAddEstimate(z, Vector128.Create(1.19825839466702e-06f), Vector128.Create(1.18534705686654e-04f));
        q = Vector128.MultiplyAddEstimate(z, q, Vector128.Create(2.26843463243900e-03f));
        q = Vector128.MultiplyAddEstimate(z, q, Vector128.Create(4.89352518554385e-03f));
        return c * p / q;
    }

    /// <inheritdoc cref="Tanh(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x)
    {
        Vector256<float> c = Vector256.MinNative(Vector256.Create(7.90531110763549805f), Vector256.MaxNative(Vector256.Create(-7.90531110763549805f), x));
        Vector256<float> z = c * c;
        Vector256<float> p = Vector256.MultiplyAddEstimate(z, Vector256.Create(-2.76076847742355e-16f), Vector256.Create(2.00018790482477e-13f));
        p = Vector256.MultiplyAddEstimate(z, p, Vector256.Create(-8.60467152213735e-11f));
        p = Vector256.MultiplyAddEstimate(z, p, Vector256.Create(5.12229709037114e-08f));
        p = Vector256.MultiplyAddEstimate(z, p, Vector256.Create(1.48572235717979e-05f));
        p = Vector256.MultiplyAddEstimate(z, p, Vector256.Create(6.37261928875436e-04f));
        p = Vector256.MultiplyAddEstimate(z, p, Vector256.Create(4.89352455891786e-03f));
        Vector256<float> q = Vector256.MultiplyAddEstimate(z, Vector256.Create(1.19825839466702e-06f), Vector256.Create(1.18534705686654e-04f));
        q = Vector256.MultiplyAddEstimate(z, q, Vector256.Create(2.26843463243900e-03f));
        q = Vector256.MultiplyAddEstimate(z, q, Vector256.Create(4.89352518554385e-03f));
        return c * p / q;
    }

    /// <inheritdoc cref="Tanh(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x)
    {
        Vector512<float> c = Vector512.MinNative(Vector512.Create(7.90531110763549805f), Vector512.MaxNative(Vector512.Create(-7.90531110763549805f), x));
        Vector512<float> z = c * c;
        Vector512<float> p = Vector512.MultiplyAddEstimate(z, Vector512.Create(-2.76076847742355e-16f), Vector512.Create(2.00018790482477e-13f));
        p = Vector512.MultiplyAddEstimate(z, p, Vector512.Create(-8.60467152213735e-11f));
        p = Vector512.MultiplyAddEstimate(z, p, Vector512.Create(5.12229709037114e-08f));
        p = Vector512.MultiplyAddEstimate(z, p, Vector512.Create(1.48572235717979e-05f));
        p = Vector512.MultiplyAddEstimate(z, p, Vector512.Create(6.37261928875436e-04f));
        p = Vector512.MultiplyAddEstimate(z, p, Vector512.Create(4.89352455891786e-03f));
        Vector512<float> q = Vector512.MultiplyAddEstimate(z, Vector512.Create(1.19825839466702e-06f), Vector512.Create(1.18534705686654e-04f));
        q = Vector512.MultiplyAddEstimate(z, q, Vector512.Create(2.26843463243900e-03f));
        q = Vector512.MultiplyAddEstimate(z, q, Vector512.Create(4.89352518554385e-03f));
        return c * p / q;
    }
}
