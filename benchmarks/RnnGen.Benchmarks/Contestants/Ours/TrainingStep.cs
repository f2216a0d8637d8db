using System.Linq;
using RnnGen.Benchmarks.Workloads;

namespace RnnGen.Benchmarks.Contestants.Ours;

/// <summary>RnnGen, one step of gradient descent: loading the batch, forward, backward, update. The results are those of <see cref="WeightGradient"/>.</summary>
/// <typeparam name="TModel">The generated class.</typeparam>
internal sealed class TrainingStep<TModel> : Contestant
    where TModel : class, ISequenceLabeler<TModel>
{
    private readonly Workload _workload;
    private readonly TModel _model;
    private readonly SequenceDataset _dataset;
    private readonly int[] _batch;
    private readonly TrainingSession<TModel> _session;
    private double _loss;

    public TrainingStep(Workload workload, string name, int threads)
        : base(name)
    {
        _workload = workload;
        _model = ModelWeights.Create<TModel>(workload.Weights);
        _dataset = SequenceDataset.FromTokens(SequenceTask.Labeling, Sizes.Steps, workload.Sequences, workload.Labels);
        _batch = [.. Enumerable.Range(0, workload.Batch)];
        _session = new TrainingSession<TModel>(_model, Optimizers.Sgd(WeightGradient.LearningRate), threads);
    }

    public override void Run() => _loss = _session.Step(_dataset, _batch);

    public override float[] Results()
    {
        TensorInfo tensor = TModel.Description.Tensors.Single(tensor => tensor.Name == "rnn.weight_hh_l0");
        return WeightGradient.Report(_workload, _loss, (row, column) => _model.Parameters[tensor.IndexOf(row, column)]);
    }

    public override void Dispose()
    {
        _session.Dispose();
        base.Dispose();
    }
}
