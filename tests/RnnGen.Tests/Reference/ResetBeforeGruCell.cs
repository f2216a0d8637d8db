using System;
using System.Collections.Generic;
using System.Linq;

namespace RnnGen.Tests.Reference;

/// <summary>
/// The gated recurrent unit with the reset applied before the recurrent product, as Cho et al. (2014) have it, and ONNX where linear_before_reset
/// is 0:
/// <code>
/// r_t = sigmoid(U_r x_t + W_r s_{t-1} + b_r)
/// z_t = sigmoid(U_z x_t + W_z s_{t-1} + b_z)
/// n_t = tanh(U_n x_t + W_n (r_t * s_{t-1}) + b_n)
/// s_t = (1 - z_t) * n_t + z_t * s_{t-1}
/// </code>
/// Rows of U, W and b are those of r, then z, then n.
/// </summary>
/// <param name="suffix">What ends the names of the tensors: <c>l0</c> for the first layer.</param>
/// <param name="inputSize">The length of x.</param>
/// <param name="hiddenSize">The length of s.</param>
internal sealed class ResetBeforeGruCell(string suffix, int inputSize, int hiddenSize) : IReferenceCell
{
    private const int Gates = 3;
    private readonly string _u = $"rnn.weight_ih_{suffix}";
    private readonly string _w = $"rnn.weight_hh_{suffix}";
    private readonly string _b = $"rnn.bias_ih_{suffix}";

    private int ResetRow => 0;

    private int UpdateRow => hiddenSize;

    private int CandidateRow => 2 * hiddenSize;

    public IEnumerable<TensorShape> Tensors =>
    [
        new(_u, Gates * hiddenSize, inputSize),
        new(_w, Gates * hiddenSize, hiddenSize),
        new(_b, Gates * hiddenSize, 1),
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
        double[,] b = weights[_b];
        var step = new Step(input, previous, LinearAlgebra.HadamardProduct(stateMask, previous));
        double[] fromInput = LinearAlgebra.Product(weights[_u], input);
        double[] fromState = LinearAlgebra.Product(weights[_w], step.StateRead);
        for (int i = 0; i < hiddenSize; i++)
        {
            int r = ResetRow + i, z = UpdateRow + i;
            step.Reset[i] = Logistic.Sigmoid(fromInput[r] + fromState[r] + b[r, 0]);
            step.Update[i] = Logistic.Sigmoid(fromInput[z] + fromState[z] + b[z, 0]);
            step.ResetState[i] = step.Reset[i] * step.StateRead[i];
        }

        double[] fromResetState = LinearAlgebra.Product(weights[_w], step.ResetState);
        for (int i = 0; i < hiddenSize; i++)
        {
            int n = CandidateRow + i;
            step.Candidate[i] = Math.Tanh(fromInput[n] + fromResetState[n] + b[n, 0]);
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

        /// <summary>r_t * s_{t-1}.</summary>
        public double[] ResetState { get; } = new double[previous.Length];

        public double[] Candidate { get; } = new double[previous.Length];

        public double[] State { get; } = new double[previous.Length];
    }

    private sealed class Tape(ResetBeforeGruCell cell, TensorSet weights, Step[] steps, double[] stateMask) : IReferenceTape
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
            // W multiplies two vectors: s_{t-1} in the rows of the gates, r_t * s_{t-1} in those of the candidate.
            double[] gatesDelta = new double[Gates * _hiddenSize], candidateDelta = new double[Gates * _hiddenSize];
            double[] kept = new double[_hiddenSize];
            for (int i = 0; i < _hiddenSize; i++)
            {
                double z = step.Update[i], n = step.Candidate[i];
                gatesDelta[cell.UpdateRow + i] = stateGradient[i] * (step.Previous[i] - n) * z * (1 - z);
                candidateDelta[cell.CandidateRow + i] = stateGradient[i] * (1 - z) * (1 - (n * n));
                kept[i] = stateGradient[i] * z;
            }

            double[] resetStateGradient = LinearAlgebra.TransposedProduct(weights[cell._w], candidateDelta);
            for (int i = 0; i < _hiddenSize; i++)
            {
                double r = step.Reset[i];
                gatesDelta[cell.ResetRow + i] = resetStateGradient[i] * step.StateRead[i] * r * (1 - r);
            }

            LinearAlgebra.AddOuterProduct(gradients[cell._w], gatesDelta, step.StateRead);
            LinearAlgebra.AddOuterProduct(gradients[cell._w], candidateDelta, step.ResetState);
            double[] inputDelta = LinearAlgebra.Sum(gatesDelta, candidateDelta);
            LinearAlgebra.AddOuterProduct(gradients[cell._u], inputDelta, step.Input);
            LinearAlgebra.Add(gradients[cell._b], inputDelta);
            double[] stateReadGradient = LinearAlgebra.Sum(
                LinearAlgebra.TransposedProduct(weights[cell._w], gatesDelta),
                LinearAlgebra.HadamardProduct(step.Reset, resetStateGradient));
            return (
                LinearAlgebra.TransposedProduct(weights[cell._u], inputDelta),
                LinearAlgebra.Sum(LinearAlgebra.HadamardProduct(stateMask, stateReadGradient), kept));
        }
    }
}
