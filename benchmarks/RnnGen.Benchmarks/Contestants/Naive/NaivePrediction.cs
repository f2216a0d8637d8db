using System;
using RnnGen.Benchmarks.Workloads;

namespace RnnGen.Benchmarks.Contestants.Naive;

/// <summary>Plain loops, one sequence after another. The results are the probabilities, a row a sequence.</summary>
internal sealed class NaivePrediction(Workload workload) : Contestant(ContestantNames.NaiveLoops)
{
    private readonly NaiveNetwork _network = new(workload.Weights);
    private readonly int[][] _sequences = [.. workload.Sequences];
    private readonly float[] _probabilities = new float[workload.Batch * Sizes.Outputs];
    private float[] _state = new float[workload.Hidden];
    private float[] _next = new float[workload.Hidden];

    /// <summary>The contestant; null for a cell with gates, which has no naive loops.</summary>
    public static NaivePrediction? Create(Workload workload) => workload.Cell == CellKind.Elman ? new NaivePrediction(workload) : null;

    public override void Run()
    {
        for (int i = 0; i < _sequences.Length; i++)
        {
            Array.Clear(_state);
            foreach (int token in _sequences[i])
            {
                _network.Step(token, _state, _next);
                (_state, _next) = (_next, _state);
            }

            _network.Output(_state, _probabilities.AsSpan(i * Sizes.Outputs, Sizes.Outputs));
        }
    }

    public override float[] Results() => _probabilities;
}
