using System;

namespace RnnGen;

public sealed partial class FeatureStandardization
{
    /// <summary>Measures mean and standard deviation of every feature over all steps of a data set, each step counting once.</summary>
    /// <remarks>
    /// The standard deviation is that of the population (divided by the number of steps), as scikit-learn's StandardScaler has it; that of a feature which never
    /// changes, or too little for a normal float, is taken as 1. Two passes in double precision, in the order of the data set: the same bits on every machine.
    /// </remarks>
    /// <param name="dataset">A data set of features.</param>
    /// <exception cref="ArgumentException">The data set has another number of features, or none.</exception>
    public void Fit(SequenceDataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        if (dataset.FeatureCount != FeatureCount)
        {
            throw new ArgumentException(
                $"A step of the data set has {dataset.FeatureCount} features; it must have {FeatureCount}.", nameof(dataset));
        }

        double[] mean = new double[FeatureCount];
        double[] squares = new double[FeatureCount];
        long steps = 0;
        for (int i = 0; i < dataset.Count; i++)
        {
            ReadOnlySpan<float> features = dataset.FeaturesOf(i);
            steps += features.Length / FeatureCount;
            for (int place = 0; place < features.Length; place++)
            {
                mean[place % FeatureCount] += features[place];
            }
        }

        for (int f = 0; f < FeatureCount; f++)
        {
            mean[f] /= steps;
        }

        bool[] changes = new bool[FeatureCount];
        ReadOnlySpan<float> first = dataset.FeaturesOf(0);
        for (int i = 0; i < dataset.Count; i++)
        {
            ReadOnlySpan<float> features = dataset.FeaturesOf(i);
            for (int place = 0; place < features.Length; place++)
            {
                int f = place % FeatureCount;
                double distance = features[place] - mean[f];
                squares[f] += distance * distance;
                changes[f] |= features[place] != first[f];
            }
        }

        float[] deviation = new float[FeatureCount];
        for (int f = 0; f < FeatureCount; f++)
        {
            // The mean of equal numbers is rounded, and they would seem to differ from it: equality is seen on the numbers themselves.
            float measured = changes[f] ? (float)Math.Sqrt(squares[f] / steps) : 1f;
            deviation[f] = float.IsNormal(measured) ? measured : 1f;
        }

        Set(Array.ConvertAll(mean, static value => (float)value), deviation);
    }
}
