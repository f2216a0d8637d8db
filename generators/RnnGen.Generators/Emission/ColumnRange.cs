namespace RnnGen.Generators.Emission;

/// <summary>Columns of a weight gradient, and where the gradients that they sum up stand in a step's row.</summary>
/// <param name="First">The first column of the weights: whole vectors.</param>
/// <param name="Shift">How much further right they are in a row of gradients.</param>
/// <param name="Count">How many columns.</param>
internal sealed record ColumnRange(int First, int Shift, int Count);
