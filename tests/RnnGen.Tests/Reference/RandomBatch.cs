using System;
using System.Linq;

namespace RnnGen.Tests.Reference;

/// <summary>Observations drawn at random by seed.</summary>
internal static class RandomBatch
{
    /// <summary>Sequences of the given lengths. Of targets that each step has about one in eight is not counted, but never the first.</summary>
    public static Observation[] Of(ReferenceShape shape, int seed, params int[] lengths)
    {
        var random = new Random(seed);
        return Array.ConvertAll(lengths, length =>
        {
            double[][]? inputs = shape.Features > 0 ? Numbers(random, length, shape.Features) : null;
            int[] tokens = shape.Features > 0 ? [] : [.. Enumerable.Range(0, length).Select(_ => random.Next(shape.Vocabulary))];
            int rows = shape.HasOneOutput ? 1 : length;
            return shape.IsRegressor
                ? new Observation(tokens, []) { Inputs = inputs, Values = Values(random, shape, rows) }
                : new Observation(tokens, Targets(random, shape, rows)) { Inputs = inputs };
        });
    }

    private static int[] Targets(Random random, ReferenceShape shape, int rows)
    {
        int[] targets = [.. Enumerable.Range(0, rows).Select(_ => random.Next(shape.Outputs))];
        for (int t = 1; shape.Task == SequenceTask.Labeling && t < rows; t++)
        {
            targets[t] = random.Next(8) == 0 ? -1 : targets[t];
        }

        return targets;
    }

    private static double[][] Values(Random random, ReferenceShape shape, int rows)
    {
        double[][] values = Numbers(random, rows, shape.Outputs);
        for (int t = 1; t < rows; t++)
        {
            values[t] = random.Next(8) == 0 ? [.. values[t].Select(_ => double.NaN)] : values[t];
        }

        return values;
    }

    /// <summary>Rows of numbers from within -2 and 2, exact in single precision.</summary>
    private static double[][] Numbers(Random random, int rows, int columns) =>
        [.. Enumerable.Range(0, rows).Select(_ =>
            (double[])[.. Enumerable.Range(0, columns).Select(_ => (double)(float)((random.NextDouble() * 4) - 2))])];
}
