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
        _deviation = [.. Enumerable.Range(0, featureCount).Select(f =>
            Changes(training, f) ? Math.Sqrt(points.Average(point => Math.Pow(point[f] - centre[f], 2))) : 0)];
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

    // The mean of equal numbers is rounded, for each length in another way: equality is seen on the numbers themselves.
    private bool Changes(IReadOnlyList<ClassifiedFeatures> training, int feature)
    {
        float first = training[0].Features.Span[feature];
        foreach (ClassifiedFeatures sample in training)
        {
            ReadOnlySpan<float> features = sample.Features.Span;
            for (int place = feature; place < features.Length; place += _featureCount)
            {
                if (features[place] != first)
                {
                    return true;
                }
            }
        }

        return false;
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
