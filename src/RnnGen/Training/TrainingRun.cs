using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using RnnGen.Files;
using RnnGen.Numerics;
using static System.FormattableString;

namespace RnnGen.Training;

/// <summary>One run of the trainer, from its first step or from a state that an earlier one left.</summary>
internal sealed class TrainingRun<TModel> : IDisposable
    where TModel : class, IRecurrentModel<TModel>
{
    private static readonly TimeSpan ReportInterval = TimeSpan.FromMilliseconds(100);

    private readonly TModel _model;
    private readonly SequenceDataset _dataset;
    private readonly SequenceDataset? _validation;
    private readonly TrainingOptions _options;
    private readonly IProgress<TrainingProgress>? _progress;
    private readonly CancellationToken _cancellation;
    private readonly LabelWeighting? _weighting;
    private readonly TrainingSession<TModel> _session;
    private readonly BatchPlan _plan;
    private readonly List<EpochResult> _epochs = [];
    private readonly float[] _keptWeights;
    private readonly long _totalSteps;
    private readonly Stopwatch _clock = new();
    private SeededRandom _random;
    private SeededRandomState _epochOrder;
    private TimeSpan _epochStart;
    private TimeSpan _lastReport;
    private int _stepInEpoch;
    private double _lossSum;
    private long _sequencesSeen;
    private int _bestEpoch;
    private bool _isResumed;
    private FeatureStandardization? _givenStandardization;

    public TrainingRun(
        TModel model,
        SequenceDataset dataset,
        TrainingOptions options,
        SequenceDataset? validation,
        IProgress<TrainingProgress>? progress,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate(TModel.Description.Task, hasValidation: validation is not null);
        _weighting = LabelWeighting.Create(
            TModel.Description, options.LabelWeights, options.IgnoredLabels, nameof(options.LabelWeights), nameof(options.IgnoredLabels));
        Check(dataset, nameof(dataset));
        if (validation is not null)
        {
            Check(validation, nameof(validation));
        }

        if (options.CheckpointPath is { } checkpointPath)
        {
            AtomicFile.RequireWritable(checkpointPath);
        }

        _model = model;
        _dataset = dataset;
        _validation = validation;
        _options = options;
        _progress = progress;
        _cancellation = cancellation;
        _plan = new BatchPlan(dataset.Count, options.BatchSize, options.Shuffle, dataset.IsContinuous);
        _totalSteps = Math.Min(options.MaxSteps ?? long.MaxValue, (long)options.EpochLimit * _plan.BatchCount);
        _keptWeights = model.Parameters.ToArray();
        _random = new SeededRandom(options.Seed);
        _epochOrder = _random.State;
        _session = new TrainingSession<TModel>(model, options.Optimizer, options.Threads, options.ClipNorm, _weighting) { DropoutSeed = options.Seed };
    }

    private static bool IsRegressor => TModel.Description.Task == SequenceTask.Regression;

    private int CompletedEpochs => _epochs.Count;

    private string Fingerprint
    {
        get
        {
            string batches = Invariant($"{_dataset.Count} sequences, batch size {_options.BatchSize}, seed {_options.Seed}");
            string weighting = _weighting is null ? "" : $", {_weighting}";
            string text = _dataset.IsContinuous ? Invariant($", continuous text in windows of {_dataset.SequenceLength}") : "";
            return Invariant($"{batches}, shuffle {_options.Shuffle}, clip norm {_options.ClipNorm:R}, {_options.Optimizer}{weighting}{text}");
        }
    }

    /// <summary>Trains until a stopping rule holds.</summary>
    public TrainingResult Execute()
    {
        _clock.Start();
        _session.Reserve(_dataset, _options.BatchSize);
        FitStandardization();
        try
        {
            while (true)
            {
                if (_stepInEpoch == 0 && Satisfied() is { } reason)
                {
                    return Finish(reason);
                }

                PlanEpoch();
                if (RunEpoch() is { } interruption)
                {
                    return interruption == StopReason.Cancelled ? Interrupt() : FinishWithinEpoch();
                }

                EndEpoch();
                SaveIfDue();
            }
        }
        catch (TrainingDivergedException)
        {
            _keptWeights.CopyTo(_model.Parameters);
            if (_bestEpoch == 0 && _givenStandardization is not null)
            {
                _model.Standardization!.CopyFrom(_givenStandardization);
            }

            throw;
        }
    }

    public void Dispose() => _session.Dispose();

    /// <summary>Puts the model and the run where <paramref name="state"/> was taken.</summary>
    /// <param name="state">The state.</param>
    /// <param name="parameter">The caller's parameter that it came by.</param>
    /// <exception cref="ArgumentException">The state is of a run with other data or options; nothing of it was applied.</exception>
    public void Restore(TrainingState state, string parameter)
    {
        if (state.Fingerprint != Fingerprint)
        {
            throw new ArgumentException(
                $"The checkpoint belongs to a run with {state.Fingerprint}; this one has {Fingerprint}. They must be the same.",
                parameter);
        }

        TrainingCounters counters = state.Counters;
        if (counters.StepInEpoch > _plan.BatchCount
            || counters.BestEpoch > state.Epochs.Length
            || (counters.BestEpoch == 0) != state.Epochs.IsEmpty
            || (counters.SequencesSeen == 0 && counters.StepInEpoch > 0)
            || state.Moments.Length != _session.OptimizerState.MomentCount
            || (_validation is not null && state.Epochs.Any(epoch => epoch.ValidationLoss is null || (epoch.ValidationRegression is null) == IsRegressor)))
        {
            throw new ArgumentException(
                "The checkpoint does not fit this run: its counters contradict each other, or it was made without a validation set.",
                parameter);
        }

        RestoreCarriedStates(state, parameter);
        _isResumed = true;
        if (state.Standardization is not null)
        {
            _model.Standardization!.CopyFrom(state.Standardization);
        }

        state.Weights.CopyTo(_model.Parameters);
        state.KeptWeights.CopyTo(_keptWeights, 0);
        for (int i = 0; i < state.Moments.Length; i++)
        {
            state.Moments[i].CopyTo(_session.OptimizerState.Moment(i));
        }

        _session.ContinueFrom(counters.Step);
        _epochs.AddRange(state.Epochs);
        _stepInEpoch = counters.StepInEpoch;
        _lossSum = counters.LossSum;
        _sequencesSeen = counters.SequencesSeen;
        _bestEpoch = counters.BestEpoch;
        _epochOrder = counters.EpochOrder;
        _random = new SeededRandom(counters.EpochOrder);
    }

    private void RestoreCarriedStates(TrainingState state, string parameter)
    {
        if (!_dataset.IsContinuous || state.Counters.StepInEpoch == 0)
        {
            return;
        }

        // A continuous text is not shuffled: the plan is the same for every epoch.
        _plan.Prepare(new SeededRandom(state.Counters.EpochOrder));
        ReadOnlySpan<int> lastBatch = _plan.Batch(state.Counters.StepInEpoch - 1);
        if (!_session.CarriedStates.Fit(state.CarriedStates, lastBatch.Length))
        {
            throw new ArgumentException(
                Invariant($"The checkpoint does not fit this run: it must have the states of the {lastBatch.Length} streams of its last batch."),
                parameter);
        }

        _session.CarriedStates.Restore(_dataset, lastBatch, state.CarriedStates);
    }

    /// <summary>A copy of all that the run needs to go on from here.</summary>
    private TrainingState Capture()
    {
        var moments = ImmutableArray.CreateBuilder<float[]>(_session.OptimizerState.MomentCount);
        for (int i = 0; i < _session.OptimizerState.MomentCount; i++)
        {
            moments.Add(_session.OptimizerState.Moment(i).ToArray());
        }

        return new TrainingState
        {
            Weights = _model.Parameters.ToArray(),
            Standardization = _model.Standardization,
            KeptWeights = [.. _keptWeights],
            Moments = moments.MoveToImmutable(),
            CarriedStates = _dataset.IsContinuous && _stepInEpoch > 0 ? _session.CarriedStates.ToArrays() : [],
            Counters = new TrainingCounters(_session.StepCount, _stepInEpoch, _lossSum, _sequencesSeen, _bestEpoch, _epochOrder),
            Epochs = [.. _epochs],
            Fingerprint = Fingerprint,
        };
    }

    private void Check(SequenceDataset dataset, string parameter)
    {
        TrainingInput.Check(TModel.Description, dataset);
        _weighting?.RequireCounted(dataset, parameter);
    }

    // A function of the state alone, so that a resumed run stops where an uninterrupted one would.
    private StopReason? Satisfied()
    {
        if (CompletedEpochs > 0)
        {
            double loss = _epochs[^1].TrainingLoss;
            if (loss == 0)
            {
                return StopReason.LossReachedZero;
            }

            if (loss < _options.LossThreshold)
            {
                return StopReason.LossUnderThreshold;
            }

            if (_options.Patience is { } patience && CompletedEpochs - _bestEpoch >= patience)
            {
                return StopReason.NoImprovement;
            }
        }

        return CompletedEpochs >= _options.EpochLimit ? StopReason.EpochsCompleted
            : _session.StepCount >= _options.MaxSteps ? StopReason.StepsCompleted
            : null;
    }

    private void PlanEpoch()
    {
        _epochOrder = _random.State;
        _plan.Prepare(_random);
        _epochStart = _clock.Elapsed;
        if (_stepInEpoch == 0)
        {
            _lossSum = 0;
            _sequencesSeen = 0;
        }
    }

    private StopReason? RunEpoch()
    {
        while (_stepInEpoch < _plan.BatchCount)
        {
            if (_cancellation.IsCancellationRequested)
            {
                return StopReason.Cancelled;
            }

            if (_session.StepCount >= _options.MaxSteps)
            {
                return StopReason.StepsCompleted;
            }

            ReadOnlySpan<int> batch = _plan.Batch(_stepInEpoch);
            var position = new SchedulePosition(_session.StepCount, CompletedEpochs, _totalSteps);
            _session.LearningRate = _options.Optimizer.LearningRate * _options.Schedule.FactorAt(position);
            _lossSum += _session.Step(_dataset, batch) * batch.Length;
            _sequencesSeen += batch.Length;
            _stepInEpoch++;
            ReportStep();
        }

        return null;
    }

    private void EndEpoch()
    {
        RequireFiniteWeights();
        EvaluationResult? validation = _validation is null ? null : _session.Evaluate(_validation);
        if (validation is not null && !double.IsFinite(validation.Loss))
        {
            throw TrainingDivergedException.ForValidation(_session.StepCount, validation.Loss);
        }

        var epoch = new EpochResult(
            CompletedEpochs + 1,
            _session.StepCount,
            _lossSum / _sequencesSeen,
            _session.LearningRate,
            validation?.Loss,
            validation?.Regression is null ? validation?.Accuracy : null,
            validation?.Regression is null ? validation?.MacroF1 : null,
            _clock.Elapsed - _epochStart)
        {
            ValidationRegression = validation?.Regression,
        };
        _epochs.Add(epoch);
        if (_validation is null || _bestEpoch == 0 || Score(epoch) > Score(_epochs[_bestEpoch - 1]) + _options.MinimumImprovement)
        {
            _bestEpoch = epoch.Epoch;
            _model.Parameters.CopyTo(_keptWeights);
        }

        _progress?.Report(ProgressNow(epoch));
        _stepInEpoch = 0;
        _epochOrder = _random.State;
    }

    private void FitStandardization()
    {
        if (!_isResumed && _options.FitStandardization && _model.Standardization is { } standardization)
        {
            _givenStandardization = standardization.Copy();
            standardization.Fit(_dataset);
        }
    }

    private double Score(EpochResult epoch) => _options.Monitor switch
    {
        ValidationMetric.Accuracy => epoch.ValidationAccuracy!.Value,
        ValidationMetric.MacroF1 => epoch.ValidationMacroF1!.Value,
        ValidationMetric.MeanAbsoluteError => -epoch.ValidationRegression!.Value.MeanAbsoluteError,
        ValidationMetric.RSquared => epoch.ValidationRegression!.Value.RSquared,
        _ => -epoch.ValidationLoss!.Value,
    };

    private void RequireFiniteWeights()
    {
        foreach (float weight in _model.Parameters)
        {
            if (!float.IsFinite(weight))
            {
                throw TrainingDivergedException.ForWeights(_session.StepCount, weight);
            }
        }
    }

    private TrainingResult Interrupt()
    {
        Save();
        return Finish(StopReason.Cancelled);
    }

    // The state is saved as it is within the epoch: a run that goes on from there to more steps must not know that this one took stock.
    private TrainingResult FinishWithinEpoch()
    {
        if (_stepInEpoch > 0)
        {
            Save();
            EndEpoch();
        }

        return Finish(StopReason.StepsCompleted);
    }

    private void SaveIfDue()
    {
        if (CompletedEpochs % _options.CheckpointEvery == 0 || Satisfied() is not null)
        {
            Save();
        }
    }

    private void Save()
    {
        if (_options.CheckpointPath is { } path)
        {
            CheckpointFile.Save(path, TModel.Description, Capture());
        }
    }

    private TrainingResult Finish(StopReason reason)
    {
        if (_validation is not null && _options.RestoreBestWeights && _bestEpoch > 0)
        {
            _keptWeights.CopyTo(_model.Parameters);
        }

        return new TrainingResult
        {
            StopReason = reason,
            Epochs = [.. _epochs],
            BestEpoch = _bestEpoch,
            Steps = _session.StepCount,
            Duration = _clock.Elapsed,
        };
    }

    private void ReportStep()
    {
        if (_progress is null || _stepInEpoch == _plan.BatchCount)
        {
            return;
        }

        TimeSpan now = _clock.Elapsed;
        if (now - _lastReport >= ReportInterval)
        {
            _lastReport = now;
            _progress.Report(ProgressNow(completed: null));
        }
    }

    private TrainingProgress ProgressNow(EpochResult? completed) => new(
        completed?.Epoch ?? (CompletedEpochs + 1),
        _stepInEpoch,
        _plan.BatchCount,
        _session.StepCount,
        _lossSum / _sequencesSeen,
        _session.LearningRate,
        _clock.Elapsed,
        completed);
}
