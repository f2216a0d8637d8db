using System;
using System.Collections.Generic;
using RnnGen.Benchmarks.Workloads;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace RnnGen.Benchmarks.Contestants.TorchSharp;

/// <summary>nn.Embedding, nn.RNN or nn.GRU or nn.LSTM, and nn.Linear with the common weights.</summary>
internal sealed class TorchNetwork : IDisposable
{
    public TorchNetwork(NetworkWeights weights)
    {
        Embedding = nn.Embedding(Sizes.Vocabulary, weights.Inputs);
        Recurrent = TorchCell.Create(weights.Cell, weights.Inputs, weights.Hidden);
        Linear = nn.Linear(weights.Hidden, Sizes.Outputs);
        using IDisposable noGradients = no_grad();
        Fill(Embedding.weight, weights.Embedding);
        Fill(Recurrent.Module.get_parameter("weight_ih_l0"), weights.InputHidden);
        Fill(HiddenHidden, weights.HiddenHidden);
        Fill(Recurrent.Module.get_parameter("bias_ih_l0"), weights.HiddenBias);
        Fill(Recurrent.Module.get_parameter("bias_hh_l0"), weights.RecurrentBias);
        Fill(Linear.weight, weights.OutputHidden);
        Fill(Linear.bias, weights.OutputBias);
    }

    public Embedding Embedding { get; }

    public TorchCell Recurrent { get; }

    /// <summary>weight_hh.</summary>
    public Parameter HiddenHidden => Recurrent.Module.get_parameter("weight_hh_l0") ?? throw new InvalidOperationException("The module has no weight_hh_l0.");

    public Linear Linear { get; }

    /// <summary>Everything that training changes.</summary>
    public IEnumerable<Parameter> Parameters => [.. Embedding.parameters(), .. Recurrent.Module.parameters(), .. Linear.parameters()];

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
