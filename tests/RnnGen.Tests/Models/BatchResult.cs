namespace RnnGen.Tests.Models;

/// <summary>What a training pass over a batch left.</summary>
/// <param name="Loss">The batch's loss.</param>
/// <param name="Gradients">In the layout of the parameters.</param>
/// <param name="StepLosses">For every sequence, in the order of the batch, the loss of every step that has a target.</param>
/// <param name="Predicted">The most probable outputs of the same steps; none of a regressor.</param>
internal sealed record BatchResult(double Loss, float[] Gradients, float[][] StepLosses, int[][] Predicted);
