using System;

namespace RnnGen.Tests.Training;

/// <summary>A schedule that is asked before every step, and with it a place to do something there.</summary>
internal sealed class HookedSchedule(Func<SchedulePosition, double> factor) : LearningRateSchedule
{
    public static HookedSchedule Before(long step, Action action, LearningRateSchedule? otherwise = null) => new(position =>
    {
        if (position.Step == step)
        {
            action();
        }

        return (otherwise ?? LearningRateSchedules.Constant).FactorAt(position);
    });

    public override double FactorAt(in SchedulePosition position) => factor(position);
}
