using System;
using System.Collections.Generic;
using System.Threading;
using RnnGen.Numerics;
using RnnGen.Training;

namespace RnnGen;

/// <summary>A model in training, one step at a time: for loops of one's own. <see cref="Trainer"/> is one such loop.</summary>
/// <remarks>
/// <para>
/// A step loads the batch, transposes the weights, runs forward and backward over blocks of sequences, adds up the gradient part by part,
/// and updates range by range; the work of each of the last three phases is shared by a team of threads. The batch of a model that is not large is cut into shards of
/// eight sequences or a multiple, 16 at most, which one thread each takes from loading to a gradient of its own, with the weights as it has transposed them for itself; the update adds them up. Every number is computed by one
/// thread in one order, so the bits do not depend on the number of threads.
/// </para>
/// <para>
/// Steps allocate nothing once the largest batch was seen. Not safe from several threads at once; the model must not be written meanwhile.
/// </para>
/// </remarks>
/// <typeparam name="TModel">The generated class.</typeparam>
public sealed class TrainingSession<TModel> : IDisposable
    where TModel : class, IRecurrentModel<TModel>
{
    // The squares of a range are added up in one piece, by one thread. Four thousand floats are a few microseconds of work.
    private const int RangeLength = 4096;

    // A range is updated by one thread. Short ones of a small network, so that threads have as much to do as each other; but each is claimed, which takes as long as some hundred floats.
    private const int WantedRanges = 8;
    private const int LeastUpdate = 1024;
    private static readonly int UpdateLength = Math.Clamp(Softmax.RowLength(TModel.Description.ParameterStorage / WantedRanges), LeastUpdate, RangeLength);

    private readonly TModel _model;
    private readonly double? _clipNorm;
    private readonly ThreadTeam _team;
    private readonly TrainingWorkspace _workspace;
    private readonly BatchShards<TModel> _shards;
    private readonly CarriedStates _carried;
    private readonly EvaluationPass<TModel> _evaluation;
    private readonly OptimizerState _optimizerState;
    private readonly AlignedBuffer _gradients;
    private readonly double[] _squares;
    private readonly BlockWork _blockWork;
    private readonly GradientWork _gradientWork;
    private readonly NormWork _normWork;
    private readonly UpdateWork _updateWork;
    private double _learningRate;

    /// <summary>Prepares to train a model: moments that are zero, threads that wait.</summary>
    /// <param name="model">The model; every step changes its parameters.</param>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="threads">How many threads work, the caller's among them: up to 1,024; 0 for as many as there are processors.</param>
    /// <param name="clipNorm">The largest norm that the gradient of all parameters may have: above 0; null for no clipping.</param>
    /// <param name="labelWeights">
    /// How much each label counts in the loss, as <see cref="TrainingOptions.LabelWeights"/>; null if all count the same.
    /// </param>
    /// <param name="ignoredLabels">Labels that are not looked at, as <see cref="TrainingOptions.IgnoredLabels"/>; null for none.</param>
    /// <exception cref="ArgumentException">The weights or ignored labels break a rule of the training options.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="threads"/> is negative or above 1,024, <paramref name="clipNorm"/> is not above 0, or a weight or an ignored label is out of range.
    /// </exception>
    public TrainingSession(
        TModel model,
        Optimizer optimizer,
        int threads = 0,
        double? clipNorm = null,
        IReadOnlyList<float>? labelWeights = null,
        IReadOnlyList<int>? ignoredLabels = null)
        : this(
            model,
            optimizer,
            threads,
            clipNorm,
            LabelWeighting.Create(TModel.Description, labelWeights, ignoredLabels, nameof(labelWeights), nameof(ignoredLabels)))
    {
    }

    internal TrainingSession(TModel model, Optimizer optimizer, int threads, double? clipNorm, LabelWeighting? weighting)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(optimizer);
        ThreadTeam.ThrowIfOutOfRange(threads);
        if (clipNorm is not (null or > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(clipNorm), clipNorm, "Must be above 0, or null for no clipping.");
        }

        _model = model;
        _clipNorm = clipNorm;
        _learningRate = optimizer.LearningRate;
        int storage = TModel.Description.ParameterStorage;
        _optimizerState = optimizer.CreateState(storage);
        _gradients = new AlignedBuffer(storage);
        _squares = new double[Ranges(RangeLength)];
        _workspace = new TrainingWorkspace(TModel.Description) { Weighting = weighting };
        _shards = new BatchShards<TModel>(model, _workspace, _gradients);
        _carried = new CarriedStates(TModel.Description);
        _blockWork = new BlockWork(this);
        _gradientWork = new GradientWork(this);
        _normWork = new NormWork(this);
        _updateWork = new UpdateWork(this);
        _team = new ThreadTeam(threads);
        _evaluation = new EvaluationPass<TModel>(model, _workspace, _team);
    }

    /// <summary>
    /// The seed of what dropout drops; 0 unless set. The same seed drops the same, step by step, whatever the number of threads. A model without dropout has no
    /// use for it.
    /// </summary>
    public long DropoutSeed { get; init; }

    /// <summary>How many steps were done.</summary>
    public long StepCount { get; private set; }

    /// <summary>How many threads work, the caller's among them.</summary>
    public int ThreadCount => _team.ThreadCount;

    /// <summary>The learning rate of the next step: the optimizer's own, until it is set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or NaN.</exception>
    public double LearningRate
    {
        get => _learningRate;
        set
        {
            if (!double.IsFinite(value) || value < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(value), value, "Must be finite, and 0 or above.");
            }

            _learningRate = value;
        }
    }

    /// <summary>
    /// The norm that the gradient of the last step had before it was clipped; NaN before the first step and without clipping.
    /// </summary>
    public double LastGradientNorm { get; private set; } = double.NaN;

    internal OptimizerState OptimizerState => _optimizerState;

    /// <summary>What the losses of the last step's sequences were divided by: without label weights, how many of them have a target.</summary>
    internal double LastShares { get; private set; }

    /// <summary>The states that the last batch of a continuous text ended in.</summary>
    internal CarriedStates CarriedStates => _carried;

    /// <summary>Learns from one batch.</summary>
    /// <remarks>
    /// A window of a continuous text (<see cref="SequenceDataset.ForContinuousText"/>) begins with the state in which the step before left
    /// the window before it, if that was in the same place of its batch; otherwise with zero. No gradient goes from a window to the one
    /// before it.
    /// </remarks>
    /// <param name="dataset">A data set for the model's task. Features go through the model's standardisation as it is.</param>
    /// <param name="indices">Which of its sequences: at least one, each from 0 to Count - 1.</param>
    /// <returns>
    /// The loss of the batch before the step: the mean over its sequences that have a target of the mean over their targets of the cross-entropy, in nats, or
    /// of a regressor's mean squared error; both means weighted where labels have weights, and 0 if no target counts.
    /// </returns>
    /// <exception cref="ArgumentException"><paramref name="indices"/> is empty, or a sequence does not fit the model.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is out of range, or a token or a target is out of the model's.</exception>
    /// <exception cref="InvalidOperationException">The activations of the batch do not fit in one array: it must be smaller.</exception>
    /// <exception cref="TrainingDivergedException">
    /// The loss is not finite, or, where the gradient is clipped, its norm. The weights are those before the step. Without clipping the gradient is not
    /// looked at: one that is not finite makes the weights so, and with them the loss of a later step.
    /// </exception>
    public double Step(SequenceDataset dataset, ReadOnlySpan<int> indices)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ulong dropoutKey = DropoutMask.Derive((ulong)DropoutSeed, (ulong)StepCount);
        double loss = _shards.Cut(dataset, indices, dropoutKey) ? GradientOfShards() : GradientOfBlocks(dataset, indices, dropoutKey);
        _optimizerState.PrepareStep(StepCount + 1, _learningRate, ClipScale());
        _team.Run(Ranges(UpdateLength), _updateWork);
        if (dataset.IsContinuous)
        {
            _carried.Keep(_workspace, dataset, indices);
        }

        // The first shard of a batch is in the session's own workspace, and knows the shares of all.
        LastShares = _workspace.Shares;
        StepCount++;
        return loss;
    }

    /// <summary>Measures the model, as it is now, on a data set.</summary>
    /// <param name="dataset">A data set for the model's task.</param>
    /// <param name="cancellationToken">Stops measuring after the sequences at hand.</param>
    /// <exception cref="ArgumentException">A sequence does not fit the model.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public EvaluationResult Evaluate(SequenceDataset dataset, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return _evaluation.Run(dataset, cancellationToken);
    }

    /// <summary>Ends the threads.</summary>
    public void Dispose() => _team.Dispose();

    /// <summary>Makes room for the largest batch of a data set, so that no step allocates.</summary>
    internal void Reserve(SequenceDataset dataset, int batchSize)
    {
        int[] lengths = new int[dataset.Count];
        for (int i = 0; i < lengths.Length; i++)
        {
            lengths[i] = dataset.LengthOf(i);
        }

        Array.Sort(lengths, static (a, b) => b.CompareTo(a));
        int largest = Math.Min(batchSize, lengths.Length);
        _shards.Reserve(dataset, lengths, largest);
        if (dataset.IsContinuous)
        {
            _carried.Reserve(Math.Min(batchSize, dataset.Count));
        }
    }

    /// <summary>Continues the count of an interrupted session, whose moments the caller has put back.</summary>
    internal void ContinueFrom(long stepCount) => StepCount = stepCount;

    private double GradientOfShards()
    {
        try
        {
            _shards.Run(_team);
            double loss = _shards.TotalLoss();
            RequireFinite(loss);
            return loss;
        }
        catch
        {
            // What some shards have added up would go into the next step.
            _shards.Discard();
            throw;
        }
    }

    private double GradientOfBlocks(SequenceDataset dataset, ReadOnlySpan<int> indices, ulong dropoutKey)
    {
        _workspace.Load(dataset, indices, _model.Standardization, dataset.IsContinuous ? _carried : null);
        TModel.Transpose(_model.Parameters, _workspace.Transposed);
        _workspace.DropoutKey = dropoutKey;
        _team.Run(_workspace.Blocks.Length, _blockWork);
        double loss = _workspace.TotalLoss();
        RequireFinite(loss);
        _team.Run(TModel.Description.GradientParts, _gradientWork);
        return loss;
    }

    private void RequireFinite(double loss)
    {
        if (!double.IsFinite(loss))
        {
            throw TrainingDivergedException.ForLoss(StepCount + 1, loss);
        }
    }

    private float ClipScale()
    {
        if (_clipNorm is not { } largest)
        {
            return 1f;
        }

        _team.Run(_squares.Length, _normWork);
        double sum = 0;
        foreach (double square in _squares)
        {
            sum += square;
        }

        LastGradientNorm = Math.Sqrt(sum);
        if (!double.IsFinite(sum))
        {
            _gradients.Span.Clear();
            throw TrainingDivergedException.ForGradient(StepCount + 1, LastGradientNorm);
        }

        return GradientNorm.ClipScale(LastGradientNorm, largest);
    }

    private static int Ranges(int length) => (TModel.Description.ParameterStorage + length - 1) / length;

    private static (int Start, int Length) Range(int index, int length)
    {
        int start = index * length;
        return (start, Math.Min(length, TModel.Description.ParameterStorage - start));
    }

    private sealed class BlockWork(TrainingSession<TModel> session) : ITeamWork
    {
        public void Execute(int item, int first)
        {
            session._model.ForwardBlock(session._workspace, item);
            session._model.BackwardBlock(session._workspace, item);
        }
    }

    private sealed class GradientWork(TrainingSession<TModel> session) : ITeamWork
    {
        public void Execute(int item, int first) => TModel.AccumulateGradients(session._workspace, item, session._gradients.Span);
    }

    private sealed class NormWork(TrainingSession<TModel> session) : ITeamWork
    {
        public void Execute(int item, int first)
        {
            (int start, int length) = Range(item, RangeLength);
            session._shards.AddGradients(start, length);
            session._squares[item] = GradientNorm.SumOfSquares(session._gradients.Span.Slice(start, length));
        }
    }

    private sealed class UpdateWork(TrainingSession<TModel> session) : ITeamWork
    {
        public void Execute(int item, int first)
        {
            (int start, int length) = Range(item, UpdateLength);
            if (session._clipNorm is null)
            {
                session._shards.AddGradients(start, length);
            }

            session._optimizerState.UpdateRange(session._model.Parameters, session._gradients.Span, start, length);
        }
    }
}
