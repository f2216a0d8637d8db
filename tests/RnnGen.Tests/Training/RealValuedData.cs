using System;
using System.Linq;

namespace RnnGen.Tests.Training;

/// <summary>Random data sets with features or with targets that are numbers, sequences of unequal length, for any plain shape.</summary>
internal static class RealValuedData
{
    /// <summary>Features far from mean 0 and deviation 1; some steps without a target where a model has outputs at every step.</summary>
    public static SequenceDataset For(ModelDescription model, int count, int seed)
    {
        var random = new Random(seed);
        int[] lengths = [.. Enumerable.Range(0, count).Select(_ => random.Next(1, model.SequenceLength + 1))];
        float[][] features = [.. lengths.Select(length => Numbers(random, length * model.FeatureCount))];
        int[][] tokens = [.. lengths.Select(length => Ids(random, model.FeatureCount > 0 ? 0 : length, model.VocabularySize))];
        int[] rows = [.. lengths.Select(length => model.HasOutputEveryStep ? length : 1)];
        if (model.Task != SequenceTask.Regression)
        {
            int[][] ids = [.. rows.Select(length => Ids(random, length, model.OutputSize))];
            Drop(random, model, (sequence, t) => ids[sequence][t] = -1, rows);
            return SequenceDataset.FromFeatures(model.Task, model.SequenceLength, model.FeatureCount, features, ids);
        }

        float[][] values = [.. rows.Select(length => Numbers(random, length * model.OutputSize))];
        Drop(random, model, (sequence, t) => values[sequence].AsSpan(t * model.OutputSize, model.OutputSize).Fill(float.NaN), rows);
        return model.FeatureCount > 0
            ? SequenceDataset.FromFeatures(model.SequenceLength, model.FeatureCount, features, model.OutputSize, values, model.HasOutputEveryStep)
            : SequenceDataset.FromTokens(model.SequenceLength, tokens, model.OutputSize, values, model.HasOutputEveryStep);
    }

    private static void Drop(Random random, ModelDescription model, Action<int, int> drop, int[] rows)
    {
        for (int sequence = 0; model.HasOutputEveryStep && sequence < rows.Length; sequence++)
        {
            for (int t = 0; t < rows[sequence]; t++)
            {
                if (random.Next(4) == 0)
                {
                    drop(sequence, t);
                }
            }
        }
    }

    private static float[] Numbers(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => 3 + (4 * random.NextSingle()))];

    private static int[] Ids(Random random, int count, int end) => [.. Enumerable.Range(0, count).Select(_ => random.Next(end))];
}
