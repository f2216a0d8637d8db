using System.Collections.Immutable;
using RnnGen.Benchmarks.Comparisons;

namespace RnnGen.Benchmarks.Ratios;

/// <summary>A comparison that has been measured.</summary>
/// <param name="Comparison">The comparison.</param>
/// <param name="Measurements">A measurement of each of its contestants.</param>
internal sealed record ComparisonResult(Comparison Comparison, ImmutableArray<Measurement> Measurements)
{
    /// <summary>The fastest trial of RnnGen, in nanoseconds a run.</summary>
    public double Fastest => Measurements[0].Minimum;

    /// <summary>The fastest trial of a contestant, in nanoseconds a run; NaN if it did not take part.</summary>
    public double MinimumOf(string contestant)
    {
        for (int i = 0; i < Measurements.Length; i++)
        {
            if (Comparison.Contestants[i].Name == contestant)
            {
                return Measurements[i].Minimum;
            }
        }

        return double.NaN;
    }
}
