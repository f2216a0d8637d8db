namespace RnnGen.Inference;

/// <summary>Where an output is after a forward pass, and where it goes.</summary>
/// <param name="Slot">The slot of the workspace.</param>
/// <param name="Row">The place among the outputs of all sequences, in the order of the input.</param>
internal readonly record struct OutputPlace(int Slot, int Row);
