using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace RnnGen.Tests.Training;

public class TrainerTests
{
    private static readonly SequenceDataset Data = SampleData.Classification(50, seed: 1);
    private static readonly SequenceDataset Validation = SampleData.Classification(30, seed: 2);

    [Fact]
    public void The_loss_falls()
    {
        var options = new TrainingOptions { Epochs = 30, BatchSize = 8, Optimizer = Optimizers.Adam(1e-2f) };
        TrainingResult result = Fit(PlainElmanClassifier.Create(1), options);
        Assert.True(result.Epochs[^1].TrainingLoss < result.Epochs[0].TrainingLoss / 2);
    }

    [Fact]
    public void A_batch_that_no_array_can_hold_is_refused_before_anything_is_trained()
    {
        var model = new GeneratedHugeGenerator(seed: 1);
        int[] before = Bits.Of(model.Parameters);
        int[][] texts = [.. Enumerable.Range(0, 6).Select(static _ => Enumerable.Repeat(7, GeneratedHugeGenerator.SequenceLength).ToArray())];
        SequenceDataset data = SequenceDataset.FromTokens(SequenceTask.Generation, GeneratedHugeGenerator.SequenceLength, texts, texts);
        var exception = Assert.Throws<InvalidOperationException>(
            () => Trainer.Fit(model, data, new TrainingOptions { BatchSize = 6 }, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Contains("use a smaller batch", exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, Bits.Of(model.Parameters));
    }

    [Fact]
    public void Training_stops_after_the_epochs_asked_for()
    {
        TrainingResult result = Fit(PlainElmanClassifier.Create(1), new TrainingOptions { Epochs = 3, BatchSize = 8 });
        Assert.Equal(StopReason.EpochsCompleted, result.StopReason);
        Assert.Equal([1, 2, 3], result.Epochs.Select(epoch => epoch.Epoch));
        Assert.Equal([7, 14, 21], result.Epochs.Select(epoch => epoch.Steps));
        Assert.Equal(21, result.Steps);
        Assert.Equal(3, result.BestEpoch);
    }

    [Fact]
    public void Ten_epochs_are_done_unless_told_otherwise() =>
        Assert.Equal(10, Fit(PlainElmanClassifier.Create(1), new TrainingOptions()).Epochs.Length);

    [Theory]
    [InlineData(7, 1)]
    [InlineData(17, 3)]
    [InlineData(70, 10)]
    [InlineData(100, 15)]
    public void Training_stops_after_the_steps_asked_for_and_takes_stock(int steps, int epochs)
    {
        TrainingResult result = Fit(PlainElmanClassifier.Create(1), new TrainingOptions { MaxSteps = steps, BatchSize = 8 }, Validation);
        Assert.Equal(StopReason.StepsCompleted, result.StopReason);
        Assert.Equal(steps, result.Steps);
        Assert.Equal(epochs, result.Epochs.Length);
        Assert.Equal(steps, result.Epochs[^1].Steps);
        Assert.NotNull(result.Epochs[^1].ValidationLoss);
    }

    [Fact]
    public void Training_stops_when_the_loss_is_under_the_threshold()
    {
        var options = new TrainingOptions { Epochs = 500, BatchSize = 8, Optimizer = Optimizers.Adam(0.01), LossThreshold = 0.7 };
        TrainingResult result = Fit(PlainElmanClassifier.Create(1), options);
        Assert.Equal(StopReason.LossUnderThreshold, result.StopReason);
        Assert.True(result.Epochs[^1].TrainingLoss < 0.7);
        Assert.All(result.Epochs[..^1], epoch => Assert.True(epoch.TrainingLoss >= 0.7));
    }

    [Fact]
    public void Training_stops_when_the_loss_has_reached_zero()
    {
        // Class 2 by so much that its probability is 1 to the last bit.
        PlainElmanClassifier model = PlainElmanClassifier.CreateEmpty();
        TensorInfo bias = PlainElmanClassifier.Description.Tensors.Single(tensor => tensor.Name == "fc.bias");
        model.Parameters[bias.IndexOf(2, 0)] = 200;
        SequenceDataset dataset = SequenceDataset.FromTokens(SequenceTask.Classification, 9, [[1, 2], [3]], [[2], [2]]);
        TrainingResult result = Fit(model, new TrainingOptions(), data: dataset);
        Assert.Equal(StopReason.LossReachedZero, result.StopReason);
        Assert.Equal(0, Assert.Single(result.Epochs).TrainingLoss);
    }

    [Fact]
    public void Training_stops_when_the_validation_set_no_longer_improves()
    {
        // With a rate of zero nothing improves after the first epoch.
        var options = new TrainingOptions { Epochs = 100, Optimizer = Optimizers.Sgd(0), Patience = 3 };
        TrainingResult result = Fit(PlainElmanClassifier.Create(1), options, Validation);
        Assert.Equal(StopReason.NoImprovement, result.StopReason);
        Assert.Equal(4, result.Epochs.Length);
        Assert.Equal(1, result.BestEpoch);
    }

    [Fact]
    public void An_improvement_smaller_than_asked_for_does_not_count()
    {
        // The loss lies between 0 and a few nats: it cannot fall by 10.
        var options = new TrainingOptions { BatchSize = 8, Optimizer = Optimizers.Adam(0.01), Patience = 2, MinimumImprovement = 10 };
        TrainingResult result = Fit(PlainElmanClassifier.Create(1), options, Validation);
        Assert.True(result.Epochs[1].ValidationLoss < result.Epochs[0].ValidationLoss);
        Assert.Equal((3, 1), (result.Epochs.Length, result.BestEpoch));
    }

    [Theory]
    [InlineData(ValidationMetric.Loss)]
    [InlineData(ValidationMetric.Accuracy)]
    [InlineData(ValidationMetric.MacroF1)]
    public void The_model_is_given_back_with_the_weights_of_the_best_epoch(ValidationMetric metric)
    {
        (TrainingResult result, float[] weights, List<float[]> byEpoch) = Overfit(metric, restore: true);
        EpochResult best = metric switch
        {
            ValidationMetric.Accuracy => result.Epochs.MaxBy(epoch => epoch.ValidationAccuracy)!,
            ValidationMetric.MacroF1 => result.Epochs.MaxBy(epoch => epoch.ValidationMacroF1)!,
            _ => result.Epochs.MinBy(epoch => epoch.ValidationLoss)!,
        };
        Assert.Equal(best.Epoch, result.BestEpoch);
        Assert.NotEqual(result.Epochs.Length, result.BestEpoch);
        Assert.Equal(byEpoch[result.BestEpoch - 1], weights);
    }

    [Fact]
    public void The_model_keeps_its_last_weights_if_the_best_are_not_asked_for()
    {
        (TrainingResult result, float[] weights, List<float[]> byEpoch) = Overfit(ValidationMetric.Loss, restore: false);
        Assert.NotEqual(result.Epochs.Length, result.BestEpoch);
        Assert.Equal(byEpoch[^1], weights);
    }

    [Fact]
    public void The_best_weights_do_as_well_on_the_validation_set_as_their_epoch_did()
    {
        PlainElmanClassifier model = PlainElmanClassifier.Create(1);
        var options = new TrainingOptions { Epochs = 20, BatchSize = 8, Optimizer = Optimizers.Adam(0.05) };
        TrainingResult result = Fit(model, options, Validation);
        EvaluationResult again = Evaluator.Evaluate(model, Validation, cancellationToken: TestContext.Current.CancellationToken);
        EpochResult best = result.Epochs[result.BestEpoch - 1];
        Assert.Equal((best.ValidationLoss, best.ValidationAccuracy, best.ValidationMacroF1), (again.Loss, again.Accuracy, again.MacroF1));
    }

    [Fact]
    public void A_cancelled_run_ends_after_the_step_at_hand_and_says_so()
    {
        using var source = new CancellationTokenSource();
        var options = new TrainingOptions { Epochs = 5, BatchSize = 8, Schedule = HookedSchedule.Before(step: 9, source.Cancel) };
        TrainingResult result = Trainer.Fit(PlainElmanClassifier.Create(1), Data, options, cancellationToken: source.Token);
        Assert.Equal(StopReason.Cancelled, result.StopReason);
        Assert.Equal(10, result.Steps);
        _ = Assert.Single(result.Epochs);
    }

    [Fact]
    public void A_run_that_is_cancelled_before_it_starts_changes_nothing()
    {
        PlainElmanClassifier model = PlainElmanClassifier.Create(1);
        TrainingResult result = Trainer.Fit(model, Data, new TrainingOptions(), cancellationToken: new CancellationToken(canceled: true));
        Assert.Equal((StopReason.Cancelled, 0, 0), (result.StopReason, result.Steps, result.BestEpoch));
        Assert.Equal(PlainElmanClassifier.Create(1).Parameters.ToArray(), model.Parameters.ToArray());
    }

    [Fact]
    public void A_run_cancelled_within_an_epoch_gives_the_best_weights_back()
    {
        using var source = new CancellationTokenSource();
        PlainElmanClassifier model = PlainElmanClassifier.Create(1);
        var options = new TrainingOptions { Epochs = 5, BatchSize = 8, Schedule = HookedSchedule.Before(step: 9, source.Cancel) };
        TrainingResult result = Trainer.Fit(model, Data, options, Validation, cancellationToken: source.Token);
        Assert.Equal(1, result.BestEpoch);
        Assert.Equal(result.Epochs[0].ValidationLoss, Evaluator.Evaluate(model, Validation, cancellationToken: TestContext.Current.CancellationToken).Loss);
    }

    [Fact]
    public void The_end_of_every_epoch_is_reported()
    {
        var observer = new Observer();
        var options = new TrainingOptions { Epochs = 3, BatchSize = 8 };
        TrainingResult result = Fit(PlainElmanClassifier.Create(1), options, Validation, observer);
        TrainingProgress[] ends = [.. observer.Reports.Where(report => report.Completed is not null)];
        Assert.Equal(result.Epochs, ends.Select(report => report.Completed!));
        Assert.All(ends, report => Assert.Equal((7, 7), (report.StepInEpoch, report.StepsPerEpoch)));
        Assert.Equal(result.Epochs.Select(epoch => epoch.TrainingLoss), ends.Select(report => report.TrainingLoss));
        Assert.All(observer.Reports, report => Assert.Equal(report.Step, ((report.Epoch - 1) * 7) + report.StepInEpoch));
    }

    [Fact]
    public void A_run_has_the_same_bits_for_every_number_of_threads()
    {
        int[] threadCounts = [1, 2, 3, 5];
        int[][] runs = [.. threadCounts.Select(threads =>
        {
            PlainElmanClassifier model = PlainElmanClassifier.Create(1);
            var options = new TrainingOptions { Epochs = 3, BatchSize = 20, Threads = threads, ClipNorm = 1 };
            _ = Fit(model, options, Validation);
            return Bits.Of(model.Parameters);
        })];
        Assert.All(runs, run => Assert.Equal(runs[0], run));
    }

    [Fact]
    public void The_seed_decides_the_order_of_the_sequences()
    {
        float[] Train(long seed, bool shuffle)
        {
            PlainElmanClassifier model = PlainElmanClassifier.Create(1);
            _ = Fit(model, new TrainingOptions { Epochs = 1, BatchSize = 8, Seed = seed, Shuffle = shuffle });
            return model.Parameters.ToArray();
        }

        Assert.Equal(Train(1, shuffle: true), Train(1, shuffle: true));
        Assert.NotEqual(Train(1, shuffle: true), Train(2, shuffle: true));
        Assert.Equal(Train(1, shuffle: false), Train(2, shuffle: false));
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(16, 2)]
    public void A_run_that_diverges_gives_back_the_last_good_weights(int step, int epochsBefore)
    {
        var byEpoch = new List<float[]> { PlainElmanClassifier.Create(1).Parameters.ToArray() };
        PlainElmanClassifier model = PlainElmanClassifier.Create(1);
        var observer = new Observer(_ => byEpoch.Add(model.Parameters.ToArray()));

        // A rate that is infinite as a float.
        var schedule = new HookedSchedule(position => position.Step == step ? 1e300 : 1);
        var options = new TrainingOptions { Epochs = 5, BatchSize = 8, Optimizer = Optimizers.Sgd(0.1), Schedule = schedule };
        var exception = Assert.Throws<TrainingDivergedException>(() => Fit(model, options, validation: null, observer));
        Assert.Equal(step + 2, exception.Step);
        Assert.Equal(epochsBefore + 1, byEpoch.Count);
        Assert.Equal(byEpoch[^1], model.Parameters.ToArray());
    }

    [Fact]
    public void Weights_that_are_not_finite_after_the_last_step_of_an_epoch_are_noticed()
    {
        PlainElmanClassifier model = PlainElmanClassifier.Create(1);
        var schedule = new HookedSchedule(position => position.Step == 6 ? 1e300 : 1);
        var options = new TrainingOptions { Epochs = 1, BatchSize = 8, Optimizer = Optimizers.Sgd(0.1), Schedule = schedule };
        Assert.Equal(7, Assert.Throws<TrainingDivergedException>(() => Fit(model, options)).Step);
        Assert.Equal(PlainElmanClassifier.Create(1).Parameters.ToArray(), model.Parameters.ToArray());
    }

    public static TheoryData<string, TrainingOptions> WrongOptions => new()
    {
        { nameof(TrainingOptions.Epochs), new TrainingOptions { Epochs = 0 } },
        { nameof(TrainingOptions.MaxSteps), new TrainingOptions { MaxSteps = 0 } },
        { nameof(TrainingOptions.BatchSize), new TrainingOptions { BatchSize = 0 } },
        { nameof(TrainingOptions.Optimizer), new TrainingOptions { Optimizer = null! } },
        { nameof(TrainingOptions.Schedule), new TrainingOptions { Schedule = null! } },
        { nameof(TrainingOptions.ClipNorm), new TrainingOptions { ClipNorm = 0 } },
        { nameof(TrainingOptions.ClipNorm), new TrainingOptions { ClipNorm = double.NaN } },
        { nameof(TrainingOptions.LabelWeights), new TrainingOptions { LabelWeights = [1, -1, 1] } },
        { nameof(TrainingOptions.LabelWeights), new TrainingOptions { LabelWeights = [1, float.NaN, 1] } },
        { nameof(TrainingOptions.LabelWeights), new TrainingOptions { LabelWeights = [1, float.PositiveInfinity, 1] } },
        { nameof(TrainingOptions.IgnoredLabels), new TrainingOptions { IgnoredLabels = null! } },
        { nameof(TrainingOptions.IgnoredLabels), new TrainingOptions { IgnoredLabels = [-1] } },
        { nameof(TrainingOptions.IgnoredLabels), new TrainingOptions { IgnoredLabels = [3] } },
        { nameof(TrainingOptions.LossThreshold), new TrainingOptions { LossThreshold = -1 } },
        { nameof(TrainingOptions.LossThreshold), new TrainingOptions { LossThreshold = double.NaN } },
        { nameof(TrainingOptions.Patience), new TrainingOptions { Patience = 0 } },
        { nameof(TrainingOptions.Patience), new TrainingOptions { Patience = 2 } },
        { nameof(TrainingOptions.MinimumImprovement), new TrainingOptions { MinimumImprovement = -1 } },
        { nameof(TrainingOptions.Monitor), new TrainingOptions { Monitor = (ValidationMetric)9 } },
        { nameof(TrainingOptions.Threads), new TrainingOptions { Threads = -1 } },
        { nameof(TrainingOptions.Threads), new TrainingOptions { Threads = 1025 } },
        { nameof(TrainingOptions.CheckpointPath), new TrainingOptions { CheckpointPath = "" } },
        { nameof(TrainingOptions.CheckpointEvery), new TrainingOptions { CheckpointEvery = 0 } },
    };

    [Theory]
    [MemberData(nameof(WrongOptions), DisableDiscoveryEnumeration = true)]
    public void A_wrong_option_is_refused_by_name(string name, TrainingOptions options)
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => Fit(PlainElmanClassifier.Create(1), options));
        Assert.Equal(name, exception.ParamName);
    }

