using System;

namespace RnnGen;

/// <summary>What one epoch of training came to.</summary>
/// <param name="Epoch">Its number: 1 for the first.</param>
/// <param name="Steps">How many steps of the run were done at its end.</param>
/// <param name="TrainingLoss">
/// The mean over its sequences, as <see cref="EvaluationResult.Loss"/> takes it, of the loss each had when the epoch came to it, in nats or, of a regressor, a squared error. NaN if no target of theirs counts, which is only where
/// <see cref="TrainingOptions.MaxSteps"/> cut the epoch short.
/// </param>
/// <param name="LearningRate">The learning rate of its last step.</param>
/// <param name="ValidationLoss">The loss of the validation set after it; null without a validation set.</param>
/// <param name="ValidationAccuracy">The accuracy on the validation set after it; null without a validation set, and for a regressor.</param>
/// <param name="ValidationMacroF1">Macro F1 on the validation set after it; null without a validation set, and for a regressor.</param>
/// <param name="Duration">How long it took, its validation included; of an epoch that was interrupted, from where <see cref="Trainer.Resume"/> went on with it.</param>
public sealed record EpochResult(
    int Epoch,
    long Steps,
    double TrainingLoss,
    double LearningRate,
    double? ValidationLoss,
    double? ValidationAccuracy,
    double? ValidationMacroF1,
    TimeSpan Duration)
{
    /// <summary>A regressor's errors on the validation set after it; null without a validation set, and for other models.</summary>
    public RegressionMetrics? ValidationRegression { get; init; }
}
