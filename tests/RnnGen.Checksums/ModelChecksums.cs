namespace RnnGen.Checksums;

/// <summary>The checksums of what one model computes.</summary>
/// <param name="Outputs">Of the probabilities of some sequences, whichever way they are asked for.</param>
/// <param name="Training">Of the losses along 50 steps of training and the weights after them.</param>
internal sealed record ModelChecksums(string Outputs, string Training);
