using System;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.utils.rnn;

namespace RnnGen.Benchmarks.Contestants.TorchSharp;

/// <summary>nn.RNN, nn.GRU or nn.LSTM, whose classes have the same methods but no common type.</summary>
internal sealed class TorchCell : IDisposable
{
    private readonly Func<Tensor, (Tensor, Tensor)> _run;
    private readonly Func<PackedSequence, Tensor> _runPacked;

    private TorchCell(nn.Module module, Func<Tensor, (Tensor, Tensor)> run, Func<PackedSequence, Tensor> runPacked)
    {
        Module = module;
        _run = run;
        _runPacked = runPacked;
    }

    /// <summary>The module, for its parameters.</summary>
    public nn.Module Module { get; }

    /// <summary>The module of a cell.</summary>
    public static TorchCell Create(CellKind cell, int inputs, int hidden)
    {
        switch (cell)
        {
            case CellKind.Elman:
                RNN rnn = nn.RNN(inputs, hidden);
                return new TorchCell(rnn, input => rnn.call(input), input => rnn.call(input).Item2);
            case CellKind.Gru:
                GRU gru = nn.GRU(inputs, hidden);
                return new TorchCell(gru, input => gru.call(input), input => gru.call(input).Item2);
            default:
                LSTM lstm = nn.LSTM(inputs, hidden);
                return new TorchCell(lstm, input => WithoutCellState(lstm.call(input)), input => lstm.call(input).Item2);
        }
    }

    /// <summary>The states of all steps, and the last ones.</summary>
    public (Tensor States, Tensor Last) Run(Tensor input) => _run(input);

    /// <summary>The last states of sequences of unequal length.</summary>
    public Tensor Last(PackedSequence input) => _runPacked(input);

    public void Dispose() => Module.Dispose();

    private static (Tensor, Tensor) WithoutCellState((Tensor States, Tensor Last, Tensor LastCell) result) => (result.States, result.Last);
}
