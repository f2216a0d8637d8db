using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnGen.Numerics;

public static partial class VectorMath
{
    /// <summary>e^x.</summary>
    /// <param name="x">Any float.</param>
    public static float Exp(float x) => Exp(Vector128.CreateScalar(x)).ToScalar();

    /// <summary>e^x in every lane.</summary>
    /// <param name="x">Any floats.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Exp(Vector128<float> x)
    {
        Vector128<float> c = Vector128.MinNative(Vector128.Create(89f), Vector128.MaxNative(Vector128.Create(-104f), x));
        Vector128<float> shifted = Vector128.MultiplyAddEstimate(c, Vector128.Create(1.44269504f), Vector128.Create(12582912f));
        Vector128<float> n = shifted - Vector128.Create(12582912f);
        Vector128<float> r = Vector128.MultiplyAddEstimate(n, Vector128.Create(-0.693359375f), c);
        r = Vector128.MultiplyAddEstimate(n, Vector128.Create(2.12194440e-4f), r);
        Vector128<float> p = Vector128.MultiplyAddEstimate(r, Vector128.Create(1.9875691500e-4f), Vector128.Create(1.3981999507e-3f));
        p = Vector128.MultiplyAddEstimate(r, p, Vector128.Create(8.3334519073e-3f));
        p = Vector128.MultiplyAddEstimate(r, p, Vector128.Create(4.1665795894e-2f));
        p = Vector128.MultiplyAddEstimate(r, p, Vector128.Create(1.6666665459e-1f));
        p = Vector128.MultiplyAddEstimate(r, p, Vector128.Create(5.0000001201e-1f));
        p = Vector128.MultiplyAddEstimate(r * r, p, r) + Vector128<float>.One;
        Vector128<int> exponent = Vector128.ConvertToInt32(n);
        Vector128<int> half = exponent >> 1;
        Vector128<float> low = ((half + Vector128.Create(127)) << 23).AsSingle();
        Vector128<float> high = ((exponent - half + Vector128.Create(127)) << 23).AsSingle();
        return p * low * high;
    }

    /// <inheritdoc cref="Exp(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x)
    {
        Vector256<float> c = Vector256.MinNative(Vector256.Create(89f), Vector256.MaxNative(Vector256.Create(-104f), x));
        Vector256<float> shifted = Vector256.MultiplyAddEstimate(c, Vector256.Create(1.44269504f), Vector256.Create(12582912f));
        Vector256<float> n = shifted - Vector256.Create(12582912f);
        Vector256<float> r = Vector256.MultiplyAddEstimate(n, Vector256.Create(-0.693359375f), c);
        r = Vector256.MultiplyAddEstimate(n, Vector256.Create(2.12194440e-4f), r);
        Vector256<float> p = Vector256.MultiplyAddEstimate(r, Vector256.Create(1.9875691500e-4f), Vector256.Create(1.3981999507e-3f));
        p = Vector256.MultiplyAddEstimate(r, p, Vector256.Create(8.3334519073e-3f));
        p = Vector256.MultiplyAddEstimate(r, p, Vector256.Create(4.1665795894e-2f));
        p = Vector256.MultiplyAddEstimate(r, p, Vector256.Create(1.6666665459e-1f));
        p = Vector256.MultiplyAddEstimate(r, p, Vector256.Create(5.0000001201e-1f));
        p = Vector256.MultiplyAddEstimate(r * r, p, r) + Vector256<float>.One;
        Vector256<int> exponent = Vector256.ConvertToInt32(n);
        Vector256<int> half = exponent >> 1;
        Vector256<float> low = ((half + Vector256.Create(127)) << 23).AsSingle();
        Vector256<float> high = ((exponent - half + Vector256.Create(127)) << 23).AsSingle();
        return p * low * high;
    }

    /// <inheritdoc cref="Exp(Vector128{float})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x)
    {
        Vector512<float> c = Vector512.MinNative(Vector512.Create(89f), Vector512.MaxNative(Vector512.Create(-104f), x));
        Vector512<float> shifted = Vector512.MultiplyAddEstimate(c, Vector512.Create(1.44269504f), Vector512.Create(12582912f));
        Vector512<float> n = shifted - Vector512.Create(12582912f);
        Vector512<float> r = Vector512.MultiplyAddEstimate(n, Vector512.Create(-0.693359375f), c);
        r = Vector512.MultiplyAddEstimate(n, Vector512.Create(2.12194440e-4f), r);
        Vector512<float> p = Vector512.MultiplyAddEstimate(r, Vector512.Create(1.9875691500e-4f), Vector512.Create(1.3981999507e-3f));
        p = Vector512.MultiplyAddEstimate(r, p, Vector512.Create(8.3334519073e-3f));
        p = Vector512.MultiplyAddEstimate(r, p, Vector512.Create(4.1665795894e-2f));
        p = Vector512.MultiplyAddEstimate(r, p, Vector512.Create(1.6666665459e-1f));
        p = Vector512.MultiplyAddEstimate(r, p, Vector512.Create(5.0000001201e-1f));
        p = Vector512.MultiplyAddEstimate(r * r, p, r) + Vector512<float>.One;
        Vector512<int> exponent = Vector512.ConvertToInt32(n);
        Vector512<int> half = exponent >> 1;
        Vector512<float> low = ((half + Vector512.Create(127)) << 23).AsSingle();
        Vector512<float> high = ((exponent - half + Vector512.Create(127)) << 23).AsSingle();
        return p * low * high;
    }
}
