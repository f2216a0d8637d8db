using System;
using RnnGen.Benchmarks.Workloads;

namespace RnnGen.Benchmarks.Contestants.Ours;

/// <summary>RnnGen, step by step: <c>Step</c>. The results are the outputs, a row a step.</summary>
internal sealed class StreamingSteps : Contestant
{
    private readonly StepMethod _step;
    private readonly float[] _features;
    private readonly float[] _state;
    private readonly float[] _outputs = new float[Sizes.Steps * Sizes.Outputs];

    private StreamingSteps(Workload workload, StepMethod step, int stateSize)
        : base(ContestantNames.RnnGen)
    {
        _step = step;
        _features = workload.FeaturesOf(0);
        _state = new float[stateSize];
    }

    // A call through a delegate takes about as long as a user's, which is direct; a call from generic code, through an interface, takes several times as long,
    // which is a tenth of a step of eight units.
    private delegate void StepMethod(ReadOnlySpan<float> features, Span<float> state, Span<float> outputs);

    /// <summary>The contestant.</summary>
    /// <typeparam name="TModel">The generated class.</typeparam>
    public static StreamingSteps Create<TModel>(Workload workload)
        where TModel : class, IFeatureStreamingRegressor<TModel> =>
        new(workload, ModelWeights.Create<TModel>(workload.Weights).Step, TModel.Description.StateSize);

    public override void Run()
    {
        Array.Clear(_state);
        for (int t = 0; t < Sizes.Steps; t++)
        {
            _step(
                _features.AsSpan(t * Sizes.StreamingFeatures, Sizes.StreamingFeatures),
                _state,
                _outputs.AsSpan(t * Sizes.Outputs, Sizes.Outputs));
        }
    }

    public override float[] Results() => _outputs;
}
