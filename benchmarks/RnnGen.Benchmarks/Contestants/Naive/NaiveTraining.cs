using System;
using RnnGen.Benchmarks.Workloads;

namespace RnnGen.Benchmarks.Contestants.Naive;

/// <summary>Plain loops: backpropagation through time and gradient descent. The results are those of <see cref="WeightGradient"/>.</summary>
internal sealed class NaiveTraining : Contestant
{
    private readonly Workload _workload;
    private readonly NaiveNetwork _network;
    private readonly NaiveNetwork _gradients;
    private readonly float[][] _states;
    private readonly float[][] _outputs;
    private readonly float[] _stateGradient;
    private readonly float[] _sumGradient;
    private double _loss;

    private NaiveTraining(Workload workload)
        : base(ContestantNames.NaiveLoops)
    {
        int hidden = workload.Hidden;
        _workload = workload;
        _network = new NaiveNetwork(workload.Weights);
        _gradients = new NaiveNetwork(workload.Weights);
        _states = new float[Sizes.Steps + 1][];
        _outputs = new float[Sizes.Steps][];
        for (int t = 0; t <= Sizes.Steps; t++)
        {
            _states[t] = new float[hidden];
        }

        for (int t = 0; t < Sizes.Steps; t++)
        {
            _outputs[t] = new float[Sizes.Outputs];
        }

        _stateGradient = new float[hidden];
        _sumGradient = new float[hidden];
    }

    /// <summary>The contestant; null for a cell with gates, which has no naive loops.</summary>
    public static NaiveTraining? Create(Workload workload) => workload.Cell == CellKind.Elman ? new NaiveTraining(workload) : null;

    public override void Run()
    {
        Clear(_gradients);
        _loss = 0;
        for (int i = 0; i < _workload.Batch; i++)
        {
            int[] tokens = _workload.Sequences[i];
            int[] labels = _workload.Labels[i];
            float weight = 1f / (_workload.Batch * tokens.Length);
            Forward(tokens, labels, weight);
            Backward(tokens, labels, weight);
        }

        Descend(_network.TokenHidden, _gradients.TokenHidden);
        Descend(_network.HiddenHidden, _gradients.HiddenHidden);
        Descend(_network.HiddenBias, _gradients.HiddenBias);
        Descend(_network.OutputHidden, _gradients.OutputHidden);
        Descend(_network.OutputBias, _gradients.OutputBias);
    }

    public override float[] Results() =>
        WeightGradient.Report(_workload, _loss, (row, column) => _network.HiddenHidden[(row * _workload.Hidden) + column]);

    private void Forward(int[] tokens, int[] labels, float weight)
    {
        for (int t = 0; t < tokens.Length; t++)
        {
            _network.Step(tokens[t], _states[t], _states[t + 1]);
            _network.Output(_states[t + 1], _outputs[t]);
            _loss -= weight * Math.Log(_outputs[t][labels[t]]);
        }
    }

    private void Backward(int[] tokens, int[] labels, float weight)
    {
        Array.Clear(_stateGradient);
        for (int t = tokens.Length - 1; t >= 0; t--)
        {
            BackwardOutput(t, labels[t], weight);
            BackwardState(t, tokens[t]);
        }
    }

    private void BackwardOutput(int t, int label, float weight)
    {
        int hidden = _workload.Hidden;
        float[] state = _states[t + 1];
        for (int k = 0; k < Sizes.Outputs; k++)
        {
            float gradient = weight * (_outputs[t][k] - (k == label ? 1 : 0));
            _gradients.OutputBias[k] += gradient;
            for (int j = 0; j < hidden; j++)
            {
                _gradients.OutputHidden[(k * hidden) + j] += gradient * state[j];
                _stateGradient[j] += gradient * _network.OutputHidden[(k * hidden) + j];
            }
        }
    }

    private void BackwardState(int t, int token)
    {
        int hidden = _workload.Hidden;
        float[] state = _states[t + 1];
        float[] previous = _states[t];
        for (int i = 0; i < hidden; i++)
        {
            _sumGradient[i] = _stateGradient[i] * (1 - (state[i] * state[i]));
        }

        Array.Clear(_stateGradient);
        for (int i = 0; i < hidden; i++)
        {
            float gradient = _sumGradient[i];
            _gradients.HiddenBias[i] += gradient;
            _gradients.TokenHidden[(token * hidden) + i] += gradient;
            for (int j = 0; j < hidden; j++)
            {
                _gradients.HiddenHidden[(i * hidden) + j] += gradient * previous[j];
                _stateGradient[j] += gradient * _network.HiddenHidden[(i * hidden) + j];
            }
        }
    }

    private static void Descend(float[] parameters, float[] gradients)
    {
        for (int i = 0; i < parameters.Length; i++)
        {
            parameters[i] -= (float)WeightGradient.LearningRate * gradients[i];
        }
    }

    private static void Clear(NaiveNetwork gradients)
    {
        Array.Clear(gradients.TokenHidden);
        Array.Clear(gradients.HiddenHidden);
        Array.Clear(gradients.HiddenBias);
        Array.Clear(gradients.OutputHidden);
        Array.Clear(gradients.OutputBias);
    }
}
