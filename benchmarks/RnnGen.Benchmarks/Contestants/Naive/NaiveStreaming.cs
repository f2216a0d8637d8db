using System;
using RnnGen.Benchmarks.Workloads;

namespace RnnGen.Benchmarks.Contestants.Naive;

/// <summary>Plain loops, step by step. The results are the outputs, a row a step.</summary>
internal sealed class NaiveStreaming(Workload workload) : Contestant(ContestantNames.NaiveLoops)
{
    private readonly NaiveCell _cell = new(workload.Weights);
    private readonly float[] _features = workload.FeaturesOf(0);
    private readonly float[] _outputs = new float[Sizes.Steps * Sizes.Outputs];

    public override void Run()
    {
        _cell.Clear();
        for (int t = 0; t < Sizes.Steps; t++)
        {
            _cell.Step(_features.AsSpan(t * Sizes.StreamingFeatures, Sizes.StreamingFeatures));
            Span<float> outputs = _outputs.AsSpan(t * Sizes.Outputs, Sizes.Outputs);
            NaiveProduct.Compute(workload.Weights.OutputHidden, _cell.State, workload.Weights.OutputBias, outputs);
        }
    }

    public override float[] Results() => _outputs;
}
