using System;
using RnnGen.Inference;

namespace RnnGen;

/// <summary>A generated class that gives a whole sequence one class.</summary>
/// <remarks>Token ids are checked once and then index the weights: nothing may write to the tokens of a call while it runs.</remarks>
/// <typeparam name="TSelf">The generated class.</typeparam>
public interface ISequenceClassifier<TSelf> : IRecurrentModel<TSelf>
    where TSelf : class, ISequenceClassifier<TSelf>
{
    /// <summary>The probability of each class after the last token, and the most probable class. Allocates nothing; once warm, where the class says so.</summary>
    /// <param name="tokens">1 to SequenceLength token ids: the real tokens, without padding.</param>
    /// <param name="probabilities">Receives OutputSize probabilities that sum to 1.</param>
    /// <returns>The most probable class; the first of them if several are equal.</returns>
    /// <exception cref="ArgumentException">A span has a wrong length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token id is outside the vocabulary.</exception>
    int Predict(ReadOnlySpan<int> tokens, Span<float> probabilities);

    /// <summary>The probability of each class for many sequences. The same bits as one sequence at a time, sooner where the weights outgrow the nearest cache; allocates nothing once warm.</summary>
    /// <param name="tokens">The token ids of all sequences, one after another, without padding.</param>
    /// <param name="lengths">The length of each sequence: 1 to SequenceLength; together as many as there are tokens.</param>
    /// <param name="probabilities">Receives lengths.Length x OutputSize probabilities, a row a sequence.</param>
    /// <exception cref="ArgumentException">A span or a sequence has a wrong length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token id is outside the vocabulary.</exception>
    void PredictMany(ReadOnlySpan<int> tokens, ReadOnlySpan<int> lengths, Span<float> probabilities) =>
        BatchPrediction.Predict((TSelf)this, tokens, lengths, probabilities);
}
