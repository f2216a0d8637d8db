using System;
using RnnGen.Inference;

namespace RnnGen;

/// <summary>A generated class that gives a whole sequence of real-valued input one class.</summary>
/// <typeparam name="TSelf">The generated class.</typeparam>
public interface IFeatureClassifier<TSelf> : IRecurrentModel<TSelf>
    where TSelf : class, IFeatureClassifier<TSelf>
{
    /// <summary>The probability of each class after the last step, and the most probable class. Allocates nothing; once warm, where the class says so.</summary>
    /// <param name="features">1 to SequenceLength rows of FeatureCount numbers, a row a step, as they were measured: they are standardised here.</param>
    /// <param name="probabilities">Receives OutputSize probabilities that sum to 1.</param>
    /// <returns>The most probable class; the first of them if several are equal.</returns>
    /// <exception cref="ArgumentException">A span has a wrong length, or a feature is NaN or infinite.</exception>
    int Predict(ReadOnlySpan<float> features, Span<float> probabilities);

    /// <summary>The probability of each class for many sequences. The same bits as one sequence at a time, sooner where the weights outgrow the nearest cache; allocates nothing once warm.</summary>
    /// <param name="features">The features of all sequences, a row a step, one sequence after another, without padding.</param>
    /// <param name="lengths">The length of each sequence: 1 to SequenceLength steps; together as many as there are rows.</param>
    /// <param name="probabilities">Receives lengths.Length x OutputSize probabilities, a row a sequence.</param>
    /// <exception cref="ArgumentException">A span or a sequence has a wrong length, or a feature is NaN or infinite.</exception>
    void PredictMany(ReadOnlySpan<float> features, ReadOnlySpan<int> lengths, Span<float> probabilities) =>
        BatchPrediction.Predict((TSelf)this, features, lengths, probabilities);
}
