using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RnnGen.Benchmarks.Machine;

/// <summary>Multiply-adds that never leave the registers: the most that any kernel could do.</summary>
/// <remarks>
/// Twelve independent chains: more than the latency of a multiply-add times the units that do it on the processors of today (4 cycles, 2 units), and few enough
/// for the 16 registers of AVX2.
/// </remarks>
internal static class FmaBurst
{
    private const int Chains = 12;
    private const float Factor = 0.5f;
    private const float Addend = 1f;

    /// <summary>Floating-point operations of an iteration in 512-bit vectors.</summary>
    public const int Flops512 = Chains * 16 * 2;

    /// <summary>Floating-point operations of an iteration in 256-bit vectors.</summary>
    public const int Flops256 = Chains * 8 * 2;

    /// <summary>Operations in the widest vectors of the machine.</summary>
    /// <param name="flops">How many; rounded to whole iterations, at least one.</param>
    /// <returns>A number that depends on all of them.</returns>
    public static float Run(double flops) =>
        Vector512.IsHardwareAccelerated ? Run512((int)(flops / Flops512) + 1) : Run256((int)(flops / Flops256) + 1);

    /// <summary>Iterations in 512-bit vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static float Run512(int iterations)
    {
        Vector512<float> factor = Vector512.Create(Factor);
        Vector512<float> addend = Vector512.Create(Addend);
        Vector512<float> a0 = addend, a1 = addend, a2 = addend, a3 = addend, a4 = addend, a5 = addend;
        Vector512<float> a6 = addend, a7 = addend, a8 = addend, a9 = addend, a10 = addend, a11 = addend;
        for (int i = 0; i < iterations; i++)
        {
            a0 = Vector512.MultiplyAddEstimate(a0, factor, addend);
            a1 = Vector512.MultiplyAddEstimate(a1, factor, addend);
            a2 = Vector512.MultiplyAddEstimate(a2, factor, addend);
            a3 = Vector512.MultiplyAddEstimate(a3, factor, addend);
            a4 = Vector512.MultiplyAddEstimate(a4, factor, addend);
            a5 = Vector512.MultiplyAddEstimate(a5, factor, addend);
            a6 = Vector512.MultiplyAddEstimate(a6, factor, addend);
            a7 = Vector512.MultiplyAddEstimate(a7, factor, addend);
            a8 = Vector512.MultiplyAddEstimate(a8, factor, addend);
            a9 = Vector512.MultiplyAddEstimate(a9, factor, addend);
            a10 = Vector512.MultiplyAddEstimate(a10, factor, addend);
            a11 = Vector512.MultiplyAddEstimate(a11, factor, addend);
        }

        return Vector512.Sum(((a0 + a1) + (a2 + a3)) + ((a4 + a5) + (a6 + a7)) + ((a8 + a9) + (a10 + a11)));
    }

    /// <summary>Iterations in 256-bit vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static float Run256(int iterations)
    {
        Vector256<float> factor = Vector256.Create(Factor);
        Vector256<float> addend = Vector256.Create(Addend);
        Vector256<float> a0 = addend, a1 = addend, a2 = addend, a3 = addend, a4 = addend, a5 = addend;
        Vector256<float> a6 = addend, a7 = addend, a8 = addend, a9 = addend, a10 = addend, a11 = addend;
        for (int i = 0; i < iterations; i++)
        {
            a0 = Vector256.MultiplyAddEstimate(a0, factor, addend);
            a1 = Vector256.MultiplyAddEstimate(a1, factor, addend);
            a2 = Vector256.MultiplyAddEstimate(a2, factor, addend);
            a3 = Vector256.MultiplyAddEstimate(a3, factor, addend);
            a4 = Vector256.MultiplyAddEstimate(a4, factor, addend);
            a5 = Vector256.MultiplyAddEstimate(a5, factor, addend);
            a6 = Vector256.MultiplyAddEstimate(a6, factor, addend);
            a7 = Vector256.MultiplyAddEstimate(a7, factor, addend);
            a8 = Vector256.MultiplyAddEstimate(a8, factor, addend);
            a9 = Vector256.MultiplyAddEstimate(a9, factor, addend);
            a10 = Vector256.MultiplyAddEstimate(a10, factor, addend);
            a11 = Vector256.MultiplyAddEstimate(a11, factor, addend);
        }

        return Vector256.Sum(((a0 + a1) + (a2 + a3)) + ((a4 + a5) + (a6 + a7)) + ((a8 + a9) + (a10 + a11)));
    }
}
