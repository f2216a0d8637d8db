namespace RnnGen;

/// <summary>How the learning rate changes as training goes on: the factor on the optimizer's rate, for every step.</summary>
/// <remarks>
/// The factor must be a function of the position alone, so that a resumed run continues as if it had never stopped; and made of additions,
/// multiplications, divisions and square roots, so that it has the same bits on every platform.
/// </remarks>
public abstract class LearningRateSchedule
{
    /// <summary>
    /// Whether a factor depends on <see cref="SchedulePosition.TotalSteps"/>: then a run cannot be resumed to more or fewer steps (<see cref="Trainer.Resume"/>). True, unless a
    /// schedule says that it does not.
    /// </summary>
    public virtual bool DependsOnTotalSteps => true;

    /// <summary>The factor on the optimizer's learning rate.</summary>
    /// <param name="position">Where training is.</param>
    /// <returns>A finite number, 0 or more.</returns>
    public abstract double FactorAt(in SchedulePosition position);
}
