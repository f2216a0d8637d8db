using System.Collections.Immutable;

namespace RnnGen;

/// <summary>How well one class is recognised.</summary>
/// <param name="TruePositives">How often the class was predicted where it was true.</param>
/// <param name="Support">How often it was true.</param>
/// <param name="Predicted">How often it was predicted.</param>
public readonly record struct ClassMetrics(long TruePositives, long Support, long Predicted)
{
    /// <summary>The share of its predictions that were right; 0 if it was never predicted.</summary>
    public double Precision => Ratio(TruePositives, Predicted);

    /// <summary>The share of its occurrences that were found; 0 if it never occurred.</summary>
    public double Recall => Ratio(TruePositives, Support);

    /// <summary>
    /// The harmonic mean of precision and recall: 2 TruePositives / (Support + Predicted); 0 if the class neither occurred nor was
    /// predicted.
    /// </summary>
    public double F1 => Ratio(2 * TruePositives, Support + Predicted);

    /// <summary>
    /// Macro F1: the mean of F1 over the classes that occurred or were predicted, as scikit-learn's f1_score(average="macro") takes it; NaN
    /// if there is none.
    /// </summary>
    internal static double MeanF1(ImmutableArray<ClassMetrics> classes)
    {
        double sum = 0;
        int count = 0;
        foreach (ClassMetrics metrics in classes)
        {
            if (metrics.Support + metrics.Predicted > 0)
            {
                sum += metrics.F1;
                count++;
            }
        }

        return count == 0 ? double.NaN : sum / count;
    }

    /// <summary>Accuracy: the share of all predictions that were right; NaN if there is none.</summary>
    internal static double OverallAccuracy(ImmutableArray<ClassMetrics> classes)
    {
        long correct = 0;
        long total = 0;
        foreach (ClassMetrics metrics in classes)
        {
            correct += metrics.TruePositives;
            total += metrics.Support;
        }

        return total == 0 ? double.NaN : (double)correct / total;
    }

    private static double Ratio(long part, long whole) => whole == 0 ? 0 : (double)part / whole;
}