    [Fact]
    public void Data_that_does_not_fit_the_model_is_refused_before_training()
    {
        PlainElmanClassifier model = PlainElmanClassifier.Create(1);
        SequenceDataset wrongTask = SampleData.Labeling(5, seed: 1);
        SequenceDataset wrongToken = SequenceDataset.FromTokens(SequenceTask.Classification, 9, [[1], [1, 13]], [[0], [0]]);
        var options = new TrainingOptions();
        Assert.Equal("dataset", Assert.Throws<ArgumentException>(() => Fit(model, options, data: wrongTask)).ParamName);
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => Fit(model, options, data: wrongToken));
        Assert.Contains("Token 1 of sequence 1 must be from 0 to 12", exception.Message, StringComparison.Ordinal);
        _ = Assert.Throws<ArgumentOutOfRangeException>("validation", () => Fit(model, options, validation: wrongToken));
        _ = Assert.Throws<ArgumentException>("validation", () => Fit(model, options, validation: wrongTask));
        Assert.Equal(PlainElmanClassifier.Create(1).Parameters.ToArray(), model.Parameters.ToArray());
    }

    [Fact]
    public void Every_fault_of_the_validation_set_is_reported_as_its()
    {
        SequenceDataset tokens = SampleData.Labeling(5, seed: 1);
        string? ParameterOf(SequenceDataset validation) => Assert.ThrowsAny<ArgumentException>(() => Trainer.Fit(
            PlainElmanLabeler.Create(1), tokens, new TrainingOptions(), validation, cancellationToken: TestContext.Current.CancellationToken)).ParamName;
        Assert.Equal(
            Enumerable.Repeat("validation", 5),
            [
                ParameterOf(SequenceDataset.FromTokens(SequenceTask.Labeling, 9, [[13]], [[0]])),
                ParameterOf(SequenceDataset.FromTokens(SequenceTask.Labeling, 9, [[1]], [[6]])),
                ParameterOf(SequenceDataset.FromTokens(SequenceTask.Labeling, 20, [new int[10]], [new int[10]])),
                ParameterOf(SequenceDataset.FromTokens(SequenceTask.Labeling, 9, [[1]], [[-1]])),
                ParameterOf(RealValuedData.For(FeatureLabelerShape.Network.Description, 3, seed: 1)),
            ]);
    }

    [Fact]
    public void A_validation_set_that_gives_a_label_another_id_is_refused()
    {
        Vocabulary words = Vocabulary.FromTokens(["good", "bad", "fair"], Tokenizer.Words);
        SequenceDataset Of(LabelSet? labels, params string[] all) =>
            SequenceDataset.ForClassification(all.Select(label => new ClassifiedText("good fair", label)), words, 9, labels);
        SequenceDataset learnt = Of(null, "negative", "neutral", "positive");
        var exception = Assert.Throws<ArgumentException>(
            "validation", () => Fit(PlainElmanClassifier.Create(1), new TrainingOptions(), Of(null, "negative", "positive"), data: learnt));
        Assert.StartsWith("Label 1 of the validation set is \"positive\", and \"neutral\" in the training set.", exception.Message, StringComparison.Ordinal);
        _ = Fit(PlainElmanClassifier.Create(1), new TrainingOptions { Epochs = 1 }, Of(learnt.Labels, "negative", "positive"), data: learnt);
        _ = Fit(PlainElmanClassifier.Create(1), new TrainingOptions { Epochs = 1 }, Of(null, "negative", "neutral"), data: learnt);
    }

    [Fact]
    public void A_validation_set_that_gives_a_token_another_id_is_refused()
    {
        SequenceDataset Of(Tokenizer tokenizer, params string[] tokens) =>
            SequenceDataset.ForClassification([new("good fair", "yes"), new("fair", "no")], Vocabulary.FromTokens(tokens, tokenizer), 9);
        SequenceDataset learnt = Of(Tokenizer.Words, "good", "bad", "fair");
        void Refused(SequenceDataset other, string message) => Assert.StartsWith(
            message,
            Assert.Throws<ArgumentException>("validation", () => Fit(PlainElmanClassifier.Create(1), new TrainingOptions(), other, data: learnt)).Message,
            StringComparison.Ordinal);
        Refused(Of(Tokenizer.Words, "good", "fair"), "Token 5 of the validation set is \"fair\", and \"bad\" in the training set.");
        Refused(Of(Tokenizer.Whitespace, "good", "bad", "fair"), "The texts of the validation set are cut by the tokenizer \"words\", those of the training set by \"words+lower+punctuation\".");
        _ = Fit(PlainElmanClassifier.Create(1), new TrainingOptions { Epochs = 1 }, Of(Tokenizer.Words, "good", "bad", "fair", "dull"), data: learnt);
    }

    [Fact]
    public void A_data_set_without_a_target_is_refused()
    {
        SequenceDataset labels = SequenceDataset.FromTokens(SequenceTask.Labeling, 9, [[1], [2, 3]], [[-1], [-1, -1]]);
        SequenceDataset numbers = SequenceDataset.FromTokens(9, [[1, 2]], 1, [[float.NaN, float.NaN]], everyStep: true);
        var options = new TrainingOptions();
        CancellationToken token = TestContext.Current.CancellationToken;
        var exception = Assert.Throws<ArgumentException>(
            "dataset", () => Trainer.Fit(PlainElmanLabeler.Create(1), labels, options, cancellationToken: token));
        Assert.Contains("The data set has no target", exception.Message, StringComparison.Ordinal);
        _ = Assert.Throws<ArgumentException>(
            "dataset", () => Trainer.Fit(PlainElman<StepRegressorShape>.Create(1), numbers, options, cancellationToken: token));
    }

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(-0.5, "-0.5")]
    public void A_factor_that_no_learning_rate_can_have_is_reported_with_its_schedule_and_step(double factor, string text)
    {
        PlainElmanClassifier model = PlainElmanClassifier.Create(1);
        var options = new TrainingOptions { BatchSize = 8, Schedule = new HookedSchedule(position => position.Step == 9 ? factor : 1) };
        var exception = Assert.Throws<InvalidOperationException>(() => Fit(model, options));
        Assert.Contains($"The schedule HookedSchedule gives the factor {text} for step 10", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>The square of a gradient of 1e31 is no float: Adam would divide by infinity, and the weights stand still for ever.</summary>
    [Fact]
    public void Moments_that_are_not_finite_are_noticed()
    {
        PlainElmanClassifier model = PlainElmanClassifier.Create(1);
        var options = new TrainingOptions { Epochs = 2, BatchSize = 8, Optimizer = Optimizers.Adam(weightDecay: 1e32) };
        var exception = Assert.Throws<TrainingDivergedException>(() => Fit(model, options));
        Assert.Equal(7, exception.Step);
        Assert.Contains("optimizer's moment is Infinity at step 7", exception.Message, StringComparison.Ordinal);
        Assert.Equal(PlainElmanClassifier.Create(1).Parameters.ToArray(), model.Parameters.ToArray());
    }

    /// <summary>The last step of an epoch is done, and what follows is the validation.</summary>
    [Fact]
    public void A_run_is_cancelled_while_it_measures_the_validation_set()
    {
        using var source = new CancellationTokenSource();
        var options = new TrainingOptions { Epochs = 5, BatchSize = 8, Schedule = HookedSchedule.Before(step: 13, source.Cancel) };
        PlainElmanClassifier model = PlainElmanClassifier.Create(1);
        TrainingResult result = Trainer.Fit(model, Data, options, Validation, cancellationToken: source.Token);
        Assert.Equal((StopReason.Cancelled, 14, 1), (result.StopReason, result.Steps, result.BestEpoch));
        EpochResult epoch = Assert.Single(result.Epochs);
        Assert.Equal(epoch.ValidationLoss, Evaluator.Evaluate(model, Validation, cancellationToken: TestContext.Current.CancellationToken).Loss);
    }

    private static TrainingResult Fit(
        PlainElmanClassifier model,
        TrainingOptions options,
        SequenceDataset? validation = null,
        Observer? observer = null,
        SequenceDataset? data = null) =>
        Trainer.Fit(model, data ?? Data, options, validation, observer, TestContext.Current.CancellationToken);

    private static (TrainingResult Result, float[] Weights, List<float[]> ByEpoch) Overfit(ValidationMetric metric, bool restore)
    {
        PlainElmanClassifier model = PlainElmanClassifier.Create(1);
        var byEpoch = new List<float[]>();
        var observer = new Observer(_ => byEpoch.Add(model.Parameters.ToArray()));
        var options = new TrainingOptions
        {
            Epochs = 25,
            BatchSize = 8,
            Optimizer = Optimizers.Adam(0.05),
            Monitor = metric,
            RestoreBestWeights = restore,
        };
        TrainingResult result = Fit(model, options, Validation, observer);
        return (result, model.Parameters.ToArray(), byEpoch);
    }
}
