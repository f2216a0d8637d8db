namespace RnnGen;

/// <summary>Where one sequence of a data set lies in the data set's flat arrays.</summary>
/// <param name="InputStart">The place of its first step.</param>
/// <param name="InputLength">How many steps it has.</param>
/// <param name="TargetStart">The place of its first target.</param>
/// <param name="TargetLength">How many targets it has.</param>
/// <param name="TokensCut">How many tokens did not fit into the declared length.</param>
internal readonly record struct SequenceExtent(int InputStart, int InputLength, int TargetStart, int TargetLength, int TokensCut);
