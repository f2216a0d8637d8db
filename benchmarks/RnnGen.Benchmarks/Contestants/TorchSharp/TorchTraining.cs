using RnnGen.Benchmarks.Workloads;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace RnnGen.Benchmarks.Contestants.TorchSharp;

/// <summary>TorchSharp, one step of gradient descent. The results are those of <see cref="WeightGradient"/>.</summary>
internal sealed class TorchTraining : Contestant
{
    private readonly Workload _workload;
    private readonly TorchNetwork _network;
    private readonly Tensor _tokens;
    private readonly Tensor _labels;
    private readonly SGD _optimizer;
    private float _loss;

    public TorchTraining(Workload workload)
        : base(ContestantNames.TorchSharp)
    {
        _workload = workload;
        _network = new TorchNetwork(workload.Weights);
        _tokens = TorchNetwork.Matrix(Workload.StepMajor(workload.Sequences));
        _labels = tensor(Workload.StepMajor(workload.Labels));
        _optimizer = optim.SGD(_network.Parameters, WeightGradient.LearningRate);
    }

    public override void Run()
    {
        using DisposeScope scope = NewDisposeScope();
        _optimizer.zero_grad();
        Tensor states = _network.Recurrent.Run(_network.Embedding.call(_tokens)).States;
        Tensor logits = _network.Linear.call(states).reshape(-1, Sizes.Outputs);
        Tensor loss = nn.functional.cross_entropy(logits, _labels);
        loss.backward();
        _ = _optimizer.step();
        _loss = loss.item<float>();
    }

    public override float[] Results()
    {
        using DisposeScope scope = NewDisposeScope();
        float[] weights = _network.HiddenHidden.detach().data<float>().ToArray();
        return WeightGradient.Report(_workload, _loss, (row, column) => weights[(row * _workload.Hidden) + column]);
    }

    public override void Dispose()
    {
        _optimizer.Dispose();
        _labels.Dispose();
        _tokens.Dispose();
        _network.Dispose();
        base.Dispose();
    }
}
