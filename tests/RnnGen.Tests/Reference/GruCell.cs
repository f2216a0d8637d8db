using System;
using System.Collections.Generic;
using System.Linq;

namespace RnnGen.Tests.Reference;

/// <summary>
/// The gated recurrent unit as torch.nn.GRU has it, the reset applied after the recurrent product (<see cref="ResetBeforeGruCell"/> applies it before):
/// <code>
/// n_t = tanh(U_n x_t + b_n + r_t * (W_n s_{t-1} + d_n))
/// </code>
/// d is the last third of PyTorch's second bias, whose other two thirds are held at zero: b says all that they could say.
/// </summary>
/// <param name="suffix">What ends the names of the tensors: <c>l0</c> for the first layer.</param>
/// <param name="inputSize">The length of x.</param>
/// <param name="hiddenSize">The length of s.</param>
internal sealed class GruCell(string suffix, int inputSize, int hiddenSize) : GatedRecurrentUnit(suffix, inputSize, hiddenSize)
{
    private readonly string _d = $"rnn.bias_hh_{suffix}";

    public override IEnumerable<TensorShape> Tensors => base.Tensors.Append(new(_d, CandidateRow + StateSize, 1, RowsHeldAtZero: CandidateRow));

    protected override double[] Candidate(TensorSet weights, Step step, double[] fromInput, double[] fromState)
    {
        double[,] b = weights[B], d = weights[_d];
        double[] candidate = new double[StateSize];
        step.Recurrent = new double[StateSize];
        for (int i = 0; i < StateSize; i++)
        {
            int n = CandidateRow + i;
            step.Recurrent[i] = fromState[n] + d[n, 0];
            candidate[i] = Math.Tanh(fromInput[n] + b[n, 0] + (step.Reset[i] * step.Recurrent[i]));
        }

        return candidate;
    }

    protected override double[] BackwardThroughState(TensorSet weights, Step step, double[] delta, TensorSet gradients)
    {
        // What W s_{t-1} is added to has another gradient than what U x_t is added to in the candidate alone.
        double[] stateDelta = new double[delta.Length];
        for (int i = 0; i < StateSize; i++)
        {
            double r = step.Reset[i], candidateDelta = delta[CandidateRow + i];
            delta[ResetRow + i] = candidateDelta * step.Recurrent[i] * r * (1 - r);
            stateDelta[ResetRow + i] = delta[ResetRow + i];
            stateDelta[UpdateRow + i] = delta[UpdateRow + i];
            stateDelta[CandidateRow + i] = candidateDelta * r;
        }

        LinearAlgebra.AddOuterProduct(gradients[W], stateDelta, step.StateRead);
        LinearAlgebra.Add(gradients[_d], stateDelta[CandidateRow..], CandidateRow);
        return LinearAlgebra.TransposedProduct(weights[W], stateDelta);
    }
}
