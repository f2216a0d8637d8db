using System;

namespace RnnGen;

/// <summary>A regressor that can read real-valued input step by step as it comes. A class whose network reads both ways cannot, and is none.</summary>
/// <typeparam name="TSelf">The generated class.</typeparam>
public interface IFeatureStreamingRegressor<TSelf> : IRecurrentModel<TSelf>
    where TSelf : class, IFeatureStreamingRegressor<TSelf>
{
    /// <summary>Reads one more step, without a limit on their number. Allocates nothing; once warm, where the class says so.</summary>
    /// <param name="features">FeatureCount numbers, as they were measured: they are standardised here.</param>
    /// <param name="state">StateSize numbers, all zero before the first step; updated in place.</param>
    /// <param name="outputs">Receives the OutputSize outputs of this step or, with one output a sequence, those were it to end here.</param>
    /// <exception cref="ArgumentException">A span has a wrong length, or a feature is NaN or infinite; the state is as it was.</exception>
    void Step(ReadOnlySpan<float> features, Span<float> state, Span<float> outputs);
}
