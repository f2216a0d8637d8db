namespace RnnGen;

/// <summary>How the learning rate changes as training goes on: the factor on the optimizer's rate, for every step.</summary>
/// <remarks>
/// The factor must be a function of the position alone, so that a resumed run continues as if it had never stopped; and made of additions,
/// multiplications, divisions and square roots, so that it has the same bits on every platform.
/// </remarks>
public abstract class LearningRateSchedule
{
    /// <summary>The factor on the optimizer's learning rate.</summary>
    /// <param name="position">Where training is.</param>
    /// <returns>0 or more.</returns>
    public abstract double FactorAt(in SchedulePosition position);
}
