using System;
using System.Collections.Immutable;

namespace RnnGen;

/// <summary>What a training run came to.</summary>
public sealed class TrainingResult
{
    /// <summary>Why training stopped.</summary>
    public required StopReason StopReason { get; init; }

    /// <summary>
    /// The epochs, in order. One that <see cref="TrainingOptions.MaxSteps"/> cut short is the last of them; one that was cancelled, in its steps or while the
    /// validation set was measured, is not among them.
    /// </summary>
    public required ImmutableArray<EpochResult> Epochs { get; init; }

    /// <summary>
    /// The number of the epoch that did best on the validation set, by at least <see cref="TrainingOptions.MinimumImprovement"/>, or, without one, of the last; 0 if there is none. The model holds its
    /// weights, unless <see cref="TrainingOptions.RestoreBestWeights"/> is off or, without a validation set, training was cancelled within
    /// an epoch.
    /// </summary>
    public required int BestEpoch { get; init; }

    /// <summary>How many steps were done, those before a resumption included.</summary>
    public required long Steps { get; init; }

    /// <summary>How long training took, without what lies before a resumption.</summary>
    public required TimeSpan Duration { get; init; }
}
