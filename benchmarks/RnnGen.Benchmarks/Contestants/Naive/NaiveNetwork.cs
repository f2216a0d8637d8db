using System;
using RnnGen.Benchmarks.Workloads;

namespace RnnGen.Benchmarks.Contestants.Naive;

/// <summary>The equations of an Elman network as plain loops over plain arrays: what one would write in C# without a library.</summary>
internal sealed class NaiveNetwork
{
    private readonly int _hidden;
    private readonly float[] _tokenHidden;
    private readonly float[] _hiddenHidden;
    private readonly float[] _hiddenBias;
    private readonly float[] _outputHidden;
    private readonly float[] _outputBias;

    public NaiveNetwork(NetworkWeights weights)
    {
        _hidden = weights.Hidden;
        _tokenHidden = [.. weights.TokenHidden];
        _hiddenHidden = [.. weights.HiddenHidden];
        _hiddenBias = [.. weights.HiddenBias];
        _outputHidden = [.. weights.OutputHidden];
        _outputBias = [.. weights.OutputBias];
    }

    /// <summary>weight_hh, row by row.</summary>
    public float[] HiddenHidden => _hiddenHidden;

    /// <summary>U: a row a token.</summary>
    public float[] TokenHidden => _tokenHidden;

    /// <summary>b.</summary>
    public float[] HiddenBias => _hiddenBias;

    /// <summary>fc.weight, row by row.</summary>
    public float[] OutputHidden => _outputHidden;

    /// <summary>fc.bias.</summary>
    public float[] OutputBias => _outputBias;

    /// <summary>s_t = tanh(U x_t + W s_(t-1) + b).</summary>
    public void Step(int token, ReadOnlySpan<float> previous, Span<float> state)
    {
        for (int i = 0; i < _hidden; i++)
        {
            float sum = _tokenHidden[(token * _hidden) + i] + _hiddenBias[i];
            for (int j = 0; j < _hidden; j++)
            {
                sum += _hiddenHidden[(i * _hidden) + j] * previous[j];
            }

            state[i] = MathF.Tanh(sum);
        }
    }

    /// <summary>y = softmax(V s + c).</summary>
    public void Output(ReadOnlySpan<float> state, Span<float> probabilities)
    {
        float largest = float.NegativeInfinity;
        for (int k = 0; k < probabilities.Length; k++)
        {
            float sum = _outputBias[k];
            for (int j = 0; j < _hidden; j++)
            {
                sum += _outputHidden[(k * _hidden) + j] * state[j];
            }

            probabilities[k] = sum;
            largest = MathF.Max(largest, sum);
        }

        float total = 0;
        for (int k = 0; k < probabilities.Length; k++)
        {
            probabilities[k] = MathF.Exp(probabilities[k] - largest);
            total += probabilities[k];
        }

        for (int k = 0; k < probabilities.Length; k++)
        {
            probabilities[k] /= total;
        }
    }
}
