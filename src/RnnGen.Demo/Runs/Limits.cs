using System;
using System.Collections.Generic;
using System.Linq;

namespace RnnGen.Demo.Runs;

/// <summary>Holds the labels of a file against what a model was declared for, before anything is trained.</summary>
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
}
