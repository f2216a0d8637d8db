using System;
using RnnGen.Inference;

namespace RnnGen;

/// <summary>A generated class that gives real numbers for a sequence of tokens: once, or after every step, as its description's HasOutputEveryStep says.</summary>
/// <remarks>Token ids are checked once and then index the weights: nothing may write to the tokens of a call while it runs.</remarks>
/// <typeparam name="TSelf">The generated class.</typeparam>
public interface ISequenceRegressor<TSelf> : IRecurrentModel<TSelf>
    where TSelf : class, ISequenceRegressor<TSelf>
{
    /// <summary>The outputs after the last token, or after every token. Allocates nothing; once warm, where the class says so.</summary>
    /// <param name="tokens">1 to SequenceLength token ids: the real tokens, without padding.</param>
    /// <param name="outputs">Receives OutputSize numbers or, with outputs at every step, tokens.Length x OutputSize, a row a token.</param>
    /// <exception cref="ArgumentException">A span has a wrong length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token id is outside the vocabulary.</exception>
    void Predict(ReadOnlySpan<int> tokens, Span<float> outputs);

    /// <summary>The outputs for many sequences. The same bits as one sequence at a time, sooner where the weights outgrow the nearest cache; allocates nothing once warm.</summary>
    /// <param name="tokens">The token ids of all sequences, one after another, without padding.</param>
    /// <param name="lengths">The length of each sequence: 1 to SequenceLength; together as many as there are tokens.</param>
    /// <param name="outputs">Receives lengths.Length x OutputSize numbers, a row a sequence or, with outputs at every step, tokens.Length x OutputSize, a row a token.</param>
    /// <exception cref="ArgumentException">A span or a sequence has a wrong length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token id is outside the vocabulary.</exception>
    void PredictMany(ReadOnlySpan<int> tokens, ReadOnlySpan<int> lengths, Span<float> outputs) =>
        BatchPrediction.Predict((TSelf)this, tokens, lengths, outputs);
}
