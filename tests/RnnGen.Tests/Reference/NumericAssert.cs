using System;
using System.Collections.Generic;
using System.Linq;

namespace RnnGen.Tests.Reference;

/// <summary>The contract's tolerances, and comparisons that say what differed and by how much.</summary>
internal static class NumericAssert
{
    /// <summary>Absolute, of probabilities and logits: about 16 roundings of a float near 1.</summary>
    public const double OutputTolerance = 2e-6;

    /// <summary>Relative: a loss is the mean of many terms, and its small terms come from probabilities near 1.</summary>
    public const double LossTolerance = 1e-5;

    /// <summary>
    /// Relative, for losses along two runs that are both in single precision: each drifts from the exact course by up to
    /// <see cref="LossTolerance"/>. Where the relu model's loss jumps under Adam, PyTorch is 9e-6 away from the reference and RnnGen 7e-6,
    /// on the other side.
    /// </summary>
    public const double DriftTolerance = 2 * LossTolerance;

    /// <summary>Relative to the largest element of the tensor: small elements are differences of large ones.</summary>
    public const double GradientTolerance = 1e-4;

    /// <summary>
    /// Absolute. Weights under 1 are rounded to 2^-25 at each of 20 steps, and a step of 0.1 times a gradient under 0.2 is off by at most
    /// 0.1 x 0.2 x <see cref="GradientTolerance"/>; gradients are usually far better than that (PyTorch is within 3e-7 of the reference).
    /// </summary>
    public const double SgdWeightTolerance = 2e-6;

    /// <summary>
    /// Absolute. Adam divides the gradient by its own size: 20 steps may lead 0.2 away however small the gradient is, and where it passes
    /// through zero its relative error is large. 1/2000 of that way; PyTorch's single precision is within 4e-5 of the reference, in all but a few
    /// elements within 2e-6.
    /// </summary>
    public const double AdamWeightTolerance = 1e-4;

    public static void Rows(double[][] expected, double[][] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int row = 0; row < expected.Length; row++)
        {
            Assert.Equal(expected[row].Length, actual[row].Length);
            for (int k = 0; k < expected[row].Length; k++)
            {
                Close(expected[row][k], actual[row][k], tolerance, FormattableString.Invariant($"row {row}, output {k}"));
            }
        }
    }

    public static void Loss(double expected, double actual) => Close(expected, actual, LossTolerance * Math.Abs(expected), "loss");

    /// <summary>Every tensor, relative to the largest element that is expected in it.</summary>
    public static void Gradients(TensorSet expected, TensorSet actual) =>
        Tensors(expected, actual, tensor => GradientTolerance * tensor.Cast<double>().Max(Math.Abs));

    public static void Weights(TensorSet expected, TensorSet actual, double tolerance) => Tensors(expected, actual, _ => tolerance);

    public static void Run(TrainingRun expected, TrainingRun actual, double weightTolerance, double lossTolerance = LossTolerance)
    {
        Assert.Equal(expected.Losses.Count, actual.Losses.Count);
        for (int step = 0; step < expected.Losses.Count; step++)
        {
            Close(
                expected.Losses[step], actual.Losses[step], lossTolerance * expected.Losses[step],
                FormattableString.Invariant($"loss before step {step}"));
        }

        Weights(expected.Weights, actual.Weights, weightTolerance);
    }

    private static void Tensors(TensorSet expected, TensorSet actual, Func<double[,], double> tolerance)
    {
        Assert.Equal((IEnumerable<string>)[.. expected.Names], [.. actual.Names]);
        foreach (string name in expected.Names)
        {
            double[,] wanted = expected[name], got = actual[name];
            Assert.Equal((wanted.GetLength(0), wanted.GetLength(1)), (got.GetLength(0), got.GetLength(1)));
            (int row, int column) = WorstOf(wanted, got);
            Close(wanted[row, column], got[row, column], tolerance(wanted), FormattableString.Invariant($"{name}[{row}, {column}]"));
        }
    }

    /// <summary>Where two matrices differ most; a NaN differs more than any number.</summary>
    private static (int Row, int Column) WorstOf(double[,] expected, double[,] actual)
    {
        (int, int) worst = (0, 0);
        double largest = -1;
        for (int i = 0; i < expected.GetLength(0); i++)
        {
            for (int j = 0; j < expected.GetLength(1); j++)
            {
                double difference = Math.Abs(expected[i, j] - actual[i, j]);
                if (double.IsNaN(difference))
                {
                    return (i, j);
                }

                if (difference > largest)
                {
                    largest = difference;
                    worst = (i, j);
                }
            }
        }

        return worst;
    }

    private static void Close(double expected, double actual, double tolerance, string what)
    {
        if (!(Math.Abs(expected - actual) <= tolerance))
        {
            Assert.Fail(FormattableString.Invariant(
                $"{what}: expected {expected:R}, was {actual:R}, off by {Math.Abs(expected - actual):E2}, allowed {tolerance:E2}."));
        }
    }
}
