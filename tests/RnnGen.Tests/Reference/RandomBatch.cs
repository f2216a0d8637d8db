using System;
using System.Linq;

namespace RnnGen.Tests.Reference;

/// <summary>Observations drawn at random by seed.</summary>
internal static class RandomBatch
{
    /// <summary>Sequences of the given lengths. Of a labeler's targets about one in eight is not counted, but never all of a sequence.</summary>
    public static Observation[] Of(ReferenceShape shape, int seed, params int[] lengths)
    {
        var random = new Random(seed);
        return Array.ConvertAll(lengths, length =>
        {
            int[] tokens = [.. Enumerable.Range(0, length).Select(_ => random.Next(shape.Vocabulary))];
            int[] targets = [.. Enumerable.Range(0, shape.Task == SequenceTask.Classification ? 1 : length).Select(_ => random.Next(shape.Outputs))];
            for (int t = 1; shape.Task == SequenceTask.Labeling && t < length; t++)
            {
                targets[t] = random.Next(8) == 0 ? -1 : targets[t];
            }

            return new Observation(tokens, targets);
        });
    }
}
