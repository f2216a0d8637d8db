using System;
using System.Collections.Generic;
using System.Linq;

namespace RnnGen.Tests.Reference;

/// <summary>
/// Long short-term memory as torch.nn.LSTM has it (Hochreiter and Schmidhuber 1997; forget gate: Gers et al. 2000):
/// <code>
/// i_t = sigmoid(U_i x_t + W_i s_{t-1} + b_i)
/// f_t = sigmoid(U_f x_t + W_f s_{t-1} + b_f)
/// g_t = tanh(U_g x_t + W_g s_{t-1} + b_g)
/// o_t = sigmoid(U_o x_t + W_o s_{t-1} + b_o)
/// c_t = f_t * c_{t-1} + i_t * g_t
/// s_t = o_t * tanh(c_t)
/// </code>
/// Rows of U, W and b are those of i, then f, then g, then o.
/// </summary>
/// <param name="suffix">What ends the names of the tensors: <c>l0</c> for the first layer.</param>
/// <param name="inputSize">The length of x.</param>
/// <param name="hiddenSize">The length of s and of c.</param>
internal sealed class LstmCell(string suffix, int inputSize, int hiddenSize) : IReferenceCell
{
    private const int Gates = 4;
    private readonly string _u = $"rnn.weight_ih_{suffix}";
    private readonly string _w = $"rnn.weight_hh_{suffix}";
    private readonly string _b = $"rnn.bias_ih_{suffix}";

    private int InputRow => 0;

    private int ForgetRow => hiddenSize;

    private int CandidateRow => 2 * hiddenSize;

    private int OutputRow => 3 * hiddenSize;

    public IEnumerable<TensorShape> Tensors =>
    [
        new(_u, Gates * hiddenSize, inputSize),
        new(_w, Gates * hiddenSize, hiddenSize),
        new(_b, Gates * hiddenSize, 1),
    ];

    public int StateSize => 2 * hiddenSize;

    public IReferenceTape Run(TensorSet weights, double[][] inputs, double[] initialState, double[] stateMask)
    {
        var steps = new Step[inputs.Length];
        double[] previous = initialState[..hiddenSize], previousMemory = initialState[hiddenSize..];
        for (int t = 0; t < inputs.Length; t++)
        {
            steps[t] = Forward(weights, inputs[t], previous, previousMemory, stateMask);
            (previous, previousMemory) = (steps[t].State, steps[t].Memory);
        }

        return new Tape(this, weights, steps, stateMask);
    }

    private Step Forward(TensorSet weights, double[] input, double[] previous, double[] previousMemory, double[] stateMask)
    {
        double[,] b = weights[_b];
        double[] fromInput = LinearAlgebra.Product(weights[_u], input);
        var step = new Step(input, LinearAlgebra.HadamardProduct(stateMask, previous), previousMemory);
        double[] fromState = LinearAlgebra.Product(weights[_w], step.StateRead);
        double PreActivation(int row) => fromInput[row] + fromState[row] + b[row, 0];

        for (int k = 0; k < hiddenSize; k++)
        {
            step.InputGate[k] = Logistic.Sigmoid(PreActivation(InputRow + k));
            step.ForgetGate[k] = Logistic.Sigmoid(PreActivation(ForgetRow + k));
            step.Candidate[k] = Math.Tanh(PreActivation(CandidateRow + k));
            step.OutputGate[k] = Logistic.Sigmoid(PreActivation(OutputRow + k));
            step.Memory[k] = (step.ForgetGate[k] * previousMemory[k]) + (step.InputGate[k] * step.Candidate[k]);
            step.State[k] = step.OutputGate[k] * Math.Tanh(step.Memory[k]);
        }

        return step;
    }

    /// <summary>What one step computed.</summary>
    private sealed class Step(double[] input, double[] stateRead, double[] previousMemory)
    {
        public double[] Input => input;

        /// <summary>s_{t-1} where W multiplies it.</summary>
        public double[] StateRead => stateRead;

        /// <summary>c_{t-1}.</summary>
        public double[] PreviousMemory => previousMemory;

        public double[] InputGate { get; } = new double[previousMemory.Length];

        public double[] ForgetGate { get; } = new double[previousMemory.Length];

        public double[] Candidate { get; } = new double[previousMemory.Length];

        public double[] OutputGate { get; } = new double[previousMemory.Length];

        public double[] Memory { get; } = new double[previousMemory.Length];

        public double[] State { get; } = new double[previousMemory.Length];
    }

    private sealed class Tape(LstmCell cell, TensorSet weights, Step[] steps, double[] stateMask) : IReferenceTape
    {
        private readonly int _hiddenSize = stateMask.Length;

        public double[][] Outputs => [.. steps.Select(step => step.State)];

        public double[] FinalState => [.. steps[^1].State, .. steps[^1].Memory];

        public double KinkDistance => double.PositiveInfinity;

        public double[][] Backward(double[][] outputGradients, TensorSet gradients)
        {
            var inputGradients = new double[steps.Length][];
            double[] fromNextStep = new double[_hiddenSize], memoryFromNextStep = new double[_hiddenSize];
            for (int t = steps.Length - 1; t >= 0; t--)
            {
                double[] stateGradient = LinearAlgebra.Sum(outputGradients[t], fromNextStep);
                (inputGradients[t], fromNextStep, memoryFromNextStep) =
                    Backward(steps[t], stateGradient, memoryFromNextStep, gradients);
            }

            return inputGradients;
        }

        /// <summary>Adds what a step says about the tensors.</summary>
        /// <returns>The gradients with respect to x_t, s_{t-1} and c_{t-1}.</returns>
        private (double[] Input, double[] Previous, double[] PreviousMemory) Backward(
            Step step, double[] stateGradient, double[] memoryFromNextStep, TensorSet gradients)
        {
            double[] delta = new double[Gates * _hiddenSize];
            double[] previousMemoryGradient = new double[_hiddenSize];
            for (int k = 0; k < _hiddenSize; k++)
            {
                double i = step.InputGate[k], f = step.ForgetGate[k], g = step.Candidate[k], o = step.OutputGate[k];
                double squashed = Math.Tanh(step.Memory[k]);
                double memoryGradient = memoryFromNextStep[k] + (stateGradient[k] * o * (1 - (squashed * squashed)));
                delta[cell.InputRow + k] = memoryGradient * g * i * (1 - i);
                delta[cell.ForgetRow + k] = memoryGradient * step.PreviousMemory[k] * f * (1 - f);
                delta[cell.CandidateRow + k] = memoryGradient * i * (1 - (g * g));
                delta[cell.OutputRow + k] = stateGradient[k] * squashed * o * (1 - o);
                previousMemoryGradient[k] = memoryGradient * f;
            }

            LinearAlgebra.AddOuterProduct(gradients[cell._u], delta, step.Input);
            LinearAlgebra.AddOuterProduct(gradients[cell._w], delta, step.StateRead);
            LinearAlgebra.Add(gradients[cell._b], delta);
            return (
                LinearAlgebra.TransposedProduct(weights[cell._u], delta),
                LinearAlgebra.HadamardProduct(stateMask, LinearAlgebra.TransposedProduct(weights[cell._w], delta)),
                previousMemoryGradient);
        }
    }
}
