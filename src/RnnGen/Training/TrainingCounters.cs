using RnnGen.Numerics;

namespace RnnGen.Training;

/// <summary>Where a run is.</summary>
/// <param name="Step">How many steps were done.</param>
/// <param name="StepInEpoch">How many steps of the present epoch were done.</param>
/// <param name="LossSum">The sum over the present epoch's sequences so far of share x loss.</param>
/// <param name="SharesSeen">The sum of their shares: without label weights, how many of them have a target.</param>
/// <param name="BestEpoch">The number of the best epoch; 0 before the first.</param>
/// <param name="EpochOrder">Where the random numbers were when the present epoch was planned, or will be when the next is.</param>
internal readonly record struct TrainingCounters(
    long Step, int StepInEpoch, double LossSum, double SharesSeen, int BestEpoch, SeededRandomState EpochOrder);
