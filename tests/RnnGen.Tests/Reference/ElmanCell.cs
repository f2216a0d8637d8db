using System;
using System.Collections.Generic;

namespace RnnGen.Tests.Reference;

/// <summary>s_t = f(U x_t + W s_{t-1} + b), with f = tanh or relu (Elman 1990).</summary>
/// <param name="suffix">What ends the names of the tensors: <c>l0</c> for the first layer.</param>
/// <param name="inputSize">The length of x.</param>
/// <param name="hiddenSize">The length of s.</param>
/// <param name="nonlinearity">The function f.</param>
internal sealed class ElmanCell(string suffix, int inputSize, int hiddenSize, Nonlinearity nonlinearity) : IReferenceCell
{
    private readonly string _u = $"rnn.weight_ih_{suffix}";
    private readonly string _w = $"rnn.weight_hh_{suffix}";
    private readonly string _b = $"rnn.bias_ih_{suffix}";

    public IEnumerable<TensorShape> Tensors =>
    [
        new(_u, hiddenSize, inputSize),
        new(_w, hiddenSize, hiddenSize),
        new(_b, hiddenSize, 1),
    ];

    public int StateSize => hiddenSize;

    public IReferenceTape Run(TensorSet weights, double[][] inputs, double[] initialState, double[] stateMask)
    {
        double[,] u = weights[_u], w = weights[_w], b = weights[_b];
        var states = new double[inputs.Length][];
        var statesRead = new double[inputs.Length][];
        double[] previous = initialState;
        double kinkDistance = double.PositiveInfinity;
        for (int t = 0; t < inputs.Length; t++)
        {
            double[] state = new double[hiddenSize];
            double[] fromInput = LinearAlgebra.Product(u, inputs[t]);
            statesRead[t] = LinearAlgebra.HadamardProduct(stateMask, previous);
            double[] fromState = LinearAlgebra.Product(w, statesRead[t]);
            for (int i = 0; i < hiddenSize; i++)
            {
                double sum = fromInput[i] + fromState[i] + b[i, 0];
                if (nonlinearity == Nonlinearity.Relu)
                {
                    kinkDistance = Math.Min(kinkDistance, Math.Abs(sum));
                    state[i] = Math.Max(0, sum);
                }
                else
                {
                    state[i] = Math.Tanh(sum);
                }
            }

            states[t] = previous = state;
        }

        return new Tape(this, weights, inputs, states, statesRead, stateMask, kinkDistance);
    }

    private double Derivative(double state) => nonlinearity == Nonlinearity.Relu ? (state > 0 ? 1 : 0) : 1 - (state * state);

    private sealed class Tape(
        ElmanCell cell,
        TensorSet weights,
        double[][] inputs,
        double[][] states,
        double[][] statesRead,
        double[] stateMask,
        double kinkDistance) : IReferenceTape
    {
        public double[][] Outputs => states;

        public double[] FinalState => states[^1];

        public double KinkDistance => kinkDistance;

        public double[][] Backward(double[][] outputGradients, TensorSet gradients)
        {
            var inputGradients = new double[inputs.Length][];
            double[] fromNextStep = new double[cell.StateSize];
            for (int t = states.Length - 1; t >= 0; t--)
            {
                double[] delta = new double[cell.StateSize];
                for (int i = 0; i < delta.Length; i++)
                {
                    delta[i] = (outputGradients[t][i] + fromNextStep[i]) * cell.Derivative(states[t][i]);
                }

                LinearAlgebra.AddOuterProduct(gradients[cell._u], delta, inputs[t]);
                LinearAlgebra.AddOuterProduct(gradients[cell._w], delta, statesRead[t]);
                LinearAlgebra.Add(gradients[cell._b], delta);
                inputGradients[t] = LinearAlgebra.TransposedProduct(weights[cell._u], delta);
                fromNextStep = LinearAlgebra.HadamardProduct(stateMask, LinearAlgebra.TransposedProduct(weights[cell._w], delta));
            }

            return inputGradients;
        }
    }
}
