using System;
using System.Collections.Immutable;
using System.Linq;

namespace RnnGen.Training;

/// <summary>Adds up the errors of a regressor, output by output, in double precision and in the order in which they come.</summary>
internal sealed class RegressionTally(int outputs)
{
    private readonly double[] _squares = new double[outputs];
    private readonly double[] _magnitudes = new double[outputs];
    private long _count;

    /// <summary>Adds one target.</summary>
    /// <param name="predicted">The outputs, which may be padded.</param>
    /// <param name="actual">The true numbers, which may be padded.</param>
    public void Add(ReadOnlySpan<float> predicted, ReadOnlySpan<float> actual)
    {
        for (int k = 0; k < outputs; k++)
        {
            double error = (double)predicted[k] - actual[k];
            _squares[k] += error * error;
            _magnitudes[k] += Math.Abs(error);
        }

        _count++;
    }

    /// <summary>The errors of every output; NaN throughout if there is no target.</summary>
    /// <param name="dataset">The data set that the targets are of.</param>
    public ImmutableArray<RegressionMetrics> ToMetrics(SequenceDataset dataset)
    {
        double[] deviations = SquaredDeviations(dataset);
        return
        [
            .. Enumerable.Range(0, outputs).Select(k =>
                new RegressionMetrics(_squares[k] / _count, _magnitudes[k] / _count, RSquared(_squares[k], deviations[k]))),
        ];
    }

    /// <summary>The means over the outputs.</summary>
    public static RegressionMetrics MeanOf(ImmutableArray<RegressionMetrics> outputs) => new(
        outputs.Average(static output => output.MeanSquaredError),
        outputs.Average(static output => output.MeanAbsoluteError),
        outputs.Average(static output => output.RSquared));

    private double RSquared(double squares, double deviations) =>
        _count == 0 ? double.NaN : deviations > 0 ? 1 - (squares / deviations) : squares == 0 ? 1 : 0;

    /// <summary>The sums of (t - mean of t)^2, in two passes: the difference of large sums would have few digits.</summary>
    private double[] SquaredDeviations(SequenceDataset dataset)
    {
        double[] means = new double[outputs];
        ForEachTarget(dataset, (k, target) => means[k] += target);
        for (int k = 0; k < outputs; k++)
        {
            means[k] /= _count;
        }

        double[] sums = new double[outputs];
        ForEachTarget(dataset, (k, target) => sums[k] += (target - means[k]) * (target - means[k]));
        return sums;
    }

    private void ForEachTarget(SequenceDataset dataset, Action<int, double> action)
    {
        for (int i = 0; i < dataset.Count; i++)
        {
            ReadOnlySpan<float> values = dataset.TargetValuesOf(i);
            for (int place = 0; place < values.Length; place++)
            {
                if (!float.IsNaN(values[place]))
                {
                    action(place % outputs, values[place]);
                }
            }
        }
    }
}
