using System;
using System.Linq;
using RnnGen.Training;

namespace RnnGen.Tests.Training;

/// <summary>Steps on batches of so many sequences that they are cut into shards.</summary>
public class BatchShardsTests
{
    private const double LearningRate = 0.5;

    /// <summary>From the first batch that is cut to one of more blocks than there are shards.</summary>
    public static TheoryData<int, int> Batches => [.. from count in new[] { 9, 16, 40, 70 } from threads in new[] { 1, 3 } select (count, threads)];

    [Theory]
    [MemberData(nameof(Batches))]
    public void A_step_follows_the_mean_of_the_gradients_of_its_sequences(int count, int threads)
    {
        SequenceDataset dataset = SampleData.Labeling(count, seed: 5);
        int labeled = SampleData.CountWithTarget(dataset);
        var model = new GeneratedLabeler(seed: 1);
        float[] expected = model.Parameters.ToArray();
        float[] gradients = new float[expected.Length];
        double loss = 0;
        for (int i = 0; i < count; i++)
        {
            loss += model.Backward(dataset.InputsOf(i), dataset.TargetsOf(i), gradients) / labeled;
        }

        using var session = new TrainingSession<GeneratedLabeler>(model, Optimizers.Sgd(LearningRate), threads);
        double actualLoss = session.Step(dataset, SampleData.AllIndices(dataset));

        // Sums of up to 70 x 9 terms of single precision in another order; weights are of the order of 0.1 and a step of 0.01.
        Assert.Equal(loss, actualLoss, 1e-6 * loss);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i] - (LearningRate / labeled * gradients[i]), model.Parameters[i], 1e-6);
        }
    }

    /// <summary>Two to fourteen shards, whose gradients threads add up in pairs as they come.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Steps_have_the_same_bits_for_every_number_of_shards_and_threads(int threads)
    {
        foreach (int count in Enumerable.Range(2, 13).Select(shards => (8 * shards) - 3))
        {
            SequenceDataset dataset = SampleData.Labeling(count, seed: count);

            Assert.Equal(AfterSteps(dataset, threads: 1), AfterSteps(dataset, threads));
        }
    }

    /// <summary>Batches that are cut and that are not, larger and smaller ones, and an evaluation between them; more threads than shards, too.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(20)]
    public void Steps_of_all_kinds_in_one_session_have_the_same_bits_for_every_number_of_threads(int threads) =>
        Assert.Equal(AfterMixedSteps(1), AfterMixedSteps(threads));

    [Fact]
    public void Models_are_cut_unless_they_are_large_or_mostly_rows_of_tokens()
    {
        Assert.True(BatchShards<GeneratedLabeler>.IsCut);
        Assert.True(BatchShards<GeneratedSignalClassifier>.IsCut);
        Assert.True(BatchShards<GeneratedDropoutClassifier>.IsCut);
        Assert.False(BatchShards<GeneratedWideLabeler>.IsCut);
    }

    [Fact]
    public void Label_weights_are_those_of_the_whole_batch()
    {
        SequenceDataset dataset = SampleData.Labeling(70, seed: 5);
        float[] weights = [1, 2, 0.5f, 3, 1, 1];
        using var session = new TrainingSession<GeneratedLabeler>(
            new GeneratedLabeler(seed: 1), Optimizers.Sgd(LearningRate), threads: 2, labelWeights: weights, ignoredLabels: [4]);

        double before = session.Evaluate(dataset, TestContext.Current.CancellationToken).Loss;

        // The step weighs losses with floats.
        Assert.Equal(before, session.Step(dataset, SampleData.AllIndices(dataset)), 1e-6 * before);
    }

    /// <summary>What the shards had added up, they have forgotten.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData(0.5)]
    public void After_a_step_that_failed_the_session_goes_on(double? clipNorm)
    {
        SequenceDataset dataset = SampleData.Labeling(40, seed: 5);
        int[] indices = SampleData.AllIndices(dataset);
        SequenceDataset wrong = SequenceDataset.FromTokens(
            SequenceTask.Labeling, 9, [.. Enumerable.Range(0, 20).Select(i => new[] { i < 19 ? 1 : 99 })], [.. Enumerable.Range(0, 20).Select(_ => new[] { 0 })]);
        var expected = new GeneratedLabeler(seed: 1);
        var actual = new GeneratedLabeler(seed: 1);
        using var undisturbed = new TrainingSession<GeneratedLabeler>(expected, Optimizers.Adam(), threads: 2, clipNorm);
        using var disturbed = new TrainingSession<GeneratedLabeler>(actual, Optimizers.Adam(), threads: 2, clipNorm);
        for (int i = 0; i < 3; i++)
        {
            _ = undisturbed.Step(dataset, indices);
            _ = Assert.Throws<ArgumentOutOfRangeException>(() => disturbed.Step(wrong, SampleData.AllIndices(wrong)));
            float weight = actual.Parameters[0];
            actual.Parameters[0] = float.NaN;
            _ = Assert.Throws<TrainingDivergedException>(() => disturbed.Step(dataset, indices));
            actual.Parameters[0] = weight;
            _ = disturbed.Step(dataset, indices);
        }

        Assert.Equal(Bits.Of(expected.Parameters), Bits.Of(actual.Parameters));
    }

    /// <summary>In the first or second shard of a pair, or in the one that is added last.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(9)]
    [InlineData(17)]
    [InlineData(35)]
    public void A_feature_that_is_no_number_is_refused_and_leaves_nothing_behind(int place)
    {
        float[][] features = [.. Enumerable.Range(0, 40).Select(i => new[] { 1f, i, 2f })];
        int[][] labels = [.. Enumerable.Range(0, 40).Select(i => new[] { i % 3 })];
        SequenceDataset dataset = SequenceDataset.FromFeatures(SequenceTask.Classification, 4, 1, features, labels);
        int[] indices = SampleData.AllIndices(dataset);
        var expected = new GeneratedSignalClassifier(seed: 1);
        var actual = new GeneratedSignalClassifier(seed: 1);
        using var undisturbed = new TrainingSession<GeneratedSignalClassifier>(expected, Optimizers.Adam(), threads: 2);
        using var disturbed = new TrainingSession<GeneratedSignalClassifier>(actual, Optimizers.Adam(), threads: 2);
        _ = undisturbed.Step(dataset, indices);

        // The largest number is beyond what is left of the range after standardisation.
        features[place][1] = float.MaxValue;
        SequenceDataset wrong = SequenceDataset.FromFeatures(SequenceTask.Classification, 4, 1, features, labels);
        actual.Standardization.Set([0f], [1e-3f]);
        _ = Assert.Throws<ArgumentException>(() => disturbed.Step(wrong, indices));
        actual.Standardization.Set([0f], [1f]);
        _ = disturbed.Step(dataset, indices);
        _ = undisturbed.Step(dataset, indices);
        _ = disturbed.Step(dataset, indices);

        Assert.Equal(Bits.Of(expected.Parameters), Bits.Of(actual.Parameters));
    }

    /// <summary>A place in the batch has factors of its own, whatever shard it is in: a batch of one sequence many times over learns from many networks.</summary>
    [Fact]
    public void Dropout_differs_from_shard_to_shard_and_not_from_one_number_of_threads_to_another()
    {
        int[][] tokens = [.. Enumerable.Repeat<int[]>([3, 1, 4, 1, 5], 32)];
        SequenceDataset dataset = SequenceDataset.FromTokens(SequenceTask.Classification, 9, tokens, [.. Enumerable.Repeat<int[]>([1], 32)]);
        float[] once = AfterAStep(dataset, sequences: 8, threads: 1);

        Assert.Equal(Bits.Of(AfterAStep(dataset, 32, threads: 1)), Bits.Of(AfterAStep(dataset, 32, threads: 3)));

        // The mean over the same eight networks four times would be that over them once, but for a rounding.
        Assert.Contains(once.Zip(AfterAStep(dataset, 32, threads: 1)), pair => Math.Abs(pair.First - pair.Second) > 1e-3);
    }

    private static int[] AfterSteps(SequenceDataset dataset, int threads)
    {
        var model = new GeneratedLabeler(seed: 1);
        using var session = new TrainingSession<GeneratedLabeler>(model, Optimizers.Adam(), threads);
        int[] indices = SampleData.AllIndices(dataset);
        for (int i = 0; i < 3; i++)
        {
            _ = session.Step(dataset, indices);
        }

        return Bits.Of(model.Parameters);
    }

    private static int[] AfterMixedSteps(int threads)
    {
        SequenceDataset dataset = SampleData.Labeling(120, seed: 5);
        var model = new GeneratedLabeler(seed: 1);
        using var session = new TrainingSession<GeneratedLabeler>(model, Optimizers.Adam(), threads);
        double loss = 0;
        foreach (int count in new[] { 40, 5, 40, 8, 120, 3, 17 })
        {
            loss += session.Step(dataset, [.. Enumerable.Range(0, count)]) + session.Evaluate(dataset, TestContext.Current.CancellationToken).Loss;
        }

        return [.. Bits.Of(model.Parameters), .. Bits.Of([(float)loss])];
    }

    private static float[] AfterAStep(SequenceDataset dataset, int sequences, int threads)
    {
        var model = new GeneratedDropoutClassifier(seed: 1);
        using var session = new TrainingSession<GeneratedDropoutClassifier>(model, Optimizers.Sgd(LearningRate), threads) { DropoutSeed = 3 };
        _ = session.Step(dataset, [.. Enumerable.Range(0, sequences)]);
        return model.Parameters.ToArray();
    }
}
