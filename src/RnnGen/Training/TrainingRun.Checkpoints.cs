using System;
using System.Collections.Immutable;
using System.Linq;
using RnnGen.Numerics;
using static System.FormattableString;

namespace RnnGen.Training;

/// <content>How a run is kept in a checkpoint, and goes on from one.</content>
internal sealed partial class TrainingRun<TModel>
{
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

        if (_options.Schedule.DependsOnTotalSteps && state.TotalSteps != _totalSteps)
        {
            throw new ArgumentException(
                Invariant($"The checkpoint belongs to a run of {state.TotalSteps} steps, this one has {_totalSteps}; under a schedule that depends on their number they must be the same."),
                parameter);
        }

        TrainingCounters counters = state.Counters;
        if (counters.StepInEpoch > _plan.BatchCount
            || counters.Step != ((long)state.Epochs.Length * _plan.BatchCount) + counters.StepInEpoch
            || state.Epochs.Any(epoch => epoch.Steps != (long)epoch.Epoch * _plan.BatchCount)
            || counters.BestEpoch > state.Epochs.Length
            || (counters.BestEpoch == 0) != state.Epochs.IsEmpty
            || !double.IsFinite(counters.LossSum)
            || !double.IsFinite(counters.SharesSeen)
            || counters.SharesSeen < 0
            || (counters.SharesSeen == 0 && counters.LossSum != 0)
            || state.Moments.Length != _session.OptimizerState.MomentCount
            || (_validation is not null && state.Epochs.Any(epoch => epoch.ValidationLoss is null || (epoch.ValidationRegression is null) == IsRegressor)))
        {
            throw new ArgumentException(
                "The checkpoint does not fit this run: its counters contradict each other, or it was made without a validation set.",
                parameter);
        }

        if (state.Standardization is not null)
        {
            CheckFeatures(state.Standardization);
        }

        RestoreCarriedStates(state, parameter);
        if (counters.StepInEpoch > 0)
        {
            // The end of the epoch tells the rate of the last step, and there may be no other.
            _session.LearningRate = LearningRateAt(new SchedulePosition(counters.Step - 1, state.Epochs.Length, _totalSteps));
        }

        _isResumed = true;
        _givenWeights = _model.Parameters.ToArray();
        _givenStandardization = _model.Standardization?.Copy();
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
        _sharesSeen = counters.SharesSeen;
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
            Counters = new TrainingCounters(_session.StepCount, _stepInEpoch, _lossSum, _sharesSeen, _bestEpoch, _epochOrder),
            TotalSteps = _totalSteps,
            Epochs = [.. _epochs],
            Fingerprint = Fingerprint,
        };
    }

    private void SaveIfDue()
    {
        if (CompletedEpochs % _options.CheckpointEvery == 0 || Satisfied() is not null)
        {
            Save();
        }
    }

    private void Save() => Save(_options.CheckpointPath is null ? null : Capture());

    private void Save(TrainingState? state)
    {
        if (state is not null)
        {
            CheckpointFile.Save(_options.CheckpointPath!, TModel.Description, state);
        }
    }
}
