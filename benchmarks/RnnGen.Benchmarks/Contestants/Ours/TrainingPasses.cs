using System.Linq;
using RnnGen.Benchmarks.Workloads;
using RnnGen.Numerics;
using RnnGen.Training;

namespace RnnGen.Benchmarks.Contestants.Ours;

/// <summary>RnnGen, some of the passes of a training step over a batch that is loaded. The results of all three are those of <see cref="WeightGradient"/>.</summary>
/// <typeparam name="TModel">The generated class.</typeparam>
internal sealed class TrainingPasses<TModel> : Contestant
    where TModel : class, ISequenceLabeler<TModel>
{
    private readonly Workload _workload;
    private readonly Passes _passes;
    private readonly TModel _model;
    private readonly TrainingWorkspace _workspace = new(TModel.Description);
    private readonly AlignedBuffer _gradients = new(TModel.Description.ParameterStorage);

    public TrainingPasses(Workload workload, string name, Passes passes)
        : base(name)
    {
        _workload = workload;
        _passes = passes;
        _model = ModelWeights.Create<TModel>(workload.Weights);
        SequenceDataset dataset = SequenceDataset.FromTokens(SequenceTask.Labeling, Sizes.Steps, workload.Sequences, workload.Labels);
        _workspace.Load(dataset, [.. Enumerable.Range(0, workload.Batch)]);
        TModel.Transpose(_model.Parameters, _workspace.Transposed);

        // A pass that is timed alone finds what the passes before it leave.
        Run(Passes.Forward | Passes.Backward);
    }

    public override void Run() => Run(_passes);

    // After one run: the gradient is added up from run to run, as a step adds it up from shard to shard.
    public override float[] Results()
    {
        if (_passes != Passes.All)
        {
            return [];
        }

        TensorInfo tensor = TModel.Description.Tensors.Single(tensor => tensor.Name == "rnn.weight_hh_l0");
        return WeightGradient.Report(
            _workload,
            _workspace.TotalLoss(),
            (row, column) => (float)(_model.Parameters[tensor.IndexOf(row, column)] - (WeightGradient.LearningRate * _gradients.Span[tensor.IndexOf(row, column)])));
    }

    private void Run(Passes passes)
    {
        for (int block = 0; block < _workspace.Blocks.Length; block++)
        {
            if (passes.HasFlag(Passes.Forward))
            {
                _model.ForwardBlock(_workspace, block);
            }

            if (passes.HasFlag(Passes.Backward))
            {
                _model.BackwardBlock(_workspace, block);
            }
        }

        for (int part = 0; passes.HasFlag(Passes.WeightGradient) && part < TModel.Description.GradientParts; part++)
        {
            TModel.AccumulateGradients(_workspace, part, _gradients.Span);
        }
    }
}
