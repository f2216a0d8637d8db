using System;

namespace RnnGen;

/// <summary>A generated class that can read real-valued input step by step as it comes, and gives probabilities. A class whose network reads both ways cannot, and is none.</summary>
/// <typeparam name="TSelf">The generated class.</typeparam>
public interface IFeatureStreamingModel<TSelf> : IRecurrentModel<TSelf>
    where TSelf : class, IFeatureStreamingModel<TSelf>
{
    /// <summary>Reads one more step, without a limit on their number. Allocates nothing; once warm, where the class says so.</summary>
    /// <param name="features">FeatureCount numbers, as they were measured: they are standardised here.</param>
    /// <param name="state">StateSize numbers, all zero before the first step; updated in place.</param>
    /// <param name="probabilities">Receives OutputSize probabilities that sum to 1: of a classifier's classes, were the sequence to end here, or of this step's labels.</param>
    /// <returns>The most probable output; the first of them if several are equal.</returns>
    /// <exception cref="ArgumentException">A span has a wrong length, or a feature is NaN or infinite; the state is as it was.</exception>
    int Step(ReadOnlySpan<float> features, Span<float> state, Span<float> probabilities);
}
