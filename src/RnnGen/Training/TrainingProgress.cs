using System;

namespace RnnGen;

/// <summary>How far training is. Reported at the end of every epoch, and at most ten times a second within one.</summary>
/// <param name="Epoch">The number of the epoch: 1 for the first.</param>
/// <param name="StepInEpoch">How many steps of it were done.</param>
/// <param name="StepsPerEpoch">How many it has.</param>
/// <param name="Step">How many steps of the run were done.</param>
/// <param name="TrainingLoss">The mean loss over the sequences of this epoch so far, in nats or, of a regressor, a squared error; NaN as long as no target of theirs counts.</param>
/// <param name="LearningRate">The learning rate of the last step.</param>
/// <param name="Elapsed">How long training has taken so far.</param>
/// <param name="Completed">What the epoch came to, if this is its end; otherwise null.</param>
public readonly record struct TrainingProgress(
    int Epoch,
    int StepInEpoch,
    int StepsPerEpoch,
    long Step,
    double TrainingLoss,
    double LearningRate,
    TimeSpan Elapsed,
    EpochResult? Completed);
