using System;
using RnnGen.Benchmarks.Workloads;

namespace RnnGen.Benchmarks.Contestants.Ours;

/// <summary>RnnGen, one sequence after another: <c>Predict</c>. The results are the probabilities, a row a sequence.</summary>
/// <typeparam name="TModel">The generated class.</typeparam>
internal sealed class SequencePrediction<TModel>(Workload workload, string name) : Contestant(name)
    where TModel : class, ISequenceClassifier<TModel>
{
    private readonly TModel _model = ModelWeights.Create<TModel>(workload.Weights);
    private readonly int[][] _sequences = [.. workload.Sequences];
    private readonly float[] _probabilities = new float[workload.Batch * Sizes.Outputs];

    public override void Run()
    {
        for (int i = 0; i < _sequences.Length; i++)
        {
            _ = _model.Predict(_sequences[i], _probabilities.AsSpan(i * Sizes.Outputs, Sizes.Outputs));
        }
    }

    public override float[] Results() => _probabilities;
}
