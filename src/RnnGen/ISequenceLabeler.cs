using System;
using RnnGen.Inference;

namespace RnnGen;

/// <summary>A generated class that gives every token of a sequence one label.</summary>
/// <remarks>Token ids are checked once and then index the weights: nothing may write to the tokens of a call while it runs.</remarks>
/// <typeparam name="TSelf">The generated class.</typeparam>
public interface ISequenceLabeler<TSelf> : IRecurrentModel<TSelf>
    where TSelf : class, ISequenceLabeler<TSelf>
{
    /// <summary>The most probable label of every token. Allocates nothing; once warm, where the class says so.</summary>
    /// <param name="tokens">1 to SequenceLength token ids: the real tokens, without padding.</param>
    /// <param name="labels">Receives as many labels as there are tokens.</param>
    /// <exception cref="ArgumentException">A span has a wrong length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token id is outside the vocabulary.</exception>
    void Predict(ReadOnlySpan<int> tokens, Span<int> labels);

    /// <summary>The probability of each label for every token. Allocates nothing; once warm, where the class says so.</summary>
    /// <param name="tokens">1 to SequenceLength token ids: the real tokens, without padding.</param>
    /// <param name="probabilities">Receives tokens.Length x OutputSize probabilities, a row a token; each row sums to 1.</param>
    /// <exception cref="ArgumentException">A span has a wrong length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token id is outside the vocabulary.</exception>
    void Predict(ReadOnlySpan<int> tokens, Span<float> probabilities);

    /// <summary>The most probable label of every token of many sequences. The same bits as one sequence at a time, sooner where the weights outgrow the nearest cache; allocates nothing once warm.</summary>
    /// <param name="tokens">The token ids of all sequences, one after another, without padding.</param>
    /// <param name="lengths">The length of each sequence: 1 to SequenceLength; together as many as there are tokens.</param>
    /// <param name="labels">Receives as many labels as there are tokens.</param>
    /// <exception cref="ArgumentException">A span or a sequence has a wrong length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token id is outside the vocabulary.</exception>
    void PredictMany(ReadOnlySpan<int> tokens, ReadOnlySpan<int> lengths, Span<int> labels) =>
        BatchPrediction.Label((TSelf)this, tokens, lengths, labels);

    /// <summary>The probability of each label for every token of many sequences. The same bits as one sequence at a time, sooner where the weights outgrow the nearest cache; allocates nothing once warm.</summary>
    /// <param name="tokens">The token ids of all sequences, one after another, without padding.</param>
    /// <param name="lengths">The length of each sequence: 1 to SequenceLength; together as many as there are tokens.</param>
    /// <param name="probabilities">Receives tokens.Length x OutputSize probabilities, a row a token.</param>
    /// <exception cref="ArgumentException">A span or a sequence has a wrong length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token id is outside the vocabulary.</exception>
    void PredictMany(ReadOnlySpan<int> tokens, ReadOnlySpan<int> lengths, Span<float> probabilities) =>
        BatchPrediction.Predict((TSelf)this, tokens, lengths, probabilities);
}
