using System;
using System.Linq;
using System.Threading;

namespace RnnGen.Tests.Inference;

[SequenceLabeler(Vocabulary = 23, Hidden = 16, SequenceLength = 40, Labels = 7, Cell = CellKind.Lstm, Layers = 2, Bidirectional = true)]
internal sealed partial class BothWaysLabeler;

[SequenceClassifier(Features = 3, Hidden = 5, SequenceLength = 40, Classes = 2, Bidirectional = true)]
internal sealed partial class BothWaysFeatureClassifier;

/// <summary>A step of it has more than 100,000 numbers: the longest sequence would take 1.6 GB.</summary>
[SequenceLabeler(Vocabulary = 23, Hidden = 1, SequenceLength = 4096, Labels = 100_000, Bidirectional = true)]
internal sealed partial class WideLabeler;

/// <summary>A network that reads both ways predicts in memory that a thread makes once and keeps.</summary>
public sealed class ThreadMemoryTests
{
    private const int Rounds = 3;

    /// <summary>The memory that is reserved for steps that have not come yet, and as much again for what the runtime adds.</summary>
    private const long MostReserved = 2 * (16 << 20);

    [Fact]
    public void Longer_sequences_than_the_first_allocate_nothing()
    {
        var labeler = new BothWaysLabeler(seed: 1);
        int[] tokens = new int[BothWaysLabeler.SequenceLength];
        int[] labels = new int[tokens.Length];
        float[] probabilities = new float[tokens.Length * BothWaysLabeler.LabelCount];
        AssertOnlyTheFirstAllocates(
            length => labeler.Predict(tokens.AsSpan(0, length), labels.AsSpan(0, length)), 1, 2, 39, tokens.Length);
        AssertOnlyTheFirstAllocates(
            length => labeler.Predict(tokens.AsSpan(0, length), probabilities.AsSpan(0, length * BothWaysLabeler.LabelCount)), 3, tokens.Length);

        var classifier = new BothWaysFeatureClassifier(seed: 1);
        float[] features = new float[BothWaysFeatureClassifier.SequenceLength * BothWaysFeatureClassifier.FeatureCount];
        float[] classes = new float[BothWaysFeatureClassifier.ClassCount];
        AssertOnlyTheFirstAllocates(
            length => _ = classifier.Predict(features.AsSpan(0, length * BothWaysFeatureClassifier.FeatureCount), classes), 1, BothWaysFeatureClassifier.SequenceLength);
    }

    [Fact]
    public void Where_the_longest_would_take_much_memory_there_is_room_for_twice_the_steps()
    {
        var labeler = new WideLabeler(seed: 1);
        int[] tokens = new int[60];
        int[] labels = new int[tokens.Length];
        long first = AssertOnlyTheFirstAllocates(
            length => labeler.Predict(tokens.AsSpan(0, length), labels.AsSpan(0, length)), 1, 20, 30);
        Assert.InRange(first, 1, MostReserved);
        _ = AssertOnlyTheFirstAllocates(length => labeler.Predict(tokens.AsSpan(0, length), labels.AsSpan(0, length)), 30, 60);
    }

    [Fact]
    public void More_outputs_than_a_span_can_hold_are_refused_by_the_span_s_name()
    {
        var labeler = new WideLabeler(seed: 1);
        ArgumentException exception = Assert.Throws<ArgumentException>(
            "probabilities", () => labeler.PredictMany(new int[30_000], [.. Enumerable.Repeat(3_000, 10)], new float[1]));
        Assert.StartsWith("30000 rows of 100000 numbers are more than a span can hold", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Predicts on new threads sequences of the given lengths.</summary>
    /// <returns>What the first prediction of a thread allocates.</returns>
    private static long AssertOnlyTheFirstAllocates(Action<int> predict, params int[] lengths)
    {
        // What the runtime allocates for a first call, once for all threads, is allocated here.
        predict(lengths[0]);
        long first = 0;

        // The least of a few rounds: a collection may count the rest of this thread's allocation buffer as allocated.
        long least = long.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            var thread = new Thread(() =>
            {
                long start = GC.GetAllocatedBytesForCurrentThread();
                predict(lengths[0]);
                long warm = GC.GetAllocatedBytesForCurrentThread();
                for (int i = 1; i < lengths.Length; i++)
                {
                    predict(lengths[i]);
                }

                first = warm - start;
                least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - warm);
            });
            thread.Start();
            thread.Join();
        }

        Assert.NotEqual(0, first);
        Assert.Equal(0, least);
        return first;
    }
}
