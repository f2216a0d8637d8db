using System.Linq;
using RnnGen.Numerics;

namespace RnnGen.Checksums;

/// <summary>What the models read and learn: the same everywhere.</summary>
internal static class Workload
{
    private const int SequenceCount = 23;

    /// <summary>Sequences of all kinds of lengths in no order, the shortest and the longest among them.</summary>
    public static int[][] Sequences(ModelDescription description)
    {
        var random = new SeededRandom(7);
        int[][] sequences = new int[SequenceCount][];
        for (int i = 0; i < SequenceCount; i++)
        {
            int length = i switch { 3 => 1, 8 => description.SequenceLength, _ => 1 + random.Next(description.SequenceLength) };
            sequences[i] = Numbers(random, length, description.VocabularySize);
        }

        return sequences;
    }

    /// <summary>The sequences with true outputs drawn at random: a network can learn them by heart.</summary>
    public static SequenceDataset Dataset(ModelDescription description, int[][] sequences)
    {
        var random = new SeededRandom(8);
        bool isClassifier = description.Task == SequenceTask.Classification;
        int[][] targets =
        [
            .. sequences.Select(tokens => Numbers(random, isClassifier ? 1 : tokens.Length, description.OutputSize)),
        ];
        return SequenceDataset.FromTokens(description.Task, description.SequenceLength, sequences, targets);
    }

    private static int[] Numbers(SeededRandom random, int count, int exclusiveUpperBound) =>
        [.. Enumerable.Range(0, count).Select(_ => random.Next(exclusiveUpperBound))];
}
