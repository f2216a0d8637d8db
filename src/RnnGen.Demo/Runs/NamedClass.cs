using System;
using System.Linq;

namespace RnnGen.Demo.Runs;

/// <summary>The answer of a classifier of numbers that is compiled for more classes than have names.</summary>
internal static class NamedClass
{
    /// <summary>The most probable of the classes that have a name; the first of them if several are equal.</summary>
    /// <param name="model">The model.</param>
    /// <param name="features">A sequence.</param>
    /// <param name="probabilities">Receives the probabilities of all classes.</param>
    /// <param name="labels">The names.</param>
    public static int Of<TModel>(TModel model, ReadOnlySpan<float> features, float[] probabilities, LabelSet labels)
        where TModel : class, IFeatureClassifier<TModel>
    {
        _ = model.Predict(features, probabilities);
        return Enumerable.Range(0, labels.Count).MaxBy(id => probabilities[id]);
    }
}
