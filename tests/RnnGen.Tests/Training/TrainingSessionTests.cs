using System;
using System.Linq;
using RnnGen.Tests.Models;
using RnnGen.Tests.Numerics;
using RnnGen.Training;

namespace RnnGen.Tests.Training;

public class TrainingSessionTests
{
    [Fact]
    public void Steps_have_the_same_bits_for_every_number_of_threads()
    {
        SequenceDataset dataset = SampleData.Labeling(70, seed: 2);
        (float[] Weights, double Loss) expected = Train(dataset, threads: 1);
        foreach (int threads in new[] { 2, 3, 5 })
        {
            (float[] Weights, double Loss) actual = Train(dataset, threads);
            Assert.Equal(Bits.Of(expected.Weights), Bits.Of(actual.Weights));
            Assert.Equal(expected.Loss, actual.Loss);
        }
    }

    /// <summary>Most of its weights are rows of tokens: its batches are not cut into shards, and threads share out blocks and the parts of one gradient.</summary>
    [Fact]
    public void Steps_of_a_large_vocabulary_have_the_same_bits_for_every_number_of_threads()
    {
        Assert.False(BatchShards<GeneratedWideLabeler>.IsCut);
        SequenceDataset dataset = SampleData.Labeling(70, seed: 2);
        ulong[] checksums = [.. new[] { 1, 2, 5 }.Select(threads =>
        {
            var model = new GeneratedWideLabeler(seed: 1);
            using var session = new TrainingSession<GeneratedWideLabeler>(model, Optimizers.Adam(0.01), threads);
            for (int i = 0; i < 5; i++)
            {
                _ = session.Step(dataset, SampleData.AllIndices(dataset));
            }

            return Sweep.Checksum(model.Parameters.ToArray().Select(BitConverter.SingleToUInt32Bits));
        })];

        Assert.Single(checksums.Distinct());
    }

    [Fact]
    public void Padding_of_the_parameters_stays_zero()
    {
        SequenceDataset dataset = SampleData.Labeling(70, seed: 2);
        PlainElmanLabeler model = PlainElmanLabeler.Create(1);
        using var session = new TrainingSession<PlainElmanLabeler>(model, Optimizers.AdamW(0.01), threads: 2, clipNorm: 0.1);
        for (int i = 0; i < 20; i++)
        {
            _ = session.Step(dataset, SampleData.AllIndices(dataset));
        }

        TensorLayout.AssertPaddingIsZero(PlainElmanLabeler.Description, model.Parameters);
    }

    [Fact]
    public void The_loss_of_a_step_is_that_of_an_evaluation_before_it()
    {
        SequenceDataset dataset = SampleData.Labeling(70, seed: 2);
        using var session = new TrainingSession<PlainElmanLabeler>(PlainElmanLabeler.Create(1), Optimizers.Sgd(0.5), threads: 2);
        for (int i = 0; i < 3; i++)
        {
            // The step weighs losses with floats.
            double loss = session.Evaluate(dataset, TestContext.Current.CancellationToken).Loss;
            Assert.Equal(loss, session.Step(dataset, SampleData.AllIndices(dataset)), 1e-6 * loss);
        }

        Assert.Equal(3, session.StepCount);
    }

    /// <summary>In a batch that is cut into shards, and in one that is not.</summary>
    [Theory]
    [InlineData(4)]
    [InlineData(30)]
    public void A_sequence_without_a_target_has_no_part_in_a_step(int count)
    {
        SequenceDataset labels = SampleData.Labeling(count, seed: 2);
        int[] labeled = [.. SampleData.AllIndices(labels).Where(i => labels.TargetsOf(i).ContainsAnyExcept(-1))];
        AssertSameStep<PlainElmanLabeler>(labels, labeled);

        int[][] tokens = [.. Enumerable.Range(0, count).Select(i => new[] { i % 13, 5 })];
        float[][] values = [.. Enumerable.Range(0, count).Select(i => i % 3 == 0 ? [float.NaN, float.NaN] : new[] { float.NaN, i })];
        SequenceDataset numbers = SequenceDataset.FromTokens(9, tokens, 1, values, everyStep: true);
        AssertSameStep<PlainElman<StepRegressorShape>>(numbers, [.. SampleData.AllIndices(numbers).Where(i => i % 3 != 0)]);
    }

