using System;
using System.Diagnostics.CodeAnalysis;

namespace RnnGen.Training;

/// <summary>The checks of the lengths of real-valued input; <see cref="FeatureStandardization.Apply"/> checks the numbers.</summary>
/// <remarks>What throws is apart, for the reason that <see cref="TokenGuard"/> has.</remarks>
public static class FeatureGuard
{
    /// <summary>Checks that a span holds whole steps, at least one and no more than declared.</summary>
    /// <param name="length">The span's length.</param>
    /// <param name="featureCount">How many numbers a step has.</param>
    /// <param name="longest">The declared length of a sequence, in steps.</param>
    /// <param name="name">The parameter's name, for the exception.</param>
    /// <returns>How many steps there are.</returns>
    /// <exception cref="ArgumentException">The span is empty, too long, or ends within a step.</exception>
    public static int CheckLength(int length, int featureCount, int longest, string name = "features")
    {
        (int steps, int rest) = Math.DivRem(length, featureCount);
        if (steps < 1 || steps > longest || rest != 0)
        {
            ThrowLength(length, featureCount, longest, name);
        }

        return steps;
    }

    /// <summary>Checks that a span holds one step.</summary>
    /// <param name="length">The span's length.</param>
    /// <param name="featureCount">How many numbers a step has.</param>
    /// <param name="name">The parameter's name, for the exception.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void CheckStep(int length, int featureCount, string name = "features")
    {
        if (length != featureCount)
        {
            ThrowStep(length, featureCount, name);
        }
    }

    [DoesNotReturn]
    private static void ThrowLength(int length, int featureCount, int longest, string name) =>
        throw new ArgumentException(
            $"A sequence has 1 to {longest} steps of {featureCount} numbers; this one has {length} numbers.", name);

    [DoesNotReturn]
    private static void ThrowStep(int length, int featureCount, string name) =>
        throw new ArgumentException($"A step has {featureCount} numbers; this one has {length}.", name);
}
