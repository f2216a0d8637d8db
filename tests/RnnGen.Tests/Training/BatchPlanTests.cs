using System.Collections.Generic;
using System.Linq;
using CsCheck;
using RnnGen.Numerics;
using RnnGen.Training;

namespace RnnGen.Tests.Training;

public class BatchPlanTests
{
    [Fact]
    public void An_epoch_visits_every_sequence_once() => Gen.Select(Gen.Int[1, 300], Gen.Int[1, 50], Gen.Bool, Gen.Int).Sample(
        (count, batchSize, shuffle, seed) =>
        {
            List<int[]> batches = Plan(count, batchSize, shuffle, new SeededRandom(seed));
            Assert.Equal(Enumerable.Range(0, count), batches.SelectMany(batch => batch).Order());
            Assert.Equal((count + batchSize - 1) / batchSize, batches.Count);
            Assert.All(batches.SkipLast(1), batch => Assert.Equal(batchSize, batch.Length));
        });

    [Fact]
    public void Without_shuffling_the_order_is_that_of_the_data_set() =>
        Assert.Equal([[0, 1, 2], [3, 4, 5], [6]], Plan(7, 3, shuffle: false, new SeededRandom(1)));

    [Fact]
    public void An_epoch_is_planned_from_the_random_state_alone()
    {
        var plan = new BatchPlan(100, 7, shuffle: true);
        var random = new SeededRandom(5);
        plan.Prepare(random);
        SeededRandomState between = random.State;
        plan.Prepare(random);
        List<int[]> second = Batches(plan);
        Assert.Equal(second, Plan(100, 7, shuffle: true, new SeededRandom(between)));
        Assert.NotEqual(second, Plan(100, 7, shuffle: true, new SeededRandom(5)));
    }

    [Fact]
    public void A_continuous_text_is_read_as_streams_side_by_side()
    {
        var plan = new BatchPlan(8, 3, shuffle: true, isContinuous: true);
        plan.Prepare(new SeededRandom(1));
        Assert.Equal([[0, 3, 6], [1, 4, 7], [2, 5]], Batches(plan));
    }

    [Fact]
    public void Streams_visit_every_window_once_and_each_place_of_a_batch_goes_on_where_it_was() => Gen.Select(Gen.Int[1, 300], Gen.Int[1, 50]).Sample(
        (count, streams) =>
        {
            var plan = new BatchPlan(count, streams, shuffle: false, isContinuous: true);
            plan.Prepare(new SeededRandom(1));
            List<int[]> batches = Batches(plan);
            Assert.Equal(Enumerable.Range(0, count), batches.SelectMany(batch => batch).Order());
            foreach ((int[] batch, int[] next) in batches.Zip(batches.Skip(1)))
            {
                Assert.Equal(next, batch.Take(next.Length).Select(window => window + 1));
            }
        });

    private static List<int[]> Plan(int count, int batchSize, bool shuffle, SeededRandom random)
    {
        var plan = new BatchPlan(count, batchSize, shuffle);
        plan.Prepare(random);
        return Batches(plan);
    }

    private static List<int[]> Batches(BatchPlan plan) => [.. Enumerable.Range(0, plan.BatchCount).Select(i => plan.Batch(i).ToArray())];
}
