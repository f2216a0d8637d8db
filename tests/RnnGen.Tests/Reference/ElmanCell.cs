using System;
using System.Collections.Generic;
using System.Linq;

namespace RnnGen.Tests.Reference;

/// <summary>s_t = f(U x_t + W s_{t-1} + b), s_0 = 0, with f = tanh or relu (Elman 1990).</summary>
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

    public IReferenceTape Run(TensorSet weights, double[][] inputs)
    {
        double[,] u = weights[_u], w = weights[_w], b = weights[_b];
        var states = new double[inputs.Length][];
        double[] previous = new double[hiddenSize];
        double kinkDistance = double.PositiveInfinity;
        for (int t = 0; t < inputs.Length; t++)
        {
            double[] state = new double[hiddenSize];
            for (int i = 0; i < hiddenSize; i++)
            {
                double sum = b[i, 0];
                for (int j = 0; j < inputSize; j++)
                {
                    sum += u[i, j] * inputs[t][j];
                }

                for (int j = 0; j < hiddenSize; j++)
                {
                    sum += w[i, j] * previous[j];
                }

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

        return new Tape(this, w, inputs, states, kinkDistance);
    }

    private double Derivative(double state) => nonlinearity == Nonlinearity.Relu ? (state > 0 ? 1 : 0) : 1 - (state * state);

    private sealed class Tape(ElmanCell cell, double[,] w, double[][] inputs, double[][] states, double kinkDistance) : IReferenceTape
    {
        private readonly int _hiddenSize = w.GetLength(0);

        public double[][] Outputs => states;

        public double KinkDistance => kinkDistance;

        public void Backward(double[][] outputGradients, TensorSet gradients)
        {
            double[] fromNextStep = new double[_hiddenSize];
            for (int t = states.Length - 1; t >= 0; t--)
            {
                double[] delta = new double[_hiddenSize];
                for (int i = 0; i < _hiddenSize; i++)
                {
                    delta[i] = (outputGradients[t][i] + fromNextStep[i]) * cell.Derivative(states[t][i]);
                }

                AddGradients(t, delta, gradients);
                fromNextStep = [.. Enumerable.Range(0, _hiddenSize).Select(j => PreviousStateGradient(delta, j))];
            }
        }

        private double PreviousStateGradient(double[] delta, int j)
        {
            double sum = 0;
            for (int i = 0; i < _hiddenSize; i++)
            {
                sum += w[i, j] * delta[i];
            }

            return sum;
        }

        private void AddGradients(int t, double[] delta, TensorSet gradients)
        {
            double[,] du = gradients[cell._u], dw = gradients[cell._w], db = gradients[cell._b];
            for (int i = 0; i < _hiddenSize; i++)
            {
                db[i, 0] += delta[i];
                for (int j = 0; j < inputs[t].Length; j++)
                {
                    du[i, j] += delta[i] * inputs[t][j];
                }

                for (int j = 0; t > 0 && j < _hiddenSize; j++)
                {
                    dw[i, j] += delta[i] * states[t - 1][j];
                }
            }
        }
    }
}
