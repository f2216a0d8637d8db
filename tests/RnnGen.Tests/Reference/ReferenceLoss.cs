using System;
using System.Collections.Generic;
using System.Linq;

namespace RnnGen.Tests.Reference;

/// <summary>The loss of a batch: each row of outputs adds its cross-entropy in nats, or the mean of its squared errors, times a share.</summary>
/// <param name="shape">Which of the two it is, and how many rows a sequence has.</param>
/// <param name="labelWeights">What a row counts by its true label; 1 if null.</param>
internal sealed class ReferenceLoss(ReferenceShape shape, IReadOnlyList<double>? labelWeights)
{
    /// <summary>
    /// The shares of the rows of every sequence. Of m sequences that have a counted step, each has 1/m, which its steps share by the weights of
    /// their labels; sequences with one row each share alike by the weights of theirs.
    /// </summary>
    public double[][] Shares(IReadOnlyList<Observation> batch)
    {
        double[][] counts = [.. batch.Select(Counts)];
        double[] sums = Array.ConvertAll(counts, ofSequence => ofSequence.Sum());
        double total = sums.Sum();
        int counted = sums.Count(sum => sum > 0);
        return
        [
            .. counts.Zip(sums, (ofSequence, sum) =>
            {
                double divisor = shape.HasOneOutput ? total : counted * sum;
                return Array.ConvertAll(ofSequence, count => count == 0 ? 0 : count / divisor);
            }),
        ];
    }

    /// <summary>What a row adds.</summary>
    public double Row(double[] outputs, Observation observation, int row, double share)
    {
        if (share == 0)
        {
            return 0;
        }

        return shape.IsRegressor
            ? share * outputs.Zip(observation.Values![row], (y, wanted) => (y - wanted) * (y - wanted)).Average()
            : -share * LogSoftmax(outputs)[observation.Targets[row]];
    }

    /// <summary>The gradient of what a row adds with respect to its outputs.</summary>
    public double[] RowGradient(double[] outputs, Observation observation, int row, double share)
    {
        if (share == 0)
        {
            return new double[outputs.Length];
        }

        return shape.IsRegressor
            ? [.. outputs.Zip(observation.Values![row], (y, wanted) => share * 2 * (y - wanted) / outputs.Length)]
            : [.. LogSoftmax(outputs).Select((logarithm, k) => share * (Math.Exp(logarithm) - (k == observation.Targets[row] ? 1 : 0)))];
    }

    /// <summary>The logarithms of softmax's probabilities.</summary>
    public static double[] LogSoftmax(double[] logits)
    {
        double largest = logits.Max();
        double logSum = largest + Math.Log(logits.Sum(logit => Math.Exp(logit - largest)));
        return Array.ConvertAll(logits, logit => logit - logSum);
    }

    private double[] Counts(Observation observation) => shape.IsRegressor
        ? [.. observation.Values!.Select(row => double.IsNaN(row[0]) ? 0.0 : 1.0)]
        : Array.ConvertAll(observation.Targets, target => target < 0 ? 0 : labelWeights?[target] ?? 1);
}
