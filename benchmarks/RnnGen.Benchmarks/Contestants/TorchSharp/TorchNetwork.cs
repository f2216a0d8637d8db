using System;
using System.Collections.Generic;
using RnnGen.Benchmarks.Workloads;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace RnnGen.Benchmarks.Contestants.TorchSharp;

/// <summary>nn.Embedding, nn.RNN and nn.Linear with the common weights.</summary>
internal sealed class TorchNetwork : IDisposable
{
    public TorchNetwork(NetworkWeights weights)
    {
        Embedding = nn.Embedding(Sizes.Vocabulary, Sizes.Embedding);
        Recurrent = nn.RNN(Sizes.Embedding, weights.Hidden);
        Linear = nn.Linear(weights.Hidden, Sizes.Outputs);
        using IDisposable noGradients = no_grad();
        Fill(Embedding.weight, weights.Embedding);
        Fill(Recurrent.get_weight_ih(0), weights.InputHidden);
        Fill(Recurrent.get_weight_hh(0), weights.HiddenHidden);
        Fill(Recurrent.get_bias_ih(0), weights.HiddenBias);
        Fill(Recurrent.get_bias_hh(0), new float[weights.Hidden]);
        Fill(Linear.weight, weights.OutputHidden);
        Fill(Linear.bias, weights.OutputBias);
    }

    public Embedding Embedding { get; }

    public RNN Recurrent { get; }

    public Linear Linear { get; }

    /// <summary>Everything that training changes.</summary>
    public IEnumerable<Parameter> Parameters => [.. Embedding.parameters(), .. Recurrent.parameters(), .. Linear.parameters()];

    /// <summary>Token ids or labels as a matrix of Steps x batch.</summary>
    public static Tensor Matrix(long[] stepMajor) => tensor(stepMajor, [Sizes.Steps, stepMajor.Length / Sizes.Steps]);

    public void Dispose()
    {
        Embedding.Dispose();
        Recurrent.Dispose();
        Linear.Dispose();
    }

    private static void Fill(Parameter? parameter, float[] values)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        using Tensor source = tensor(values, parameter.shape);
        _ = parameter.copy_(source);
    }
}
