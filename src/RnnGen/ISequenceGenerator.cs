using System;
using RnnGen.Inference;

namespace RnnGen;

/// <summary>A generated class that gives the distribution of the next token.</summary>
/// <remarks>Token ids are checked once and then index the weights: nothing may write to the tokens of a call while it runs.</remarks>
/// <typeparam name="TSelf">The generated class.</typeparam>
public interface ISequenceGenerator<TSelf> : IStreamingModel<TSelf>
    where TSelf : class, ISequenceGenerator<TSelf>
{
    /// <summary>The distribution of the next token after every token. Allocates nothing; once warm, where the class says so.</summary>
    /// <param name="tokens">1 to SequenceLength token ids: the real tokens, without padding.</param>
    /// <param name="probabilities">Receives tokens.Length x VocabularySize probabilities, a row a token; each row sums to 1.</param>
    /// <exception cref="ArgumentException">A span has a wrong length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token id is outside the vocabulary.</exception>
    void Predict(ReadOnlySpan<int> tokens, Span<float> probabilities);

    /// <summary>The log-probability that the model gives to a sequence, its first token taken as given.</summary>
    /// <param name="tokens">At least 2 token ids, and no more than an array can hold (<see cref="Array.MaxLength"/>).</param>
    /// <returns>The sum over all tokens but the first of ln p(token | tokens before), in nats.</returns>
    /// <exception cref="ArgumentException">There are fewer than 2 tokens, or more than an array can hold.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token id is outside the vocabulary.</exception>
    double LogProbability(ReadOnlySpan<int> tokens);

    /// <summary>The distribution of the next token after every token of many sequences. The same bits as one sequence at a time, sooner where the weights outgrow the nearest cache; allocates nothing once warm.</summary>
    /// <param name="tokens">The token ids of all sequences, one after another, without padding.</param>
    /// <param name="lengths">The length of each sequence: 1 to SequenceLength; together as many as there are tokens.</param>
    /// <param name="probabilities">Receives tokens.Length x VocabularySize probabilities, a row a token.</param>
    /// <exception cref="ArgumentException">A span or a sequence has a wrong length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token id is outside the vocabulary.</exception>
    void PredictMany(ReadOnlySpan<int> tokens, ReadOnlySpan<int> lengths, Span<float> probabilities) =>
        BatchPrediction.Predict((TSelf)this, tokens, lengths, probabilities);
}
