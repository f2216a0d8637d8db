using System;
using RnnGen.Inference;

namespace RnnGen;

/// <summary>A generated class that gives every step of real-valued input one label.</summary>
/// <typeparam name="TSelf">The generated class.</typeparam>
public interface IFeatureLabeler<TSelf> : IRecurrentModel<TSelf>
    where TSelf : class, IFeatureLabeler<TSelf>
{
    /// <summary>The most probable label of every step. Allocates nothing; once warm, where the class says so.</summary>
    /// <param name="features">1 to SequenceLength rows of FeatureCount numbers, a row a step, as they were measured: they are standardised here.</param>
    /// <param name="labels">Receives as many labels as there are steps.</param>
    /// <exception cref="ArgumentException">A span has a wrong length, or a feature is NaN or infinite.</exception>
    void Predict(ReadOnlySpan<float> features, Span<int> labels);

    /// <summary>The probability of each label for every step. Allocates nothing; once warm, where the class says so.</summary>
    /// <param name="features">1 to SequenceLength rows of FeatureCount numbers, a row a step, as they were measured: they are standardised here.</param>
    /// <param name="probabilities">Receives steps x OutputSize probabilities, a row a step; each row sums to 1.</param>
    /// <exception cref="ArgumentException">A span has a wrong length, or a feature is NaN or infinite.</exception>
    void Predict(ReadOnlySpan<float> features, Span<float> probabilities);

    /// <summary>The most probable label of every step of many sequences. The same bits as one sequence at a time, sooner where the weights outgrow the nearest cache; allocates nothing once warm.</summary>
    /// <param name="features">The features of all sequences, a row a step, one sequence after another, without padding.</param>
    /// <param name="lengths">The length of each sequence: 1 to SequenceLength steps; together as many as there are rows.</param>
    /// <param name="labels">Receives as many labels as there are steps.</param>
    /// <exception cref="ArgumentException">A span or a sequence has a wrong length, or a feature is NaN or infinite.</exception>
    void PredictMany(ReadOnlySpan<float> features, ReadOnlySpan<int> lengths, Span<int> labels) =>
        BatchPrediction.Label((TSelf)this, features, lengths, labels);

    /// <summary>The probability of each label for every step of many sequences. The same bits as one sequence at a time, sooner where the weights outgrow the nearest cache; allocates nothing once warm.</summary>
    /// <param name="features">The features of all sequences, a row a step, one sequence after another, without padding.</param>
    /// <param name="lengths">The length of each sequence: 1 to SequenceLength steps; together as many as there are rows.</param>
    /// <param name="probabilities">Receives steps x OutputSize probabilities, a row a step.</param>
    /// <exception cref="ArgumentException">A span or a sequence has a wrong length, or a feature is NaN or infinite.</exception>
    void PredictMany(ReadOnlySpan<float> features, ReadOnlySpan<int> lengths, Span<float> probabilities) =>
        BatchPrediction.Predict((TSelf)this, features, lengths, probabilities);
}
