using System.Collections.Generic;
using System.Linq;
using CsCheck;
using RnnGen.Numerics;
using RnnGen.Training;

namespace RnnGen.Tests.Training;

public class BatchPlanTests
{
    [Fact]
    public void An_epoch_visits_every_sequence_once() => Gen.Select(Gen.Int[1, 300], Gen.Int[1, 50], Gen.Bool, Gen.Bool, Gen.Int).Sample(
        (count, batchSize, shuffle, bucket, seed) =>
        {
            List<int[]> batches = Plan(SampleData.Classification(count, seed: 1), batchSize, shuffle, bucket, new SeededRandom(seed));
            Assert.Equal(Enumerable.Range(0, count), batches.SelectMany(batch => batch).Order());
            Assert.Equal((count + batchSize - 1) / batchSize, batches.Count);
            Assert.All(batches, batch => Assert.InRange(batch.Length, 1, batchSize));
        });

    [Fact]
    public void Without_shuffling_the_order_is_that_of_the_data_set() =>
        Assert.Equal(
            [[0, 1, 2], [3, 4, 5], [6]],
            Plan(SampleData.Classification(7, seed: 1), 3, shuffle: false, bucket: true, new SeededRandom(1)));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_epoch_is_planned_from_the_random_state_alone(bool bucket)
    {
        SequenceDataset dataset = SampleData.Classification(100, seed: 1);
        var plan = new BatchPlan(dataset, 7, shuffle: true, bucket);
        var random = new SeededRandom(5);
        plan.Prepare(random);
        SeededRandomState between = random.State;
        plan.Prepare(random);
        int[] second = [.. Batches(plan).SelectMany(batch => batch)];
        Assert.Equal(second, Plan(dataset, 7, shuffle: true, bucket, new SeededRandom(between)).SelectMany(batch => batch));
        Assert.NotEqual(second, Plan(dataset, 7, shuffle: true, bucket, new SeededRandom(5)).SelectMany(batch => batch));
    }

    [Fact]
    public void Buckets_bring_sequences_of_similar_lengths_together()
    {
        SequenceDataset dataset = SampleData.Classification(640, seed: 1);
        int Spread(bool bucket) => Plan(dataset, 10, shuffle: true, bucket, new SeededRandom(1))
            .Sum(batch => batch.Max(i => dataset.InputsOf(i).Length) - batch.Min(i => dataset.InputsOf(i).Length));

        // One pool of 64 batches: sorted, the 9 lengths change 8 times, and only a batch in which one does spreads, by 1.
        Assert.InRange(Spread(bucket: true), 0, 8);
        Assert.True(Spread(bucket: false) > 64);
    }

    [Fact]
    public void Buckets_are_visited_in_random_order()
    {
        SequenceDataset dataset = SampleData.Classification(640, seed: 1);
        List<int[]> batches = Plan(dataset, 10, shuffle: true, bucket: true, new SeededRandom(1));
        int[] lengths = [.. batches.Select(batch => dataset.InputsOf(batch[0]).Length)];
        Assert.NotEqual(lengths.Order(), lengths);
        Assert.NotEqual(lengths.OrderDescending(), lengths);
    }

    private static List<int[]> Plan(SequenceDataset dataset, int batchSize, bool shuffle, bool bucket, SeededRandom random)
    {
        var plan = new BatchPlan(dataset, batchSize, shuffle, bucket);
        plan.Prepare(random);
        return Batches(plan);
    }

    private static List<int[]> Batches(BatchPlan plan) => [.. Enumerable.Range(0, plan.BatchCount).Select(i => plan.Batch(i).ToArray())];
}
