using System;

namespace RnnGen.Tests.Reference;

/// <summary>
/// The gated recurrent unit with the reset applied before the recurrent product, as Cho et al. (2014) have it, and ONNX where linear_before_reset
/// is 0:
/// <code>
/// n_t = tanh(U_n x_t + W_n (r_t * s_{t-1}) + b_n)
/// </code>
/// </summary>
/// <param name="suffix">What ends the names of the tensors: <c>l0</c> for the first layer.</param>
/// <param name="inputSize">The length of x.</param>
/// <param name="hiddenSize">The length of s.</param>
internal sealed class ResetBeforeGruCell(string suffix, int inputSize, int hiddenSize) : GatedRecurrentUnit(suffix, inputSize, hiddenSize)
{
    protected override double[] Candidate(TensorSet weights, Step step, double[] fromInput, double[] fromState)
    {
        double[,] b = weights[B];
        step.Recurrent = LinearAlgebra.HadamardProduct(step.Reset, step.StateRead);
        double[] fromResetState = LinearAlgebra.Product(weights[W], step.Recurrent);
        double[] candidate = new double[StateSize];
        for (int i = 0; i < StateSize; i++)
        {
            int n = CandidateRow + i;
            candidate[i] = Math.Tanh(fromInput[n] + fromResetState[n] + b[n, 0]);
        }

        return candidate;
    }

    protected override double[] BackwardThroughState(TensorSet weights, Step step, double[] delta, TensorSet gradients)
    {
        // W multiplies two vectors: s_{t-1} in the rows of the gates, r_t * s_{t-1} in those of the candidate.
        double[] candidateDelta = [.. new double[CandidateRow], .. delta[CandidateRow..]];
        double[] resetStateGradient = LinearAlgebra.TransposedProduct(weights[W], candidateDelta);
        for (int i = 0; i < StateSize; i++)
        {
            double r = step.Reset[i];
            delta[ResetRow + i] = resetStateGradient[i] * step.StateRead[i] * r * (1 - r);
        }

        double[] gatesDelta = [.. delta[..CandidateRow], .. new double[StateSize]];
        LinearAlgebra.AddOuterProduct(gradients[W], gatesDelta, step.StateRead);
        LinearAlgebra.AddOuterProduct(gradients[W], candidateDelta, step.Recurrent);
        return LinearAlgebra.Sum(
            LinearAlgebra.TransposedProduct(weights[W], gatesDelta),
            LinearAlgebra.HadamardProduct(step.Reset, resetStateGradient));
    }
}
