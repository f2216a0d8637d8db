using System;
using System.Collections.Generic;
using System.Linq;

namespace RnnGen.Demo.Baselines;

/// <summary>
/// Forgets the order of the steps: a sequence is the mean of its steps, and belongs to the class whose training sequences have the nearest mean. Distances
/// are Euclidean, in units of each number's standard deviation over the training sequences.
/// </summary>
internal sealed class NearestClassMean
{
    // A mean of thousands of numbers has lost some bits of its 53; those of measurements differ by far more.
    private const double Rounding = 1e-12;

    private readonly int _featureCount;
    private readonly double[] _deviation;
    private readonly List<(string Label, double[] Mean)> _classes = [];

    /// <summary>Takes the means of a training set.</summary>
    /// <param name="training">At least one sequence.</param>
    /// <param name="featureCount">How many numbers a step has.</param>
    public NearestClassMean(IReadOnlyList<ClassifiedFeatures> training, int featureCount)
    {
        _featureCount = featureCount;
        double[][] points = [.. training.Select(sample => OverTime(sample.Features.Span))];
        double[] centre = Mean(points);
        _deviation = [.. Enumerable.Range(0, featureCount).Select(f => Deviation(points, centre, f))];
        foreach (IGrouping<string, double[]> group in points.Zip(training).GroupBy(pair => pair.Second.Label, pair => pair.First))
        {
            _classes.Add((group.Key, Mean([.. group])));
        }
    }

    /// <summary>The class of a sequence; the first of them if several are as near.</summary>
    public string Predict(ReadOnlySpan<float> features)
    {
        double[] point = OverTime(features);
        return _classes.MinBy(candidate => Distance(point, candidate.Mean)).Label;
    }

    private double Distance(double[] point, double[] mean)
    {
        double squares = 0;
        for (int f = 0; f < _featureCount; f++)
        {
            // What never changes tells nothing.
            squares += _deviation[f] == 0 ? 0 : Math.Pow((point[f] - mean[f]) / _deviation[f], 2);
        }

        return squares;
    }

    // Means of equal numbers are rounded, for each length in another way: so small a deviation is none.
    private static double Deviation(double[][] points, double[] centre, int feature)
    {
        double deviation = Math.Sqrt(points.Average(point => Math.Pow(point[feature] - centre[feature], 2)));
        return deviation > Rounding * points.Max(point => Math.Abs(point[feature])) ? deviation : 0;
    }

    private double[] OverTime(ReadOnlySpan<float> features)
    {
        double[] mean = new double[_featureCount];
        int steps = features.Length / _featureCount;
        for (int place = 0; place < features.Length; place++)
        {
            mean[place % _featureCount] += features[place];
        }

        for (int f = 0; f < _featureCount; f++)
        {
            mean[f] /= steps;
        }

        return mean;
    }

    private double[] Mean(IReadOnlyCollection<double[]> points) =>
        [.. Enumerable.Range(0, _featureCount).Select(f => points.Average(point => point[f]))];
}
