using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RnnGen.Training;

/// <summary>The sum of squares of gradients, in double precision and in one order for every vector width and number of threads.</summary>
/// <remarks>
/// Element i of a chunk is added to lane i mod 16, and the lanes are added up as a tree. The square of a float is exact in double
/// precision, so hardware with fused multiply-add and hardware without give the same bits.
/// </remarks>
internal static class GradientNorm
{
    private const int Lanes = 16;

    /// <summary>The sum of squares of one chunk.</summary>
    /// <param name="gradients">The gradients of the chunk.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double SumOfSquares(ReadOnlySpan<float> gradients)
    {
        Vector128<double> s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default, s6 = default, s7 = default;
        ref float source = ref MemoryMarshal.GetReference(gradients);
        int i = 0;
        for (; i <= gradients.Length - Lanes; i += Lanes)
        {
            AddSquares(ref source, (nuint)i, ref s0, ref s1);
            AddSquares(ref source, (nuint)i + 4, ref s2, ref s3);
            AddSquares(ref source, (nuint)i + 8, ref s4, ref s5);
            AddSquares(ref source, (nuint)i + 12, ref s6, ref s7);
        }

        if (i < gradients.Length)
        {
            Span<float> rest = stackalloc float[Lanes];
            rest.Clear();
            gradients[i..].CopyTo(rest);
            ref float last = ref MemoryMarshal.GetReference(rest);
            AddSquares(ref last, 0, ref s0, ref s1);
            AddSquares(ref last, 4, ref s2, ref s3);
            AddSquares(ref last, 8, ref s4, ref s5);
            AddSquares(ref last, 12, ref s6, ref s7);
        }

        Vector128<double> sum = s0 + s4 + (s2 + s6) + (s1 + s5 + (s3 + s7));
        return sum.GetElement(0) + sum.GetElement(1);
    }

    /// <summary>The factor that brings gradients of some norm down to a largest one: torch.nn.utils.clip_grad_norm_.</summary>
    /// <param name="norm">The norm of all gradients.</param>
    /// <param name="largest">The largest norm that is left as it is.</param>
    public static float ClipScale(double norm, double largest) => (float)Math.Min(1, largest / (norm + 1e-6));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddSquares(ref float source, nuint index, ref Vector128<double> low, ref Vector128<double> high)
    {
        (Vector128<double> a, Vector128<double> b) = Vector128.Widen(Vector128.LoadUnsafe(ref source, index));
        low += a * a;
        high += b * b;
    }
}
