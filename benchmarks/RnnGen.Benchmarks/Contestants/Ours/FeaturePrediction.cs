using RnnGen.Benchmarks.Workloads;

namespace RnnGen.Benchmarks.Contestants.Ours;

/// <summary>RnnGen, one sequence of real numbers: <c>Predict</c>. The results are its probabilities.</summary>
/// <typeparam name="TModel">The generated class.</typeparam>
internal sealed class FeaturePrediction<TModel>(Workload workload) : Contestant(ContestantNames.RnnGen)
    where TModel : class, IFeatureClassifier<TModel>
{
    private readonly TModel _model = ModelWeights.Create<TModel>(workload.Weights);
    private readonly float[] _features = workload.FeaturesOf(0);
    private readonly float[] _probabilities = new float[Sizes.Outputs];

    public override void Run() => _ = _model.Predict(_features, _probabilities);

    public override float[] Results() => _probabilities;
}
