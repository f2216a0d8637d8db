namespace RnnGen.Numerics;

/// <summary>The 256 bits of a <see cref="SeededRandom"/>: kept in a checkpoint, they resume the same stream of numbers.</summary>
/// <param name="S0">The first word.</param>
/// <param name="S1">The second word.</param>
/// <param name="S2">The third word.</param>
/// <param name="S3">The fourth word.</param>
public readonly record struct SeededRandomState(ulong S0, ulong S1, ulong S2, ulong S3);
