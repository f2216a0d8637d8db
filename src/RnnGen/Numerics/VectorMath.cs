namespace RnnGen.Numerics;

/// <summary>The nonlinearities of a recurrent cell on 4, 8 and 16 floats at once: no branches, and the same bits at every width.</summary>
/// <remarks>
/// <para>
/// The three widths of a function are the same operations in the same order, all of them exactly defined by IEEE 754: addition,
/// multiplication, division, fused multiply-add, minimum, maximum, comparison, selection, look-up in tables and integer arithmetic, and no estimate of a reciprocal.
/// So x64 with AVX-512 or AVX2 and FMA, and ARM64, give the same bits (of a NaN, only that it is one).
/// </para>
/// <para>
/// Multiply-add is always <c>MultiplyAddEstimate</c>: one rounding where the hardware has a fused instruction, a multiplication and an
/// addition where it has not. <c>FusedMultiplyAdd</c> would keep the bits there too, by a software call per lane that is hundreds of
/// times slower; the errors stated here are those of fused hardware.
/// </para>
/// </remarks>
public static partial class VectorMath;
