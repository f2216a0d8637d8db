using System;
using RnnGen.Inference;

namespace RnnGen;

/// <summary>A generated class that gives real numbers for real-valued input: once, or after every step, as its description's HasOutputEveryStep says.</summary>
/// <typeparam name="TSelf">The generated class.</typeparam>
public interface IFeatureRegressor<TSelf> : IRecurrentModel<TSelf>
    where TSelf : class, IFeatureRegressor<TSelf>
{
    /// <summary>The outputs after the last step, or after every step. Allocates nothing; once warm, where the class says so.</summary>
    /// <param name="features">1 to SequenceLength rows of FeatureCount numbers, a row a step, as they were measured: they are standardised here.</param>
    /// <param name="outputs">Receives OutputSize numbers or, with outputs at every step, steps x OutputSize, a row a step.</param>
    /// <exception cref="ArgumentException">A span has a wrong length, or a feature is NaN or infinite.</exception>
    void Predict(ReadOnlySpan<float> features, Span<float> outputs);

    /// <summary>The outputs for many sequences. The same bits as one sequence at a time, sooner where the weights outgrow the nearest cache; allocates nothing once warm.</summary>
    /// <param name="features">The features of all sequences, a row a step, one sequence after another, without padding.</param>
    /// <param name="lengths">The length of each sequence: 1 to SequenceLength steps; together as many as there are rows.</param>
    /// <param name="outputs">Receives lengths.Length x OutputSize numbers, a row a sequence or, with outputs at every step, steps x OutputSize, a row a step.</param>
    /// <exception cref="ArgumentException">A span or a sequence has a wrong length, or a feature is NaN or infinite.</exception>
    void PredictMany(ReadOnlySpan<float> features, ReadOnlySpan<int> lengths, Span<float> outputs) =>
        BatchPrediction.Predict((TSelf)this, features, lengths, outputs);
}
