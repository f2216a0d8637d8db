using System;

namespace RnnGen;

/// <summary>A regressor that can read a sequence token by token as it comes. A class whose network reads both ways cannot, and is none.</summary>
/// <typeparam name="TSelf">The generated class.</typeparam>
public interface IStreamingRegressor<TSelf> : IRecurrentModel<TSelf>
    where TSelf : class, IStreamingRegressor<TSelf>
{
    /// <summary>Reads one more step, without a limit on their number. Allocates nothing; once warm, where the class says so.</summary>
    /// <param name="token">The token id.</param>
    /// <param name="state">StateSize numbers, all zero before the first step; updated in place.</param>
    /// <param name="outputs">Receives the OutputSize outputs of this step or, with one output a sequence, those were it to end here.</param>
    /// <exception cref="ArgumentException">A span has a wrong length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The token id is outside the vocabulary.</exception>
    void Step(int token, Span<float> state, Span<float> outputs);
}
