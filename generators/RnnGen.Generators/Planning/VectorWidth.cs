using System.Collections.Generic;

namespace RnnGen.Generators.Planning;

/// <summary>A vector width that kernels are written for.</summary>
/// <param name="Bits">128, 256 or 512.</param>
/// <param name="Accumulators">
/// How many vectors a register tile accumulates at a time. Two multiply-adds a cycle with a latency of four want eight; 512-bit
/// machines have 32 registers, so that sixteen leave room for the operands, while AVX2 has 16 registers in all.
/// </param>
internal sealed record VectorWidth(int Bits, int Accumulators)
{
    public static VectorWidth V512 { get; } = new(512, 16);

    public static VectorWidth V256 { get; } = new(256, 8);

    public static VectorWidth V128 { get; } = new(128, 8);

    /// <summary>The widest first, as the generated code tries them.</summary>
    public static IReadOnlyList<VectorWidth> All { get; } = [V512, V256, V128];

    /// <summary>Floats in a vector.</summary>
    public int Lanes => Bits / 32;
}
