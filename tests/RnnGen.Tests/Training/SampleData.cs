using System;
using System.Collections.Generic;
using System.Linq;
using RnnGen.Tests.Reference;

namespace RnnGen.Tests.Training;

/// <summary>Small data sets of the sizes of the plain models: 13 tokens, up to 9 steps.</summary>
internal static class SampleData
{
    public static SequenceDataset ToDataset(SequenceTask task, IReadOnlyList<Observation> batch)
    {
        int[][] inputs = [.. batch.Select(observation => observation.Tokens)];
        int[][] targets = [.. batch.Select(observation => observation.Targets)];
        return SequenceDataset.FromTokens(task, sequenceLength: 9, inputs, targets);
    }

    /// <summary>Sequences of unequal length whose class is the number of tokens below 5, modulo 3.</summary>
    public static SequenceDataset Classification(int count, int seed)
    {
        var random = new Random(seed);
        return ToDataset(SequenceTask.Classification, [.. Enumerable.Range(0, count).Select(_ =>
        {
            int[] tokens = RandomTokens(random);
            return new Observation(tokens, [tokens.Count(token => token < 5) % 3]);
        })]);
    }

    /// <summary>
    /// Sequences of unequal length whose labels are the token before modulo 6; the first step and every step that reads token 12 have none.
    /// </summary>
    public static SequenceDataset Labeling(int count, int seed)
    {
        var random = new Random(seed);
        return ToDataset(SequenceTask.Labeling, [.. Enumerable.Range(0, count).Select(_ =>
        {
            int[] tokens = RandomTokens(random);
            return new Observation(tokens, [.. tokens.Select((token, t) => t == 0 || token == 12 ? -1 : tokens[t - 1] % 6)]);
        })]);
    }

    /// <summary>
    /// Sequences of unequal length for any model: the class is the sum of the tokens, a label the token before, both modulo the outputs; a generator's target is
    /// the next token.
    /// </summary>
    public static SequenceDataset For(ModelDescription model, int count, int seed)
    {
        var random = new Random(seed);
        var inputs = new int[count][];
        var targets = new int[count][];
        for (int i = 0; i < count; i++)
        {
            int[] tokens = [.. Enumerable.Range(0, random.Next(2, model.SequenceLength + 2)).Select(_ => random.Next(model.VocabularySize))];
            inputs[i] = tokens[..^1];
            targets[i] = model.Task switch
            {
                SequenceTask.Classification => [inputs[i].Sum() % model.OutputSize],
                SequenceTask.Labeling => [.. inputs[i].Select((_, t) => t == 0 ? -1 : inputs[i][t - 1] % model.OutputSize)],
                _ => tokens[1..],
            };
        }

        return SequenceDataset.FromTokens(model.Task, model.SequenceLength, inputs, targets);
    }

    /// <summary>A text of 40 different tokens in windows of 9, the last of which has 4.</summary>
    public static SequenceDataset ContinuousText(int windows, int seed)
    {
        var random = new Random(seed);
        return SequenceDataset.FromContinuousTokens(9, [.. Enumerable.Range(0, (windows * 9) - 4).Select(_ => random.Next(40))]);
    }

    public static int[] AllIndices(SequenceDataset dataset) => [.. Enumerable.Range(0, dataset.Count)];

    /// <summary>How many sequences have a target: those that the mean of the loss is of.</summary>
    public static int CountWithTarget(SequenceDataset dataset) => AllIndices(dataset).Count(i => dataset.TargetSize > 0
        ? dataset.TargetValuesOf(i).ToArray().Any(float.IsFinite)
        : dataset.TargetsOf(i).ContainsAnyExcept(-1));

    private static int[] RandomTokens(Random random) => [.. Enumerable.Range(0, random.Next(1, 10)).Select(_ => random.Next(13))];
}
