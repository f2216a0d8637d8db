using System;
using RnnGen.Training;

namespace RnnGen;

/// <summary>The learning-rate schedules.</summary>
public static class LearningRateSchedules
{
    /// <summary>The optimizer's own rate throughout.</summary>
    public static LearningRateSchedule Constant { get; } = new ConstantSchedule();

    /// <summary>Multiplies the rate by a factor after every so many epochs: torch.optim.lr_scheduler.StepLR.</summary>
    /// <param name="everyEpochs">How many epochs lie between two changes: at least 1.</param>
    /// <param name="factor">The factor: above 0, at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static LearningRateSchedule StepDecay(int everyEpochs, double factor)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(everyEpochs, 1);
        if (factor is not (> 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(factor), factor, "Must be above 0 and at most 1.");
        }

        return new StepDecaySchedule(everyEpochs, factor);
    }

    /// <summary>
    /// Half a cosine wave from the optimizer's rate down to a share of it (I. Loshchilov, F. Hutter, "SGDR: Stochastic Gradient Descent with Warm Restarts", ICLR 2017, without
    /// restarts): final + (1 - final) (1 + cos(pi step / total)) / 2, where the first step is 0.
    /// </summary>
    /// <remarks>The last step of the wave, total - 1, is still a little above the final share, which the steps after it have, if there are any.</remarks>
    /// <param name="finalFactor">The share of the rate that is left when the wave is over: 0 to 1.</param>
    /// <param name="totalSteps">The number of steps of the half wave, after which the rate stays; 0 for those of the whole run, which then cannot be resumed to more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static LearningRateSchedule Cosine(double finalFactor = 0, long totalSteps = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(totalSteps);
        if (finalFactor is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(finalFactor), finalFactor, "Must be from 0 to 1.");
        }

        return new CosineSchedule(finalFactor, totalSteps);
    }

    /// <summary>
    /// Raises the rate linearly over the first steps, to (step + 1) / steps of what it would be, and then follows another schedule.
    /// </summary>
    /// <remarks>
    /// The other schedule counts its steps from the end of the warm-up: its step 0 is the first step after it, and its total is what is left. Its epochs are those of the run:
    /// <see cref="StepDecay"/> changes the rate when it would without a warm-up.
    /// </remarks>
    /// <param name="steps">How many steps the warm-up takes: at least 1.</param>
    /// <param name="then">The schedule that follows; <see cref="Constant"/> if null.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> is below 1.</exception>
    public static LearningRateSchedule WarmUp(long steps, LearningRateSchedule? then = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        return new WarmUpSchedule(steps, then ?? Constant);
    }

    private sealed class ConstantSchedule : LearningRateSchedule
    {
        public override bool DependsOnTotalSteps => false;

        public override double FactorAt(in SchedulePosition position) => 1;
    }

    private sealed class StepDecaySchedule(int everyEpochs, double factor) : LearningRateSchedule
    {
        public override bool DependsOnTotalSteps => false;

        public override double FactorAt(in SchedulePosition position) => DeterministicMath.Power(factor, position.Epoch / everyEpochs);
    }

    private sealed class CosineSchedule(double finalFactor, long totalSteps) : LearningRateSchedule
    {
        public override bool DependsOnTotalSteps => totalSteps == 0;

        public override double FactorAt(in SchedulePosition position)
        {
            long total = totalSteps > 0 ? totalSteps : position.TotalSteps;
            return finalFactor + ((1 - finalFactor) * DeterministicMath.CosineHalfWave((double)position.Step / total));
        }
    }

    private sealed class WarmUpSchedule(long steps, LearningRateSchedule then) : LearningRateSchedule
    {
        public override bool DependsOnTotalSteps => then.DependsOnTotalSteps;

        public override double FactorAt(in SchedulePosition position)
        {
            if (position.Step < steps)
            {
                SchedulePosition start = position with { Step = 0, TotalSteps = Remaining(position) };
                return (position.Step + 1) / (double)steps * then.FactorAt(start);
            }

            return then.FactorAt(position with { Step = position.Step - steps, TotalSteps = Remaining(position) });
        }

        private long Remaining(in SchedulePosition position) => Math.Max(1, position.TotalSteps - steps);
    }
}
