using System;
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

    /// <summary>
    /// The width for a matrix of a few columns: half of a 512-bit vector where the other half would be padding. Machines that have the
    /// wide ones start at least as many of the narrow ones, and have as many registers for them.
    /// </summary>
    public VectorWidth Fitting(int columns) => Bits == 512 && columns <= V256.Lanes ? new VectorWidth(V256.Bits, Accumulators) : this;

    /// <summary>Columns rounded up to whole vectors.</summary>
    public int ToVectors(int columns) => (columns + Lanes - 1) / Lanes * Lanes;

    /// <summary>How many vectors a tile can accumulate before its operands have no registers left.</summary>
    public int MostAccumulators => Bits == 512 ? 24 : Accumulators;

    /// <summary>
    /// How many sums of a single row have registers: its weights come straight from memory, and it needs one more for what is spread, and some for another
    /// product's sums. AVX-512 and ARM64 have 32, AVX2 16. Where x86 has nothing wider than 128 bits it has 16, too, and the rest is spilled.
    /// </summary>
    public int MostSumsOfRow => Bits == 256 ? Math.Max(12, Accumulators) : 24;

    /// <summary>Floats in a vector.</summary>
    public int Lanes => Bits / 32;
}
