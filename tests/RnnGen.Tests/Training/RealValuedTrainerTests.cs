using System;
using System.Linq;
using System.Threading;
using RnnGen.Persistence;
using RnnGen.Tests.Persistence;

namespace RnnGen.Tests.Training;

/// <summary>The trainer with models that read features or learn numbers.</summary>
public sealed class RealValuedTrainerTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void The_standardisation_is_fitted_to_the_training_set_when_training_begins()
    {
        SequenceDataset data = Data<FeatureLabelerShape>(1);
        var model = PlainElman<FeatureLabelerShape>.Create(1);
        _ = Fit(model, data, Options(epochs: 1), Data<FeatureLabelerShape>(2));
        var expected = new FeatureStandardization(19);
        expected.Fit(data);
        AssertSame(expected, model.Standardization!);
    }

    [Fact]
    public void The_standardisation_stays_as_it_is_where_that_is_asked_for()
    {
        var model = PlainElman<FeatureLabelerShape>.Create(1);
        model.Standardization!.Set(new float[19], [.. Enumerable.Repeat(2f, 19)]);
        _ = Fit(model, Data<FeatureLabelerShape>(1), Options(epochs: 1) with { FitStandardization = false });
        Assert.Equal(Enumerable.Repeat(0f, 19), model.Standardization.Mean.ToArray());
        Assert.Equal(Enumerable.Repeat(2f, 19), model.Standardization.StandardDeviation.ToArray());
    }

    [Fact]
    public void Training_is_that_of_input_standardised_by_hand()
    {
        SequenceDataset data = Data<FeatureStepRegressorShape>(1);
        var standardization = new FeatureStandardization(16);
        standardization.Fit(data);
        float[][] byHand = [.. Enumerable.Range(0, data.Count).Select(i =>
        {
            float[] rows = new float[data.FeaturesOf(i).Length];
            standardization.Apply(data.FeaturesOf(i), rows);
            return rows;
        })];
        float[][] targets = [.. Enumerable.Range(0, data.Count).Select(i => data.TargetValuesOf(i).ToArray())];
        SequenceDataset standardised = SequenceDataset.FromFeatures(9, 16, byHand, 3, targets, everyStep: true);

        var fitted = PlainElman<FeatureStepRegressorShape>.Create(1);
        _ = Fit(fitted, data, Options(epochs: 3));
        var plain = PlainElman<FeatureStepRegressorShape>.Create(1);
        _ = Fit(plain, standardised, Options(epochs: 3) with { FitStandardization = false });

        Assert.Equal(Bits.Of(plain.Parameters), Bits.Of(fitted.Parameters));
    }

    [Fact]
    public void A_resumed_run_that_diverges_before_its_first_epoch_ends_leaves_the_model_as_it_was()
    {
        string checkpoint = Interrupt<FeatureLabelerShape>(step: 2);
        var model = PlainElman<FeatureLabelerShape>.Create(99);
        TrainingOptions options = Options(6) with { Schedule = new HookedSchedule(_ => 1e300) };
        _ = Assert.Throws<TrainingDivergedException>(() => Trainer.Resume(
            model, Data<FeatureLabelerShape>(1), options, checkpoint, Data<FeatureLabelerShape>(2), cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(PlainElman<FeatureLabelerShape>.Create(99).Parameters.ToArray(), model.Parameters.ToArray());
        AssertSame(new FeatureStandardization(19), model.Standardization!);
    }

    [Fact]
    public void No_checkpoint_is_made_of_a_validation_loss_that_is_not_finite()
    {
        string checkpoint = _directory.PathOf("run.safetensors");
        SequenceDataset data = Data<FeatureStepRegressorShape>(1);
        SequenceDataset far = SequenceDataset.FromFeatures(9, 16, [new float[16]], 3, [[1e20f, 0f, 0f]], everyStep: true);
        _ = Assert.Throws<TrainingDivergedException>(() => Fit(
            PlainElman<FeatureStepRegressorShape>.Create(1), data, Options(epochs: 1) with { MaxSteps = 1, CheckpointPath = checkpoint }, far));
        Assert.False(System.IO.File.Exists(checkpoint));
    }

    [Fact]
    public void A_run_that_diverges_before_its_first_epoch_ends_leaves_the_standardisation_that_it_found()
    {
        var model = PlainElman<FeatureRegressorShape>.Create(1);
        model.Standardization!.Set([5f], [6f]);
        float[] before = model.Parameters.ToArray();
        SequenceDataset huge = SequenceDataset.FromFeatures(9, 1, [[1f], [2f]], 17, [[.. Enumerable.Repeat(1e38f, 17)], new float[17]]);
        _ = Assert.Throws<TrainingDivergedException>(() => Fit(model, huge, Options(epochs: 1)));
        Assert.Equal((5f, 6f), (model.Standardization.Mean[0], model.Standardization.StandardDeviation[0]));
        Assert.Equal(before, model.Parameters.ToArray());
    }

    [Fact]
    public void A_run_that_is_cancelled_before_its_first_step_leaves_the_standardisation_that_it_found()
    {
        var model = PlainElman<FeatureRegressorShape>.Create(1);
        model.Standardization!.Set([5f], [6f]);
        var cancelled = new CancellationToken(canceled: true);
        TrainingOptions options = Options(epochs: 3) with { CheckpointPath = _directory.PathOf("run.checkpoint") };
        TrainingResult result = Trainer.Fit(model, Data<FeatureRegressorShape>(1), options, cancellationToken: cancelled);
        Assert.Equal((StopReason.Cancelled, 0), (result.StopReason, result.Steps));
        Assert.Equal((5f, 6f), (model.Standardization.Mean[0], model.Standardization.StandardDeviation[0]));

        // The checkpoint has the one that the run was to have.
        var expected = PlainElman<FeatureRegressorShape>.Create(1);
        _ = Fit(expected, Data<FeatureRegressorShape>(1), Options(epochs: 3));
        _ = Trainer.Resume(model, Data<FeatureRegressorShape>(1), options, options.CheckpointPath!, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(Bits.Of(expected.Parameters), Bits.Of(model.Parameters));
        AssertSame(expected.Standardization!, model.Standardization);
    }

    [Fact]
    public void A_feature_that_cannot_be_standardised_is_refused_before_training()
    {
        SequenceDataset small = Signals(0, 1e-3f, 2e-3f);
        SequenceDataset huge = Signals(0, 1e-3f, 3e38f);
        var model = PlainElman<FeatureRegressorShape>.Create(1);
        model.Standardization!.Set([0f], [1e-3f]);
        float[] before = model.Parameters.ToArray();

        var exception = Assert.Throws<ArgumentException>("validation", () => Fit(model, small, Options(epochs: 2), huge));
        Assert.Contains("Feature 0 of step 0 of sequence 2 is 3E+38; too far from the mean", exception.Message, StringComparison.Ordinal);
        _ = Assert.Throws<ArgumentException>("dataset", () => Fit(model, huge, Options(epochs: 2) with { FitStandardization = false }));
        _ = Assert.Throws<ArgumentException>("validation", () => Fit(model, small, Options(epochs: 2) with { FitStandardization = false }, huge));

        Assert.Equal(before, model.Parameters.ToArray());
        Assert.Equal((0f, 1e-3f), (model.Standardization.Mean[0], model.Standardization.StandardDeviation[0]));
    }

    [Fact]
    public void A_resumed_run_refuses_a_feature_that_the_standardisation_of_its_checkpoint_cannot_take()
    {
        SequenceDataset small = Signals(0, 1e-3f, 2e-3f);
        TrainingOptions options = Options(epochs: 2) with { CheckpointPath = _directory.PathOf("run.checkpoint") };
        _ = Fit(PlainElman<FeatureRegressorShape>.Create(1), small, options, small);
        var model = PlainElman<FeatureRegressorShape>.Create(2);
        float[] before = model.Parameters.ToArray();
        _ = Assert.Throws<ArgumentException>("validation", () => Trainer.Resume(
            model, small, Options(epochs: 4), options.CheckpointPath!, Signals(3e38f), cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(before, model.Parameters.ToArray());
        AssertSame(new FeatureStandardization(1), model.Standardization!);
    }

    [Fact]
    public void A_regressor_learns_a_function_of_its_input()
    {
        // The running mean of the first feature, which a linear read-out of a state that adds up can follow.
        var random = new Random(1);
        float[][] inputs = [.. Enumerable.Range(0, 60).Select(_ => Enumerable.Range(0, 9 * 16).Select(_ => random.NextSingle()).ToArray())];
        float[][] targets = [.. inputs.Select(input => Enumerable.Range(0, 9).SelectMany(t => Enumerable.Repeat(input[t * 16], 3)).ToArray())];
        SequenceDataset data = SequenceDataset.FromFeatures(9, 16, inputs, 3, targets, everyStep: true);
        (SequenceDataset training, SequenceDataset validation) = data.Split(0.2, seed: 1);
        var options = new TrainingOptions { Epochs = 60, BatchSize = 8, Optimizer = Optimizers.Adam(0.02), Monitor = ValidationMetric.RSquared };
        TrainingResult result = Fit(PlainElman<FeatureStepRegressorShape>.Create(1), training, options, validation);
        RegressionMetrics best = result.Epochs[result.BestEpoch - 1].ValidationRegression!.Value;

        // A first epoch explains next to nothing.
        Assert.True(best.RSquared > 0.8, $"R^2 is {best.RSquared}.");
        Assert.Equal(result.Epochs.Max(epoch => epoch.ValidationRegression!.Value.RSquared), best.RSquared);
    }

    [Theory]
    [InlineData(ValidationMetric.Loss)]
    [InlineData(ValidationMetric.MeanAbsoluteError)]
    [InlineData(ValidationMetric.RSquared)]
    public void The_monitored_figure_says_which_epoch_was_best(ValidationMetric metric)
    {
        TrainingOptions options = Options(epochs: 25) with { Monitor = metric, Optimizer = Optimizers.Adam(0.05) };
        TrainingResult result = Fit(PlainElman<RegressorShape>.Create(1), Data<RegressorShape>(1), options, Data<RegressorShape>(2));
        EpochResult best = metric switch
        {
            ValidationMetric.MeanAbsoluteError => result.Epochs.MinBy(epoch => epoch.ValidationRegression!.Value.MeanAbsoluteError)!,
            ValidationMetric.RSquared => result.Epochs.MaxBy(epoch => epoch.ValidationRegression!.Value.RSquared)!,
            _ => result.Epochs.MinBy(epoch => epoch.ValidationLoss)!,
        };
        Assert.Equal(best.Epoch, result.BestEpoch);
        Assert.All(result.Epochs, epoch => Assert.Equal((null, null), (epoch.ValidationAccuracy, epoch.ValidationMacroF1)));
    }

    [Fact]
    public void A_figure_that_the_task_does_not_have_is_refused()
    {
        foreach (ValidationMetric metric in new[] { ValidationMetric.Accuracy, ValidationMetric.MacroF1 })
        {
            _ = Assert.Throws<ArgumentOutOfRangeException>(
                "Monitor", () => Fit(PlainElman<RegressorShape>.Create(1), Data<RegressorShape>(1), Options(1) with { Monitor = metric }));
        }

        foreach (ValidationMetric metric in new[] { ValidationMetric.MeanAbsoluteError, ValidationMetric.RSquared })
        {
            _ = Assert.Throws<ArgumentOutOfRangeException>(
                "Monitor", () => Fit(PlainElmanLabeler.Create(1), SampleData.Labeling(5, 1), Options(1) with { Monitor = metric }));
        }
    }

    [Fact]
    public void Labels_of_a_regression_can_be_neither_weighted_nor_ignored()
    {
        PlainElman<RegressorShape> model = PlainElman<RegressorShape>.Create(1);
        _ = Assert.Throws<ArgumentException>(
            "LabelWeights", () => Fit(model, Data<RegressorShape>(1), Options(1) with { LabelWeights = [1f, 1f] }));
        _ = Assert.Throws<ArgumentException>(
            "IgnoredLabels", () => Fit(model, Data<RegressorShape>(1), Options(1) with { IgnoredLabels = [1] }));
        _ = Assert.Throws<ArgumentException>("dataset", () => LabelWeights.Balanced(Data<RegressorShape>(1)));
    }

    [Fact]
    public void Data_of_another_kind_are_refused()
    {
        void Refused<TShape>(SequenceDataset data)
            where TShape : IPlainShape =>
            Assert.Throws<ArgumentException>("dataset", () => Fit(PlainElman<TShape>.Create(1), data, Options(1)));
        Refused<FeatureStepRegressorShape>(Data<FeatureRegressorShape>(1));
        Refused<FeatureStepRegressorShape>(Data<StepRegressorShape>(1));
        Refused<RegressorShape>(Data<StepRegressorShape>(1));
        Refused<FeatureClassifierShape>(SampleData.Classification(5, seed: 1));
        Refused<FeatureLabelerShape>(Data<FeatureClassifierShape>(1));
    }

    [Fact]
    public void A_resumed_run_ends_with_the_same_bits_and_the_standardisation_of_its_beginning()
    {
        AssertResumes<FeatureClassifierShape>();
        AssertResumes<FeatureStepRegressorShape>();
        AssertResumes<RegressorShape>();
    }

    [Fact]
    public void A_checkpoint_whose_standardisation_is_missing_or_damaged_is_refused()
    {
        string path = Interrupt<FeatureStepRegressorShape>(7);
        void Refused(Action<TensorContainer> damage, string message)
        {
            TensorContainer file = PartialCheckpoint.Of(TensorContainer.Load(path), name => name.StartsWith("standardization.", StringComparison.Ordinal));
            damage(file);
            string damaged = _directory.PathOf("damaged.checkpoint");
            file.Save(damaged);
            var model = PlainElman<FeatureStepRegressorShape>.Create(3);
            float[] before = model.Parameters.ToArray();
            ModelFileException exception = Assert.Throws<ModelFileException>(
                () => Trainer.Resume(
                    model, Data<FeatureStepRegressorShape>(1), Options(6), damaged, cancellationToken: TestContext.Current.CancellationToken));
            Assert.Contains(message, exception.Message, StringComparison.Ordinal);
            Assert.Equal(before, model.Parameters.ToArray());
            AssertSame(new FeatureStandardization(16), model.Standardization!);
        }

        float[] ones = [.. Enumerable.Repeat(1f, 16)];
        Refused(file => { }, "it has no tensor 'standardization.mean'");
        Refused(file => file.Add("standardization.mean", ones), "it has no tensor 'standardization.std'");
        Refused(
            file =>
            {
                file.Add("standardization.mean", ones.AsSpan(1));
                file.Add("standardization.std", ones);
            },
            "tensor 'standardization.mean' has the shape [15]");
        Refused(
            file =>
            {
                file.Add("standardization.mean", ones);
                file.Add("standardization.std", new float[16]);
            },
            "The standard deviation of feature 0 is 0");
    }

    private static SequenceDataset Data<TShape>(int seed)
        where TShape : IPlainShape => RealValuedData.For(TShape.Network.Description, count: 30, seed);

    /// <summary>Sequences of one number each, to which seventeen zeros are the answer.</summary>
    private static SequenceDataset Signals(params float[] numbers) =>
        SequenceDataset.FromFeatures(9, 1, [.. numbers.Select(number => new[] { number })], 17, [.. numbers.Select(_ => new float[17])]);

    private static TrainingOptions Options(int epochs) => new() { Epochs = epochs, BatchSize = 8, Optimizer = Optimizers.Adam(0.01) };

    private static TrainingResult Fit<TModel>(TModel model, SequenceDataset data, TrainingOptions options, SequenceDataset? validation = null)
        where TModel : class, IRecurrentModel<TModel> =>
        Trainer.Fit(model, data, options, validation, cancellationToken: TestContext.Current.CancellationToken);

    private static void AssertSame(FeatureStandardization expected, FeatureStandardization actual)
    {
        Assert.Equal(Bits.Of(expected.Mean), Bits.Of(actual.Mean));
        Assert.Equal(Bits.Of(expected.StandardDeviation), Bits.Of(actual.StandardDeviation));
    }

    private string Interrupt<TShape>(int step)
        where TShape : IPlainShape
    {
        using var source = new CancellationTokenSource();
        string path = _directory.PathOf("run.checkpoint");
        TrainingOptions options = Options(6) with
        {
            CheckpointPath = path,
            Schedule = HookedSchedule.Before(step, source.Cancel),
        };
        _ = Trainer.Fit(PlainElman<TShape>.Create(1), Data<TShape>(1), options, Data<TShape>(2), cancellationToken: source.Token);
        return path;
    }

    private void AssertResumes<TShape>()
        where TShape : IPlainShape
    {
        var expected = PlainElman<TShape>.Create(1);
        TrainingResult whole = Fit(expected, Data<TShape>(1), Options(6), Data<TShape>(2));

        // In the third epoch of four steps, into a model of other weights.
        string checkpoint = Interrupt<TShape>(9);
        var model = PlainElman<TShape>.Create(8);
        TrainingResult resumed = Trainer.Resume(model, Data<TShape>(1), Options(6), checkpoint, Data<TShape>(2), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(Bits.Of(expected.Parameters), Bits.Of(model.Parameters));
        Assert.Equal(whole.Epochs.Select(Timeless), resumed.Epochs.Select(Timeless));
        if (expected.Standardization is { } standardization)
        {
            AssertSame(standardization, model.Standardization!);
        }

        static EpochResult Timeless(EpochResult epoch) => epoch with { Duration = TimeSpan.Zero };
    }
}
