using System;
using static System.FormattableString;

namespace RnnGen;

/// <summary>Training met a loss, a gradient, weights or moments of the optimizer that are NaN or infinite, and cannot go on.</summary>
public sealed class TrainingDivergedException : ArithmeticException
{
    private TrainingDivergedException(string message, long step)
        : base(message)
    {
        Step = step;
    }

    /// <summary>The number of the step at which it appeared: 1 for the first of the run.</summary>
    public long Step { get; }

    internal static TrainingDivergedException ForLoss(long step, double loss) => Diverged("loss of the batch", loss, step);

    internal static TrainingDivergedException ForGradient(long step, double norm) => Diverged("norm of the gradient", norm, step);

    internal static TrainingDivergedException ForValidation(long step, double loss) => Diverged("validation loss", loss, step);

    internal static TrainingDivergedException ForWeights(long step, float weight) => Diverged("value of a weight", weight, step);

    internal static TrainingDivergedException ForMoments(long step, float moment) => Diverged("value of an optimizer's moment", moment, step);

    private static TrainingDivergedException Diverged(string subject, double value, long step) =>
        new(
            Invariant($"The {subject} is {value} at step {step}; it must be finite. A lower learning rate or gradient clipping may help."),
            step);
}
