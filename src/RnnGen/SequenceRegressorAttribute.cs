using System;

namespace RnnGen;

/// <summary>Turns a partial class into a network that gives <see cref="Outputs"/> real numbers for a sequence, or for every step of it.</summary>
/// <remarks>Trained to the least mean squared error. The numbers are the output layer's own, V s + c: scale targets that are far from 1.</remarks>
/// <example>
/// <code>
/// [SequenceRegressor(Vocabulary = 8000, Hidden = 64, SequenceLength = 64, Outputs = 1)]
/// public sealed partial class ReviewStars;
/// </code>
/// Texts with their numbers become its data set in <see cref="SequenceDataset.ForRegression"/>, and <see cref="TextRegressor{TModel}"/> answers on texts.
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SequenceRegressorAttribute : SequenceModelAttribute
{
    /// <summary>How many numbers the network gives: 1 to 100,000.</summary>
    public int Outputs { get; set; }

    /// <summary>Whether there are outputs after every step; otherwise, which is the default, once, after the last one.</summary>
    public bool EveryStep { get; set; }

    /// <summary>
    /// What of the sequence's states a single output is read from; <see cref="RnnGen.Pooling.Last"/> unless said otherwise. Not another one together with
    /// <see cref="EveryStep"/>, whose outputs are each read from the state of their step.
    /// </summary>
    public Pooling Pooling { get; set; }
}
