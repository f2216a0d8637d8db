using System;
using System.Collections.Generic;
using System.Linq;

namespace RnnGen.Tests.Reference;

/// <summary>
/// The gated recurrent unit as torch.nn.GRU has it, the reset applied after the recurrent product (<see cref="ResetBeforeGruCell"/> applies it before):
/// <code>
/// r_t = sigmoid(U_r x_t + W_r s_{t-1} + b_r)
/// z_t = sigmoid(U_z x_t + W_z s_{t-1} + b_z)
/// n_t = tanh(U_n x_t + b_n + r_t * (W_n s_{t-1} + d_n))
/// s_t = (1 - z_t) * n_t + z_t * s_{t-1}
/// </code>
/// Rows of U, W and b are those of r, then z, then n. d is the last third of PyTorch's second bias, whose other two thirds are held at zero: b
/// says all that they could say.
/// </summary>
/// <param name="suffix">What ends the names of the tensors: <c>l0</c> for the first layer.</param>
/// <param name="inputSize">The length of x.</param>
/// <param name="hiddenSize">The length of s.</param>
internal sealed class GruCell(string suffix, int inputSize, int hiddenSize) : IReferenceCell
{
    private const int Gates = 3;
    private readonly string _u = $"rnn.weight_ih_{suffix}";
    private readonly string _w = $"rnn.weight_hh_{suffix}";
    private readonly string _b = $"rnn.bias_ih_{suffix}";
    private readonly string _d = $"rnn.bias_hh_{suffix}";

    private int ResetRow => 0;

    private int UpdateRow => hiddenSize;

    private int CandidateRow => 2 * hiddenSize;

    public IEnumerable<TensorShape> Tensors =>
    [
        new(_u, Gates * hiddenSize, inputSize),
        new(_w, Gates * hiddenSize, hiddenSize),
        new(_b, Gates * hiddenSize, 1),
        new(_d, Gates * hiddenSize, 1, RowsHeldAtZero: CandidateRow),
    ];

    public int StateSize => hiddenSize;

    public IReferenceTape Run(TensorSet weights, double[][] inputs, double[] initialState, double[] stateMask)
    {
        var steps = new Step[inputs.Length];
        double[] previous = initialState;
        for (int t = 0; t < inputs.Length; t++)
        {
            steps[t] = Forward(weights, inputs[t], previous, stateMask);
            previous = steps[t].State;
        }

        return new Tape(this, weights, steps, stateMask);
    }

    private Step Forward(TensorSet weights, double[] input, double[] previous, double[] stateMask)
    {
        double[,] b = weights[_b], d = weights[_d];
        double[] fromInput = LinearAlgebra.Product(weights[_u], input);
        var step = new Step(input, previous, LinearAlgebra.HadamardProduct(stateMask, previous));
        double[] fromState = LinearAlgebra.Product(weights[_w], step.StateRead);
        for (int i = 0; i < hiddenSize; i++)
        {
            int r = ResetRow + i, z = UpdateRow + i, n = CandidateRow + i;
            step.Reset[i] = Logistic.Sigmoid(fromInput[r] + fromState[r] + b[r, 0]);
            step.Update[i] = Logistic.Sigmoid(fromInput[z] + fromState[z] + b[z, 0]);
            step.Recurrent[i] = fromState[n] + d[n, 0];
            step.Candidate[i] = Math.Tanh(fromInput[n] + b[n, 0] + (step.Reset[i] * step.Recurrent[i]));
            step.State[i] = ((1 - step.Update[i]) * step.Candidate[i]) + (step.Update[i] * previous[i]);
        }

        return step;
    }

    /// <summary>What one step computed.</summary>
    private sealed class Step(double[] input, double[] previous, double[] stateRead)
    {
        public double[] Input => input;

        /// <summary>s_{t-1}.</summary>
        public double[] Previous => previous;

        /// <summary>s_{t-1} where W multiplies it.</summary>
        public double[] StateRead => stateRead;

        public double[] Reset { get; } = new double[previous.Length];

        public double[] Update { get; } = new double[previous.Length];

        /// <summary>W_n s_{t-1} + d_n: what the reset is applied to.</summary>
        public double[] Recurrent { get; } = new double[previous.Length];

        public double[] Candidate { get; } = new double[previous.Length];

        public double[] State { get; } = new double[previous.Length];
    }

    private sealed class Tape(GruCell cell, TensorSet weights, Step[] steps, double[] stateMask) : IReferenceTape
    {
        private readonly int _hiddenSize = cell.StateSize;

        public double[][] Outputs => [.. steps.Select(step => step.State)];

        public double[] FinalState => steps[^1].State;

        public double KinkDistance => double.PositiveInfinity;

        public double[][] Backward(double[][] outputGradients, TensorSet gradients)
        {
            var inputGradients = new double[steps.Length][];
            double[] fromNextStep = new double[_hiddenSize];
            for (int t = steps.Length - 1; t >= 0; t--)
            {
                (inputGradients[t], fromNextStep) = Backward(steps[t], LinearAlgebra.Sum(outputGradients[t], fromNextStep), gradients);
            }

            return inputGradients;
        }

        /// <summary>Adds what a step says about the tensors.</summary>
        /// <returns>The gradients with respect to x_t and s_{t-1}.</returns>
        private (double[] Input, double[] Previous) Backward(Step step, double[] stateGradient, TensorSet gradients)
        {
            // With respect to what U x_t is added to, and to what W s_{t-1} is added to: they differ for the candidate alone.
            double[] inputDelta = new double[Gates * _hiddenSize], stateDelta = new double[Gates * _hiddenSize];
            double[] kept = new double[_hiddenSize];
            for (int i = 0; i < _hiddenSize; i++)
            {
                double r = step.Reset[i], z = step.Update[i], n = step.Candidate[i];
                double updateDelta = stateGradient[i] * (step.Previous[i] - n) * z * (1 - z);
                double candidateDelta = stateGradient[i] * (1 - z) * (1 - (n * n));
                double resetDelta = candidateDelta * step.Recurrent[i] * r * (1 - r);
                inputDelta[cell.ResetRow + i] = stateDelta[cell.ResetRow + i] = resetDelta;
                inputDelta[cell.UpdateRow + i] = stateDelta[cell.UpdateRow + i] = updateDelta;
                inputDelta[cell.CandidateRow + i] = candidateDelta;
                stateDelta[cell.CandidateRow + i] = candidateDelta * r;
                kept[i] = stateGradient[i] * z;
            }

            LinearAlgebra.AddOuterProduct(gradients[cell._u], inputDelta, step.Input);
            LinearAlgebra.AddOuterProduct(gradients[cell._w], stateDelta, step.StateRead);
            LinearAlgebra.Add(gradients[cell._b], inputDelta);
            LinearAlgebra.Add(gradients[cell._d], stateDelta[cell.CandidateRow..], cell.CandidateRow);
            double[] throughGates = LinearAlgebra.HadamardProduct(stateMask, LinearAlgebra.TransposedProduct(weights[cell._w], stateDelta));
            return (LinearAlgebra.TransposedProduct(weights[cell._u], inputDelta), LinearAlgebra.Sum(throughGates, kept));
        }
    }
}
