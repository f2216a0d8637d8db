using System;

namespace RnnGen;

/// <summary>A generated class that can read a sequence token by token as it comes. A class whose network reads both ways cannot, and is none.</summary>
/// <typeparam name="TSelf">The generated class.</typeparam>
public interface IStreamingModel<TSelf> : IRecurrentModel<TSelf>
    where TSelf : class, IStreamingModel<TSelf>
{
    /// <summary>Reads one more token, without a limit on their number. Allocates nothing; once warm, where the class says so.</summary>
    /// <param name="token">The token id.</param>
    /// <param name="state">StateSize numbers, all zero before the first token; updated in place.</param>
    /// <param name="probabilities">
    /// Receives OutputSize probabilities that sum to 1: of a classifier's classes, were the sequence to end here, of this token's labels, or
    /// of the next token.
    /// </param>
    /// <returns>The most probable output; the first of them if several are equal.</returns>
    /// <exception cref="ArgumentException">A span has a wrong length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The token id is outside the vocabulary.</exception>
    int Step(int token, Span<float> state, Span<float> probabilities);
}
