using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using RnnGen.Files;
using RnnGen.Numerics;
using static System.FormattableString;

namespace RnnGen.Training;

/// <summary>One run of the trainer, from its first step or from a state that an earlier one left.</summary>
internal sealed partial class TrainingRun<TModel> : IDisposable
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
    private double _sharesSeen;
    private int _bestEpoch;
    private bool _isResumed;
    private float[]? _givenWeights;
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
            SameIds.Require(dataset, validation, nameof(validation));
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

    /// <summary>Makes room for the largest batch, while the model is as it was.</summary>
    /// <exception cref="InvalidOperationException">Its activations do not fit in one array.</exception>
    public void Reserve() => _session.Reserve(_dataset, _options.BatchSize);

    /// <summary>Trains until a stopping rule holds.</summary>
    public TrainingResult Execute()
    {
        _clock.Start();
        PrepareStandardization();
        try
        {
            while (true)
            {
                if (_stepInEpoch == 0 && Satisfied() is { } reason)
                {
                    return Finish(reason);
                }

                PlanEpoch();
                StopReason? interruption = RunEpoch();
                RequireFiniteState();
                if (interruption == StopReason.StepsCompleted)
                {
                    return FinishWithinEpoch();
                }

                if (interruption == StopReason.Cancelled || !TryEndEpoch())
                {
                    Save();
                    return Finish(StopReason.Cancelled);
                }

                SaveIfDue();
            }
        }
        catch (TrainingDivergedException)
        {
            if (_bestEpoch == 0)
            {
                (_givenWeights ?? _keptWeights).CopyTo(_model.Parameters);
                GiveStandardizationBack();
            }
            else
            {
                _keptWeights.CopyTo(_model.Parameters);
            }

            throw;
        }
        finally
        {
            if (_session.StepCount == 0 && !_isResumed)
            {
                GiveStandardizationBack();
            }
        }
    }

    public void Dispose() => _session.Dispose();

    private void Check(SequenceDataset dataset, string parameter)
    {
        TrainingInput.Check(TModel.Description, dataset, parameter);
        if (_weighting is null)
        {
            TrainingInput.RequireTarget(TModel.Description, dataset, parameter);
        }
        else
        {
            _weighting.RequireCounted(dataset, parameter);
        }
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
            _sharesSeen = 0;
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
            _session.LearningRate = LearningRateAt(new SchedulePosition(_session.StepCount, CompletedEpochs, _totalSteps));
            double loss = _session.Step(_dataset, batch);
            _lossSum += loss * _session.LastShares;
            _sharesSeen += _session.LastShares;
            _stepInEpoch++;
            ReportStep();
        }

        return null;
    }

    private double LearningRateAt(in SchedulePosition position)
    {
        double factor = _options.Schedule.FactorAt(position);
        double rate = _options.Optimizer.LearningRate * factor;
        return factor >= 0 && double.IsFinite(rate)
            ? rate
            : throw new InvalidOperationException(Invariant(
                $"The schedule {_options.Schedule.GetType().Name} gives the factor {factor} for step {position.Step + 1}; it must be finite, and 0 or above, and so must the learning rate {_options.Optimizer.LearningRate} times it."));
    }

    /// <summary>Measures the validation set, and takes stock.</summary>
    /// <returns>Whether it did; not if the caller cancelled meanwhile, and then the epoch is as it was before its end.</returns>
    private bool TryEndEpoch()
    {
        if (!TryMeasure(out EvaluationResult? validation))
        {
            return false;
        }

        if (validation is not null && !double.IsFinite(validation.Loss))
        {
            throw TrainingDivergedException.ForValidation(_session.StepCount, validation.Loss);
        }

        var epoch = new EpochResult(
            CompletedEpochs + 1,
            _session.StepCount,
            _lossSum / _sharesSeen,
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
        return true;
    }

    private bool TryMeasure(out EvaluationResult? validation)
    {
        validation = null;
        if (_validation is null)
        {
            return true;
        }

        try
        {
            validation = _session.Evaluate(_validation, _cancellation);
            return true;
        }
        catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    private void PrepareStandardization()
    {
        // That of a resumed run came with its checkpoint.
        if (_isResumed || _model.Standardization is not { } standardization)
        {
            return;
        }

        FeatureStandardization wanted = standardization.Copy();
        if (_options.FitStandardization)
        {
            wanted.Fit(_dataset);
        }

        CheckFeatures(wanted);
        _givenStandardization = standardization.Copy();
        standardization.CopyFrom(wanted);
    }

    private void GiveStandardizationBack()
    {
        if (_givenStandardization is not null)
        {
            _model.Standardization!.CopyFrom(_givenStandardization);
        }
    }

    // Only a standardisation tells which numbers are too far from the mean: the other checks of the data come before there is one.
    private void CheckFeatures(FeatureStandardization standardization)
    {
        TrainingInput.CheckStandardized(_dataset, standardization, "dataset");
        if (_validation is not null)
        {
            TrainingInput.CheckStandardized(_validation, standardization, "validation");
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

    // Before anything is saved: a checkpoint with numbers that are not finite could not be loaded, and would have taken the place of one that can.
    private void RequireFiniteState()
    {
        RequireFinite(_model.Parameters, TrainingDivergedException.ForWeights);
        for (int i = 0; i < _session.OptimizerState.MomentCount; i++)
        {
            RequireFinite(_session.OptimizerState.Moment(i), TrainingDivergedException.ForMoments);
        }
    }

    private void RequireFinite(ReadOnlySpan<float> values, Func<long, float, TrainingDivergedException> diverged)
    {
        int place = values.IndexOfAnyExceptInRange(float.MinValue, float.MaxValue);
        if (place >= 0)
        {
            throw diverged(_session.StepCount, values[place]);
        }
    }

    // The state is saved as it is within the epoch: a run that goes on from there to more steps must not know that this one took stock. But only after that, which may show that it diverged.
    private TrainingResult FinishWithinEpoch()
    {
        if (_stepInEpoch == 0)
        {
            return Finish(StopReason.StepsCompleted);
        }

        TrainingState? state = _options.CheckpointPath is null ? null : Capture();
        bool measured = TryEndEpoch();
        Save(state);
        return Finish(measured ? StopReason.StepsCompleted : StopReason.Cancelled);
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
        _lossSum / _sharesSeen,
        _session.LearningRate,
        _clock.Elapsed,
        completed);
}
