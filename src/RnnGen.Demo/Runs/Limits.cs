using System;
using System.Collections.Generic;
using System.Linq;
using static System.FormattableString;

namespace RnnGen.Demo.Runs;

/// <summary>Holds what somebody brings against what a model can take, before anything is trained or predicted.</summary>
internal static class Limits
{
    /// <summary>The labels of the training file.</summary>
    /// <param name="training">The labels of all training samples.</param>
    /// <param name="development">The labels of all development samples.</param>
    /// <param name="description">The model.</param>
    /// <param name="attributeProperty">What the declaration calls their number: Classes or Labels.</param>
    /// <exception cref="UserErrorException">There are none, there are too many, or one of the development file is not in the training file.</exception>
    public static LabelSet CheckLabels(
        IEnumerable<string> training, IEnumerable<string> development, ModelDescription description, string attributeProperty)
    {
        string[] known = [.. training.Distinct(StringComparer.Ordinal)];
        if (known.Length == 0)
        {
            throw new UserErrorException("The training file is empty.");
        }

        if (known.Length > description.OutputSize)
        {
            throw new UserErrorException(
                $"The training file has {known.Length} labels; {description.Name} was compiled for {attributeProperty} = {description.OutputSize}. "
                + $"Raise {attributeProperty} in src/RnnGen.Demo/Models/{description.Name}.cs.");
        }

        var labels = LabelSet.Build(known);
        bool empty = true;
        foreach (string label in development)
        {
            empty = false;
            if (!labels.TryGetId(label, out _))
            {
                throw new UserErrorException($"The development file has the label \"{label}\", which the training file has not.");
            }
        }

        return empty ? throw new UserErrorException("The development file is empty.") : labels;
    }

    /// <summary>Checks that every number of some sequences can be standardised, as a model that is trained on the first of the sets does it.</summary>
    /// <param name="training">The sequences to be trained on.</param>
    /// <param name="heldOut">The sequences to be measured on.</param>
    /// <exception cref="UserErrorException">A number is too far from the mean.</exception>
    public static void CheckFeatures(SequenceDataset training, SequenceDataset heldOut)
    {
        var standardization = new FeatureStandardization(training.FeatureCount);
        standardization.Fit(training);
        foreach ((SequenceDataset sequences, string name) in new[] { (training, "for training"), (heldOut, "held out") })
        {
            for (int i = 0; i < sequences.Count; i++)
            {
                CheckFeatures(sequences.FeaturesOf(i), standardization, problem => new UserErrorException(problem), Invariant($" of sequence {i + 1} {name}"));
            }
        }
    }

    /// <summary>Checks that every number of a sequence can be standardised.</summary>
    /// <param name="features">Whole steps of finite numbers.</param>
    /// <param name="standardization">What the model does to them.</param>
    /// <param name="error">Makes the exception that is thrown if a number is too far from the mean, from what is wrong with it.</param>
    /// <param name="subject">What the steps are of, with a space before it; or nothing.</param>
    public static void CheckFeatures(ReadOnlySpan<float> features, FeatureStandardization standardization, Func<string, Exception> error, string subject = "")
    {
        for (int place = 0; place < features.Length; place++)
        {
            (int step, int f) = Math.DivRem(place, standardization.FeatureCount);
            (float mean, float deviation) = (standardization.Mean[f], standardization.StandardDeviation[f]);

            // As the library has it, in single precision: there must be no number that passes here and is refused there.
            if (!float.IsFinite((features[place] - mean) * (1f / deviation)))
            {
                throw error(Invariant(
                    $"Number {f + 1} of step {step + 1}{subject} is {features[place]}, too far from the mean {mean} for the standard deviation {deviation}."));
            }
        }
    }
}
