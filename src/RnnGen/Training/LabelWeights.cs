using System;
using System.Collections.Immutable;

namespace RnnGen;

/// <summary>Weights of classes or labels that do not occur equally often, for <see cref="TrainingOptions.LabelWeights"/>.</summary>
public static class LabelWeights
{
    /// <summary>
    /// Weights with which all labels that occur count the same in total: label k gets n / (K n_k), where n_k of the n targets are k and K
    /// different labels occur. This is scikit-learn's <c>class_weight="balanced"</c>, after King and Zeng (2001). A label that does not
    /// occur gets 0.
    /// </summary>
    /// <param name="dataset">A classifier's or a labeler's data set: that which is learnt from.</param>
    /// <param name="labelCount">
    /// How many classes or labels the model distinguishes, above the largest target. Unless given, as many as the data set's <see
    /// cref="SequenceDataset.Labels"/>; without those, the largest target and one.
    /// </param>
    /// <returns>A weight for each label, by its id.</returns>
    /// <exception cref="ArgumentException"><paramref name="dataset"/> is a generator's or regressor's, or has no target.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="labelCount"/> is not above the largest target.</exception>
    public static ImmutableArray<float> Balanced(SequenceDataset dataset, int? labelCount = null)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        if (dataset.Task is SequenceTask.Generation or SequenceTask.Regression)
        {
            throw new ArgumentException($"The data set is for {dataset.Task}; only classes and labels have weights.", nameof(dataset));
        }

        int largest = LargestTarget(dataset);
        if (largest < 0)
        {
            throw new ArgumentException("The data set has no target, and so nothing to balance.", nameof(dataset));
        }

        int labels = labelCount ?? Math.Max(largest + 1, dataset.Labels?.Count ?? 0);
        if (labels <= largest)
        {
            throw new ArgumentOutOfRangeException(nameof(labelCount), labelCount, $"Must be above the largest target, which is {largest}.");
        }

        return Balance(CountTargets(dataset, labels));
    }

    private static int LargestTarget(SequenceDataset dataset)
    {
        int largest = -1;
        for (int i = 0; i < dataset.Count; i++)
        {
            foreach (int target in dataset.TargetsOf(i))
            {
                largest = Math.Max(largest, target);
            }
        }

        return largest;
    }

    private static long[] CountTargets(SequenceDataset dataset, int labels)
    {
        long[] counts = new long[labels];
        for (int i = 0; i < dataset.Count; i++)
        {
            foreach (int target in dataset.TargetsOf(i))
            {
                if (target >= 0)
                {
                    counts[target]++;
                }
            }
        }

        return counts;
    }

    private static ImmutableArray<float> Balance(long[] counts)
    {
        long targets = 0;
        int occurring = 0;
        foreach (long count in counts)
        {
            targets += count;
            occurring += count > 0 ? 1 : 0;
        }

        var weights = ImmutableArray.CreateBuilder<float>(counts.Length);
        foreach (long count in counts)
        {
            weights.Add(count == 0 ? 0f : (float)(targets / ((double)occurring * count)));
        }

        return weights.MoveToImmutable();
    }
}
