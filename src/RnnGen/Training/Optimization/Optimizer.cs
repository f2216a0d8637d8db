using System;

namespace RnnGen;

/// <summary>
/// How gradients change the weights: a rule and its constants. Made by <see cref="Optimizers"/>; immutable, and usable for any number of
/// runs, because moments and counters belong to the run.
/// </summary>
public abstract class Optimizer
{
    private protected Optimizer(double learningRate)
    {
        LearningRate = NotNegative(learningRate, nameof(learningRate));
    }

    /// <summary>The learning rate, before a schedule's factor.</summary>
    public double LearningRate { get; }

    /// <summary>The rule's name and its constants; equal for optimizers that do the same.</summary>
    public abstract override string ToString();

    /// <summary>The state of a new run: moments that are zero.</summary>
    /// <param name="parameterStorage">The length of the span of all parameters.</param>
    internal abstract Training.OptimizerState CreateState(int parameterStorage);

    // The updates are made with floats: what is too small or too near 1 for one would be another constant than was asked for.
    private protected static double NotNegative(double value, string name) =>
        Require(float.IsFinite((float)value) && value >= 0, value, name, "Must be finite as a float, and 0 or above.");

    private protected static double Positive(double value, string name) =>
        Require(float.IsFinite((float)value) && (float)value > 0, value, name, "Must be finite and above 0 as a float.");

    private protected static double Fraction(double value, string name) =>
        Require(value >= 0 && (float)value < 1, value, name, "Must be from 0 to below 1, as a float too.");

    private static double Require(bool valid, double value, string name, string message) =>
        valid ? value : throw new ArgumentOutOfRangeException(name, value, message);
}
