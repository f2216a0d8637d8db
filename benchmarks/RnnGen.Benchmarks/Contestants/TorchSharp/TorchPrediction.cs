using System;
using System.Linq;
using RnnGen.Benchmarks.Workloads;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.utils.rnn;

namespace RnnGen.Benchmarks.Contestants.TorchSharp;

/// <summary>
/// TorchSharp in inference mode, all sequences in one call; sequences of unequal length as a packed sequence. The results are the probabilities, a row a
/// sequence.
/// </summary>
internal sealed class TorchPrediction : Contestant
{
    private readonly TorchNetwork _network;
    private readonly Tensor _input;
    private readonly bool _embeds;
    private readonly Tensor? _lengths;

    public TorchPrediction(Workload workload)
        : base(ContestantNames.TorchSharp)
    {
        _network = new TorchNetwork(workload.Weights);
        _embeds = workload.Input != InputKind.Features;
        _input = _embeds
            ? TorchNetwork.Matrix(Workload.StepMajor(workload.Sequences))
            : tensor(workload.FeaturesOf(0), [Sizes.Steps, 1, workload.Weights.Inputs]);
        _lengths = workload.HasEqualLengths ? null : tensor(workload.Lengths.Select(length => (long)length).ToArray());
    }

    public override void Run()
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable mode = inference_mode();
        _ = Probabilities();
    }

    public override float[] Results()
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable mode = inference_mode();
        return Probabilities().data<float>().ToArray();
    }

    public override void Dispose()
    {
        _input.Dispose();
        _lengths?.Dispose();
        _network.Dispose();
        base.Dispose();
    }

    private Tensor Probabilities()
    {
        Tensor dense = _embeds ? _network.Embedding.call(_input) : _input;
        Tensor last = _lengths is null ? _network.Recurrent.Run(dense).Last : LastOfPacked(dense, _lengths);
        return softmax(_network.Linear.call(last.squeeze(0)), 1);
    }

    private Tensor LastOfPacked(Tensor dense, Tensor lengths)
    {
        using PackedSequence packed = pack_padded_sequence(dense, lengths, enforce_sorted: false);
        return _network.Recurrent.Last(packed);
    }
}
