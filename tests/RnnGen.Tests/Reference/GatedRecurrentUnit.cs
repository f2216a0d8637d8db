using System.Collections.Generic;
using System.Linq;

namespace RnnGen.Tests.Reference;

/// <summary>
/// What the two gated recurrent units have in common, which differ in what their reset r is applied to:
/// <code>
/// r_t = sigmoid(U_r x_t + W_r s_{t-1} + b_r)
/// z_t = sigmoid(U_z x_t + W_z s_{t-1} + b_z)
/// s_t = (1 - z_t) * n_t + z_t * s_{t-1}
/// </code>
/// Rows of U, W and b are those of r, then z, then the candidate n.
/// </summary>
/// <param name="suffix">What ends the names of the tensors: <c>l0</c> for the first layer.</param>
/// <param name="inputSize">The length of x.</param>
/// <param name="hiddenSize">The length of s.</param>
internal abstract class GatedRecurrentUnit(string suffix, int inputSize, int hiddenSize) : IReferenceCell
{
    private const int Gates = 3;

    public virtual IEnumerable<TensorShape> Tensors =>
    [
        new(U, Gates * hiddenSize, inputSize),
        new(W, Gates * hiddenSize, hiddenSize),
        new(B, Gates * hiddenSize, 1),
    ];

    public int StateSize => hiddenSize;

    protected string U { get; } = $"rnn.weight_ih_{suffix}";

    protected string W { get; } = $"rnn.weight_hh_{suffix}";

    protected string B { get; } = $"rnn.bias_ih_{suffix}";

    protected int ResetRow => 0;

    protected int UpdateRow => hiddenSize;

    protected int CandidateRow => 2 * hiddenSize;

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

    /// <summary>n_t, where r_t and z_t are known.</summary>
    /// <param name="weights">The tensors.</param>
    /// <param name="step">The step, which keeps what the way back needs.</param>
    /// <param name="fromInput">U x_t.</param>
    /// <param name="fromState">W s_{t-1}.</param>
    protected abstract double[] Candidate(TensorSet weights, Step step, double[] fromInput, double[] fromState);

    /// <summary>Adds what a step says about the tensors.</summary>
    /// <param name="weights">The tensors.</param>
    /// <param name="step">The step.</param>
    /// <param name="delta">
    /// The gradient with respect to what U x_t is added to, in the rows of z and n; those of r are zero, and receive theirs.
    /// </param>
    /// <param name="gradients">To be added to, but for those of U and b.</param>
    /// <returns>The gradient with respect to s_{t-1} where it is read.</returns>
    protected abstract double[] BackwardThroughState(TensorSet weights, Step step, double[] delta, TensorSet gradients);

    private Step Forward(TensorSet weights, double[] input, double[] previous, double[] stateMask)
    {
        double[,] b = weights[B];
        var step = new Step(input, previous, LinearAlgebra.HadamardProduct(stateMask, previous));
        double[] fromInput = LinearAlgebra.Product(weights[U], input);
        double[] fromState = LinearAlgebra.Product(weights[W], step.StateRead);
        for (int i = 0; i < hiddenSize; i++)
        {
            int r = ResetRow + i, z = UpdateRow + i;
            step.Reset[i] = Logistic.Sigmoid(fromInput[r] + fromState[r] + b[r, 0]);
            step.Update[i] = Logistic.Sigmoid(fromInput[z] + fromState[z] + b[z, 0]);
        }

        step.Candidate = Candidate(weights, step, fromInput, fromState);
        for (int i = 0; i < hiddenSize; i++)
        {
            step.State[i] = ((1 - step.Update[i]) * step.Candidate[i]) + (step.Update[i] * previous[i]);
        }

        return step;
    }

    private (double[] Input, double[] Previous) Backward(
        TensorSet weights, Step step, double[] stateGradient, double[] stateMask, TensorSet gradients)
    {
        double[] delta = new double[Gates * hiddenSize], kept = new double[hiddenSize];
        for (int i = 0; i < hiddenSize; i++)
        {
            double z = step.Update[i], n = step.Candidate[i];
            delta[UpdateRow + i] = stateGradient[i] * (step.Previous[i] - n) * z * (1 - z);
            delta[CandidateRow + i] = stateGradient[i] * (1 - z) * (1 - (n * n));
            kept[i] = stateGradient[i] * z;
        }

        double[] stateReadGradient = BackwardThroughState(weights, step, delta, gradients);
        LinearAlgebra.AddOuterProduct(gradients[U], delta, step.Input);
        LinearAlgebra.Add(gradients[B], delta);
        return (
            LinearAlgebra.TransposedProduct(weights[U], delta),
            LinearAlgebra.Sum(LinearAlgebra.HadamardProduct(stateMask, stateReadGradient), kept));
    }

    /// <summary>What one step computed.</summary>
    protected sealed class Step(double[] input, double[] previous, double[] stateRead)
    {
        public double[] Input => input;

        /// <summary>s_{t-1}.</summary>
        public double[] Previous => previous;

        /// <summary>s_{t-1} where W multiplies it.</summary>
        public double[] StateRead => stateRead;

        public double[] Reset { get; } = new double[previous.Length];

        public double[] Update { get; } = new double[previous.Length];

        /// <summary>What the reset is applied to in the candidate, or what that gives: the cell's own.</summary>
        public double[] Recurrent { get; set; } = [];

        public double[] Candidate { get; set; } = [];

        public double[] State { get; } = new double[previous.Length];
    }

    private sealed class Tape(GatedRecurrentUnit cell, TensorSet weights, Step[] steps, double[] stateMask) : IReferenceTape
    {
        public double[][] Outputs => [.. steps.Select(step => step.State)];

        public double[] FinalState => steps[^1].State;

        public double KinkDistance => double.PositiveInfinity;

        public double[][] Backward(double[][] outputGradients, TensorSet gradients)
        {
            double[][] inputGradients = new double[steps.Length][];
            double[] fromNextStep = new double[cell.StateSize];
            for (int t = steps.Length - 1; t >= 0; t--)
            {
                (inputGradients[t], fromNextStep) = cell.Backward(
                    weights, steps[t], LinearAlgebra.Sum(outputGradients[t], fromNextStep), stateMask, gradients);
            }

            return inputGradients;
        }
    }
}
