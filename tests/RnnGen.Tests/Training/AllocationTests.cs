using System;
using RnnGen.Tests.Memory;
using RnnGen.Training;

namespace RnnGen.Tests.Training;

/// <summary>Alone in the process while they run, because they count what all threads allocate.</summary>
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
[Collection(nameof(AllocationTests))]
public class AllocationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_step_allocates_nothing_on_any_thread(int threads)
    {
        SequenceDataset dataset = SampleData.Labeling(100, seed: 1);
        int[] all = SampleData.AllIndices(dataset);
        using var session = new TrainingSession<GeneratedLabeler>(new GeneratedLabeler(seed: 1), Optimizers.Adam(), threads, clipNorm: 1);
        session.Reserve(dataset, 32);
        _ = session.Step(dataset, all.AsSpan(0, 32));
        AssertAllocatesNothing(() =>
        {
            for (int first = 0; first < all.Length; first += 32)
            {
                _ = session.Step(dataset, all.AsSpan(first, Math.Min(32, all.Length - first)));
            }
        });
    }

    [Fact]
    public void Without_a_reservation_steps_allocate_nothing_once_the_largest_batch_was_seen()
    {
        SequenceDataset dataset = SampleData.Classification(64, seed: 1);
        int[] all = SampleData.AllIndices(dataset);
        using var session = new TrainingSession<PlainElmanClassifier>(PlainElmanClassifier.Create(1), Optimizers.Sgd(), threads: 2);
        _ = session.Step(dataset, all);
        AssertAllocatesNothing(() =>
        {
            _ = session.Step(dataset, all);
            _ = session.Step(dataset, all.AsSpan(3, 17));
            _ = session.Step(dataset, all.AsSpan(7, 5));
        });
    }

    [Fact]
    public void A_step_over_a_continuous_text_allocates_nothing()
    {
        SequenceDataset dataset = SequenceDataset.FromContinuousTokens(9, new int[9 * 20]);
        using var session = new TrainingSession<BrieflyPaddedLstmGenerator>(new BrieflyPaddedLstmGenerator(seed: 1), Optimizers.Sgd(), threads: 2);
        session.Reserve(dataset, 2);
        _ = session.Step(dataset, [0, 10]);
        AssertAllocatesNothing(() =>
        {
            _ = session.Step(dataset, [1, 11]);
            _ = session.Step(dataset, [2, 12]);
        });
    }

    [Fact]
    public void A_single_observation_allocates_nothing_after_the_first_call()
    {
        GeneratedLabeler model = new GeneratedLabeler(seed: 1);
        float[] gradients = new float[model.Parameters.Length];
        int[] inputs = [1, 2, 3, 4];
        int[] targets = [-1, 1, 2, 3];
        _ = SingleObservation.Backward(model, inputs, targets, gradients);
        AssertAllocatesNothing(() => _ = SingleObservation.Backward(model, inputs, targets, gradients));
    }

    [Fact]
    public void Waking_a_sleeping_team_allocates_nothing()
    {
        using var team = new ThreadTeam(3);
        var work = new NoWork();
        team.Run(3, work);
        AssertAllocatesNothing(() =>
        {
            while (team.SleepingThreads < 2)
            {
                System.Threading.Thread.Yield();
            }

            team.Run(3, work);
        });
    }

    internal static void AssertAllocatesNothing(Action action) => Assert.Equal(0, Allocations.OfProcess(action));

    private sealed class NoWork : ITeamWork
    {
        public void Execute(int item, int first)
        {
        }
    }
}
