using System;
using System.Collections.Generic;
using System.Linq;
using static System.FormattableString;

namespace RnnGen.Training;

/// <summary>How much each label counts in a loss, and which labels are not looked at.</summary>
/// <remarks>
/// The weight of a sequence is the sum over its counted steps of w[y]. A labeler's loss is the mean over the sequences with a weight of the
/// weighted mean within each; a classifier's is the weighted mean over sequences, as that of PyTorch's CrossEntropyLoss(weight=w). Both are
/// a sum over sequences of share x weighted mean, divided by the sum of the shares.
/// </remarks>
internal sealed class LabelWeighting
{
    private readonly bool _isClassifier;
    private readonly float[] _weights;
    private readonly bool[] _isIgnored;
    private readonly string _text;

    private LabelWeighting(bool isClassifier, float[] weights, bool[] isIgnored, string text)
    {
        _isClassifier = isClassifier;
        _weights = weights;
        _isIgnored = isIgnored;
        _text = text;
    }

    /// <summary>The weighting that a user asked for; null if all labels count the same.</summary>
    /// <param name="description">The model's description.</param>
    /// <param name="weights">A weight for each label, finite, 0 or above; null for none.</param>
    /// <param name="ignored">The ids of labels that are not looked at; null for none.</param>
    /// <param name="weightsName">What the user calls <paramref name="weights"/>.</param>
    /// <param name="ignoredName">What the user calls <paramref name="ignored"/>.</param>
    /// <exception cref="ArgumentException">The model is a generator or regressor, there is not a weight for each label, or no label counts.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight or a label is out of range.</exception>
    public static LabelWeighting? Create(
        ModelDescription description, IReadOnlyList<float>? weights, IReadOnlyList<int>? ignored, string weightsName, string ignoredName)
    {
        if (weights is null && ignored is null or { Count: 0 })
        {
            return null;
        }

        if (description.Task is SequenceTask.Generation or SequenceTask.Regression)
        {
            throw new ArgumentException(
                $"{description.Name} is a model for {description.Task}; only the labels of classifiers and labelers are weighted or ignored.",
                weights is null ? ignoredName : weightsName);
        }

        float[] all = new float[description.OutputSize];
        Array.Fill(all, 1f);
        if (weights is not null)
        {
            CopyWeights(description, weights, all, weightsName);
        }

        bool[] isIgnored = new bool[description.OutputSize];
        MarkIgnored(ignored ?? [], isIgnored, ignoredName);
        if (Enumerable.Range(0, all.Length).All(label => all[label] == 0 || isIgnored[label]))
        {
            throw new ArgumentException(
                "No label counts: all weights are 0 or of ignored labels, and one at least must be neither.",
                weights is null ? ignoredName : weightsName);
        }

        return new LabelWeighting(description.Task == SequenceTask.Classification, all, isIgnored, Text(weights, isIgnored));
    }

    /// <summary>A target as the network is told it: -1 in place of an ignored label.</summary>
    public int Counted(int target) => target >= 0 && _isIgnored[target] ? -1 : target;

    /// <summary>The weight of a target; 0 where there is none and where it is ignored.</summary>
    public float WeightOf(int target) => Counted(target) < 0 ? 0f : _weights[target];

    /// <summary>The weight of a sequence.</summary>
    public double WeightOf(ReadOnlySpan<int> targets)
    {
        double sum = 0;
        foreach (int target in targets)
        {
            sum += WeightOf(target);
        }

        return sum;
    }

    /// <summary>What a sequence of a given weight has in the mean over sequences.</summary>
    public double ShareOf(double sequenceWeight) => _isClassifier ? sequenceWeight : sequenceWeight > 0 ? 1 : 0;

    /// <summary>Throws if none of a data set's targets counts: there would be nothing to learn or to measure.</summary>
    /// <param name="dataset">A data set whose targets are in the model's range.</param>
    /// <param name="parameter">What the user calls it.</param>
    /// <exception cref="ArgumentException">No target counts.</exception>
    public void RequireCounted(SequenceDataset dataset, string parameter)
    {
        for (int i = 0; i < dataset.Count; i++)
        {
            if (WeightOf(dataset.TargetsOf(i)) > 0)
            {
                return;
            }
        }

        throw new ArgumentException($"No target of the data set counts, with {_text}.", parameter);
    }

    /// <summary>The weights and the ignored labels, for a message.</summary>
    public override string ToString() => _text;

    private static void CopyWeights(ModelDescription description, IReadOnlyList<float> weights, float[] destination, string name)
    {
        if (weights.Count != destination.Length)
        {
            throw new ArgumentException(
                Invariant($"There are {weights.Count} label weights; {description.Name} needs {destination.Length}, one for each label."), name);
        }

        for (int label = 0; label < destination.Length; label++)
        {
            if (!float.IsFinite(weights[label]) || weights[label] < 0)
            {
                throw new ArgumentOutOfRangeException(
                    name, weights[label], Invariant($"The weight of label {label} must be finite, and 0 or above."));
            }

            destination[label] = weights[label];
        }
    }

    private static void MarkIgnored(IReadOnlyList<int> ignored, bool[] isIgnored, string name)
    {
        foreach (int label in ignored)
        {
            if ((uint)label >= (uint)isIgnored.Length)
            {
                throw new ArgumentOutOfRangeException(
                    name, label, Invariant($"A label to ignore must be from 0 to {isIgnored.Length - 1}."));
            }

            isIgnored[label] = true;
        }
    }

    private static string Text(IReadOnlyList<float>? weights, bool[] isIgnored)
    {
        IEnumerable<int> ignored = Enumerable.Range(0, isIgnored.Length).Where(label => isIgnored[label]);
        string ignoredText = string.Join(' ', ignored.Select(label => Invariant($"{label}")));
        string weightsText = weights is null ? "all 1" : string.Join(' ', weights.Select(weight => Invariant($"{weight:R}")));
        return $"label weights {weightsText}, ignored labels {(ignoredText.Length == 0 ? "none" : ignoredText)}";
    }
}