    [Fact]
    public void A_loss_that_is_not_finite_is_reported_with_its_step_and_leaves_the_weights()
    {
        SequenceDataset dataset = SampleData.Labeling(10, seed: 2);
        PlainElmanLabeler model = PlainElmanLabeler.Create(1);
        using var session = new TrainingSession<PlainElmanLabeler>(model, Optimizers.Sgd(0.1), threads: 2);
        _ = session.Step(dataset, [0, 1]);
        _ = session.Step(dataset, [0, 1]);
        model.Parameters[0] = float.NaN;
        model.Parameters[8..16].Fill(float.NaN);
        model.Parameters[(13 * 8)..(20 * 8)].Fill(float.NaN);
        float[] before = model.Parameters.ToArray();
        var exception = Assert.Throws<TrainingDivergedException>(() => session.Step(dataset, SampleData.AllIndices(dataset)));
        Assert.Equal(3, exception.Step);
        Assert.Contains("NaN at step 3", exception.Message, StringComparison.Ordinal);
        Assert.Equal(Bits.Of(before), Bits.Of(model.Parameters));
        Assert.Equal(2, session.StepCount);
    }

    [Fact]
    public void After_a_batch_that_was_refused_the_session_goes_on()
    {
        SequenceDataset dataset = SampleData.Labeling(10, seed: 2);
        SequenceDataset wrong = SequenceDataset.FromTokens(SequenceTask.Labeling, 9, [[1], [99]], [[0], [0]]);
        PlainElmanLabeler expected = PlainElmanLabeler.Create(1);
        PlainElmanLabeler actual = PlainElmanLabeler.Create(1);
        using var undisturbed = new TrainingSession<PlainElmanLabeler>(expected, Optimizers.Adam(), threads: 2);
        using var disturbed = new TrainingSession<PlainElmanLabeler>(actual, Optimizers.Adam(), threads: 2);
        _ = Assert.Throws<ArgumentException>("indices", () => disturbed.Step(dataset, []));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => disturbed.Step(wrong, [0, 1]));
        _ = Assert.Throws<ArgumentOutOfRangeException>("indices", () => disturbed.Step(dataset, [0, 10]));
        _ = Assert.Throws<ArgumentOutOfRangeException>("indices", () => disturbed.Step(dataset, [-1, .. Enumerable.Repeat(0, 31)]));
        for (int i = 0; i < 3; i++)
        {
            _ = undisturbed.Step(dataset, [0, 1, 2]);
            _ = disturbed.Step(dataset, [0, 1, 2]);
        }

        Assert.Equal(expected.Parameters.ToArray(), actual.Parameters.ToArray());
    }

    [Fact]
    public void Arguments_out_of_range_are_refused_by_name()
    {
        PlainElmanLabeler model = PlainElmanLabeler.Create(1);
        Assert.Equal("threads", Assert.Throws<ArgumentOutOfRangeException>(() => Session(model, threads: -1)).ParamName);
        Assert.Equal("threads", Assert.Throws<ArgumentOutOfRangeException>(() => Session(model, threads: 1025)).ParamName);
        Assert.Equal("clipNorm", Assert.Throws<ArgumentOutOfRangeException>(() => Session(model, clipNorm: 0)).ParamName);
        Assert.Equal("clipNorm", Assert.Throws<ArgumentOutOfRangeException>(() => Session(model, clipNorm: double.NaN)).ParamName);
        using TrainingSession<PlainElmanLabeler> session = Session(model);
        Assert.Equal("value", Assert.Throws<ArgumentOutOfRangeException>(() => session.LearningRate = -1).ParamName);
        Assert.Equal("value", Assert.Throws<ArgumentOutOfRangeException>(() => session.LearningRate = double.PositiveInfinity).ParamName);
    }

    private static void AssertSameStep<TModel>(SequenceDataset dataset, int[] withTarget)
        where TModel : class, IRecurrentModel<TModel>
    {
        Assert.InRange(withTarget.Length, 1, dataset.Count - 1);
        TModel all = TModel.Create(1);
        TModel some = TModel.Create(1);
        using var sessionOfAll = new TrainingSession<TModel>(all, Optimizers.Sgd(0.1), threads: 2);
        using var sessionOfSome = new TrainingSession<TModel>(some, Optimizers.Sgd(0.1), threads: 2);
        double expected = sessionOfSome.Step(dataset, withTarget);

        // Gradients are added up in another order.
        Assert.Equal(expected, sessionOfAll.Step(dataset, SampleData.AllIndices(dataset)), 1e-6 * expected);
        Assert.All(some.Parameters.ToArray().Zip(all.Parameters.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
    }

    private static TrainingSession<PlainElmanLabeler> Session(PlainElmanLabeler model, int threads = 1, double? clipNorm = null) =>
        new(model, Optimizers.Sgd(), threads, clipNorm);

    private static (float[] Weights, double Loss) Train(SequenceDataset dataset, int threads)
    {
        PlainElmanLabeler model = PlainElmanLabeler.Create(1);
        using var session = new TrainingSession<PlainElmanLabeler>(model, Optimizers.Adam(0.01), threads, clipNorm: 0.5);
        double loss = 0;
        for (int i = 0; i < 30; i++)
        {
            loss = session.Step(dataset, SampleData.AllIndices(dataset));
        }

        return (model.Parameters.ToArray(), loss);
    }
}
