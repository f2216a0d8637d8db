using System.Linq;
using RnnGen.Benchmarks.Workloads;

namespace RnnGen.Benchmarks.Contestants.Ours;

/// <summary>RnnGen, all sequences in one call: <c>PredictMany</c>. The results are the probabilities, a row a sequence.</summary>
/// <typeparam name="TModel">The generated class.</typeparam>
internal sealed class BatchPrediction<TModel>(Workload workload) : Contestant(ContestantNames.RnnGen)
    where TModel : class, ISequenceClassifier<TModel>
{
    private readonly TModel _model = ModelWeights.Create<TModel>(workload.Weights);
    private readonly int[] _tokens = [.. workload.Sequences.SelectMany(tokens => tokens)];
    private readonly int[] _lengths = [.. workload.Lengths];
    private readonly float[] _probabilities = new float[workload.Batch * Sizes.Outputs];

    public override void Run() => _model.PredictMany(_tokens, _lengths, _probabilities);

    public override float[] Results() => _probabilities;
}
