using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;

namespace RnnGen.Training;

/// <summary>Runs a model forward over a data set, a chunk of sequences at a time, and gathers losses and predictions.</summary>
/// <remarks>
/// Sequences run in the order of their lengths, so that rows of a block end together. The losses are added up in the order of the data set:
/// neither the chunks nor the number of threads changes a bit of the result. The windows of a continuous text run one after another, each
/// from the state that the one before it ended in.
/// </remarks>
internal sealed class EvaluationPass<TModel> : ITeamWork
    where TModel : class, IRecurrentModel<TModel>
{
    private readonly TModel _model;
    private readonly TrainingWorkspace _workspace;
    private readonly ThreadTeam _team;
    private PredictionTally? _predictions;
    private RegressionTally? _errors;

    public EvaluationPass(TModel model, TrainingWorkspace workspace, ThreadTeam team)
    {
        _model = model;
        _workspace = workspace;
        _team = team;
    }

    private static bool IsRegressor => TModel.Description.Task == SequenceTask.Regression;

    public EvaluationResult Run(SequenceDataset dataset, CancellationToken cancellation)
    {
        TrainingInput.Check(TModel.Description, dataset);
        CarriedStates? carried = dataset.IsContinuous ? new CarriedStates(TModel.Description) : null;
        int[] order = carried is null ? LongestFirst(dataset) : [.. Enumerable.Range(0, dataset.Count)];
        var sums = new SequenceLoss[dataset.Count];
        _predictions = IsRegressor ? null : new PredictionTally(TModel.Description.OutputSize);
        _errors = IsRegressor ? new RegressionTally(TModel.Description.OutputSize) : null;
        for (int first = 0; first < order.Length;)
        {
            cancellation.ThrowIfCancellationRequested();
            int longest = dataset.LengthOf(order[first]);
            ReadOnlySpan<int> chunk = order.AsSpan(first, carried is null ? ChunkLength(longest, order.Length - first) : 1);
            _workspace.Load(dataset, chunk, _model.Standardization, carried);
            _team.Run(_workspace.Blocks.Length, this);
            carried?.Keep(_workspace, dataset, chunk);
            Gather(dataset, chunk, sums);
            first += chunk.Length;
        }

        return Summarize(dataset, sums);
    }

    void ITeamWork.Execute(int item, int first) => _model.ForwardBlock(_workspace, item);

    private static int[] LongestFirst(SequenceDataset dataset)
    {
        int[] order = new int[dataset.Count];
        long[] keys = new long[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
            keys[i] = ((long)-dataset.LengthOf(i) << 32) + i;
        }

        Array.Sort(keys, order);
        return order;
    }

    private int ChunkLength(int longest, int remaining) =>
        Math.Min(EvaluationChunk.MostSequences(_workspace.FloatsPerSlot * (longest + 1), _team.ThreadCount), remaining);

    private void Gather(SequenceDataset dataset, ReadOnlySpan<int> chunk, SequenceLoss[] sums)
    {
        foreach (SequenceBlock block in _workspace.Blocks)
        {
            for (int row = 0; row < block.Rows; row++)
            {
                int sequence = chunk[_workspace.BatchIndex(block.FirstSequence + row)];
                sums[sequence] = GatherSequence(block, row, dataset.LengthOf(sequence));
            }
        }
    }

    private SequenceLoss GatherSequence(SequenceBlock block, int row, int steps)
    {
        ReadOnlySpan<int> targets = _workspace.Targets;
        ReadOnlySpan<float> losses = _workspace.Losses;
        LabelWeighting? weighting = _workspace.Weighting;
        double sum = 0;
        int count = 0;
        double weightedSum = 0;
        double weights = 0;
        for (int t = 0; t < steps; t++)
        {
            int slot = block.Slot + (t * block.Rows) + row;
            if (targets[slot] >= 0)
            {
                double weight = weighting?.WeightOf(targets[slot]) ?? 1;
                sum += losses[slot];
                count++;
                weightedSum += weight * losses[slot];
                weights += weight;
                _predictions?.Add(targets[slot], _workspace.Predicted[slot]);
                _errors?.Add(_workspace.OutputRow(slot), _workspace.TargetValuesAt(slot));
            }
        }

        double share = weighting?.ShareOf(weights) ?? (count > 0 ? 1 : 0);
        return new SequenceLoss(sum, count, weights > 0 ? weightedSum / weights : 0, share);
    }

    private EvaluationResult Summarize(SequenceDataset dataset, SequenceLoss[] sums)
    {
        double meanOfMeans = 0;
        double shares = 0;
        double total = 0;
        long targets = 0;
        foreach (SequenceLoss loss in sums)
        {
            meanOfMeans += loss.Share * loss.Mean;
            shares += loss.Share;
            total += loss.Sum;
            targets += loss.Count;
        }

        ImmutableArray<ClassMetrics> classes = _predictions?.ToClassMetrics() ?? [];
        ImmutableArray<RegressionMetrics> outputs = _errors?.ToMetrics(dataset) ?? [];
        return new EvaluationResult
        {
            SequenceCount = sums.Length,
            TargetCount = targets,
            Loss = meanOfMeans / shares,
            LossPerToken = targets == 0 ? double.NaN : total / targets,
            Classes = classes,
            MacroF1 = ClassMetrics.MeanF1(classes),
            Accuracy = ClassMetrics.OverallAccuracy(classes),
            Confusion = _predictions?.Confusion,
            Outputs = outputs,
            Regression = IsRegressor ? RegressionTally.MeanOf(outputs) : null,
        };
    }

    /// <param name="Sum">The sum of the losses of its targets, not weighted.</param>
    /// <param name="Count">How many they are.</param>
    /// <param name="Mean">Their weighted mean; 0 if there is none.</param>
    /// <param name="Share">What the sequence has in the mean over sequences.</param>
    private readonly record struct SequenceLoss(double Sum, int Count, double Mean, double Share);
}
