using System;
using System.Collections.Immutable;

namespace RnnGen;

/// <summary>How often each class was predicted where each class was true: a row a true class, a column a predicted one.</summary>
public sealed class ConfusionMatrix
{
    private readonly long[] _counts;

    /// <summary>A matrix of zeros.</summary>
    /// <param name="classCount">How many classes there are: at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="classCount"/> is below 1, or its square is more than an array holds.
    /// </exception>
    public ConfusionMatrix(int classCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classCount, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(classCount, 46340);
        ClassCount = classCount;
        _counts = new long[classCount * classCount];
    }

    /// <summary>How many classes there are.</summary>
    public int ClassCount { get; }

    /// <summary>How often <paramref name="predicted"/> was predicted where <paramref name="actual"/> was true.</summary>
    /// <param name="actual">The true class: 0 to ClassCount - 1.</param>
    /// <param name="predicted">The predicted class: 0 to ClassCount - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A class is out of range.</exception>
    public long this[int actual, int predicted] => _counts[IndexOf(actual, predicted)];

    /// <summary>How many predictions were counted.</summary>
    public long Total
    {
        get
        {
            long total = 0;
            foreach (long count in _counts)
            {
                total += count;
            }

            return total;
        }
    }

    /// <summary>The share of the predictions that were right; NaN if there is none.</summary>
    public double Accuracy => ClassMetrics.OverallAccuracy(ToClassMetrics());

    /// <summary>
    /// The mean of F1 over the classes that occurred or were predicted, as scikit-learn's f1_score(average="macro") takes it; NaN if there
    /// is none.
    /// </summary>
    public double MacroF1 => ClassMetrics.MeanF1(ToClassMetrics());

    /// <summary>Counts one prediction.</summary>
    /// <param name="actual">The true class: 0 to ClassCount - 1.</param>
    /// <param name="predicted">The predicted class: 0 to ClassCount - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A class is out of range.</exception>
    public void Add(int actual, int predicted) => _counts[IndexOf(actual, predicted)]++;

    /// <summary>Precision, recall and F1 of every class.</summary>
    public ImmutableArray<ClassMetrics> ToClassMetrics()
    {
        var classes = ImmutableArray.CreateBuilder<ClassMetrics>(ClassCount);
        for (int c = 0; c < ClassCount; c++)
        {
            long support = 0;
            long predicted = 0;
            for (int other = 0; other < ClassCount; other++)
            {
                support += this[c, other];
                predicted += this[other, c];
            }

            classes.Add(new ClassMetrics(this[c, c], support, predicted));
        }

        return classes.MoveToImmutable();
    }

    private int IndexOf(int actual, int predicted)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(actual);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(actual, ClassCount);
        ArgumentOutOfRangeException.ThrowIfNegative(predicted);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(predicted, ClassCount);
        return (actual * ClassCount) + predicted;
    }
}
