using System;
using RnnGen.Benchmarks.Workloads;

namespace RnnGen.Benchmarks.Contestants.Naive;

/// <summary>A step of any cell on real-valued input as plain loops, with PyTorch's equations.</summary>
internal sealed class NaiveCell
{
    private readonly NetworkWeights _weights;
    private readonly float[] _input;
    private readonly float[] _recurrent;
    private readonly float[] _state;
    private readonly float[] _memory;

    public NaiveCell(NetworkWeights weights)
    {
        _weights = weights;
        _input = new float[weights.Gates * weights.Hidden];
        _recurrent = new float[weights.Gates * weights.Hidden];
        _state = new float[weights.Hidden];
        _memory = new float[weights.Hidden];
    }

    /// <summary>The state s_t.</summary>
    public ReadOnlySpan<float> State => _state;

    /// <summary>Begins a sequence.</summary>
    public void Clear()
    {
        Array.Clear(_state);
        Array.Clear(_memory);
    }

    /// <summary>Reads one more step.</summary>
    public void Step(ReadOnlySpan<float> features)
    {
        NaiveProduct.Compute(_weights.InputHidden, features, _weights.HiddenBias, _input);
        NaiveProduct.Compute(_weights.HiddenHidden, _state, _weights.RecurrentBias, _recurrent);
        switch (_weights.Cell)
        {
            case CellKind.Elman:
                StepElman();
                break;
            case CellKind.Gru:
                StepGru();
                break;
            default:
                StepLstm();
                break;
        }
    }

    private static float Sigmoid(float x) => 1 / (1 + MathF.Exp(-x));

    private void StepElman()
    {
        for (int i = 0; i < _state.Length; i++)
        {
            _state[i] = MathF.Tanh(_input[i] + _recurrent[i]);
        }
    }

    private void StepGru()
    {
        int hidden = _state.Length;
        for (int i = 0; i < hidden; i++)
        {
            float reset = Sigmoid(_input[i] + _recurrent[i]);
            float update = Sigmoid(_input[hidden + i] + _recurrent[hidden + i]);
            float candidate = MathF.Tanh(_input[(2 * hidden) + i] + (reset * _recurrent[(2 * hidden) + i]));
            _state[i] = ((1 - update) * candidate) + (update * _state[i]);
        }
    }

    private void StepLstm()
    {
        int hidden = _state.Length;
        for (int i = 0; i < hidden; i++)
        {
            float input = Sigmoid(_input[i] + _recurrent[i]);
            float forget = Sigmoid(_input[hidden + i] + _recurrent[hidden + i]);
            float candidate = MathF.Tanh(_input[(2 * hidden) + i] + _recurrent[(2 * hidden) + i]);
            float output = Sigmoid(_input[(3 * hidden) + i] + _recurrent[(3 * hidden) + i]);
            _memory[i] = (forget * _memory[i]) + (input * candidate);
            _state[i] = output * MathF.Tanh(_memory[i]);
        }
    }
}
