using System;
using System.Linq;
using System.Threading;
using RnnGen.Persistence;
using RnnGen.Tests.Persistence;

namespace RnnGen.Tests.Training;

/// <summary>Runs of generated classes, whose parameters have padding and whose gates share tensors, go on from their checkpoints.</summary>
public sealed class GeneratedCheckpointTests : IDisposable
{
    private const int Epochs = 3;
    private const int StepsAnEpoch = 5;

    // The last batch of an epoch has six of them.
    private const int SequenceCount = 38;

    private static readonly TrainingOptions Options = new()
    {
        Epochs = Epochs,
        BatchSize = 8,
        Optimizer = Optimizers.AdamW(0.02),
        ClipNorm = 0.5,
        Seed = 3,
        Threads = 2,
    };

    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void An_Elman_network_that_was_interrupted_ends_with_the_same_bits()
    {
        AssertGoesOn<GeneratedClassifier>();
        AssertGoesOn<GeneratedLabeler>();
        AssertGoesOn<BrieflyPaddedGenerator>();
    }

    [Fact]
    public void A_GRU_that_was_interrupted_ends_with_the_same_bits()
    {
        AssertGoesOn<BrieflyPaddedGruClassifier>();
        AssertGoesOn<BrieflyPaddedGruLabeler>();
        AssertGoesOn<BrieflyPaddedGruGenerator>();
        AssertGoesOn<BrieflyPaddedResetBeforeGruGenerator>();
    }

    [Fact]
    public void An_LSTM_that_was_interrupted_ends_with_the_same_bits()
    {
        AssertGoesOn<BrieflyPaddedLstmClassifier>();
        AssertGoesOn<BrieflyPaddedLstmLabeler>();
        AssertGoesOn<BrieflyPaddedLstmGenerator>();
    }

    [Fact]
    public void A_run_with_label_weights_that_was_interrupted_ends_with_the_same_bits() =>
        AssertGoesOn<GeneratedLabeler>(Options with { LabelWeights = [1, 2, 0.5f, 3, 1, 0], IgnoredLabels = [4] });

    [Fact]
    public void A_run_over_a_continuous_text_that_was_interrupted_ends_with_the_same_bits()
    {
        SequenceDataset text = SampleData.ContinuousText(SequenceCount, seed: 1);
        SequenceDataset validation = SampleData.ContinuousText(20, seed: 2);
        AssertGoesOn<BrieflyPaddedGenerator>(Options, text, validation);
        AssertGoesOn<BrieflyPaddedGruGenerator>(Options, text, validation);
        AssertGoesOn<BrieflyPaddedLstmGenerator>(Options, text, validation);
    }

    [Fact]
    public void A_GRU_that_resets_before_the_product_does_not_go_on_from_one_that_resets_after_it()
    {
        SequenceDataset data = SampleData.For(BrieflyPaddedGruGenerator.Description, SequenceCount, seed: 1);
        string path = Interrupt<BrieflyPaddedGruGenerator>(data, data, Options, steps: 2);
        var model = new BrieflyPaddedResetBeforeGruGenerator(seed: 99);
        int[] before = Bits.Of(model.Parameters);
        ModelFileException exception = Assert.Throws<ModelFileException>(
            () => Trainer.Resume(model, data, Options, path, data, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Contains(
            "The file's reset is after the recurrent product, BrieflyPaddedResetBeforeGruGenerator declares before the recurrent product.", exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, Bits.Of(model.Parameters));
    }

    [Fact]
    public void Carried_states_that_do_not_belong_to_the_run_are_refused()
    {
        SequenceDataset text = SampleData.ContinuousText(SequenceCount, seed: 1);
        string path = Interrupt<BrieflyPaddedLstmGenerator>(text, text, Options, steps: 2);
        TensorContainer file = TensorContainer.Load(path);

        // The rows of s and c, each padded to 32, of eight streams.
        Assert.Equal([8L * 64], file.ShapeOf("carried_states/0"));
        AssertRefused<ArgumentException>(With(file, states: null), text);
        AssertRefused<ArgumentException>(With(file, new float[7 * 64]), text);
        AssertRefused<ModelFileException>(With(file, [float.NaN, .. new float[511]]), text);
        file.SetMetadata("carried_states", "2");
        AssertRefused<ModelFileException>(file, text);
    }

    private static void AssertRefused<TException>(TensorContainer checkpoint, SequenceDataset text)
        where TException : Exception
    {
        using var directory = new TemporaryDirectory();
        string path = directory.PathOf("changed.checkpoint");
        checkpoint.Save(path);
        var model = new BrieflyPaddedLstmGenerator(seed: 99);
        int[] before = Bits.Of(model.Parameters);
        _ = Assert.Throws<TException>(
            () => Trainer.Resume(model, text, Options, path, text, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(before, Bits.Of(model.Parameters));
    }

    /// <summary>The same checkpoint with other carried states, or none.</summary>
    private static TensorContainer With(TensorContainer file, float[]? states)
    {
        TensorContainer changed = PartialCheckpoint.Of(file, name => name == "carried_states/0" || (states is null && name == "carried_states"));
        if (states is not null)
        {
            changed.Add("carried_states/0", states);
        }

        return changed;
    }

    private void AssertGoesOn<TModel>(TrainingOptions? chosen = null)
        where TModel : class, IRecurrentModel<TModel> => AssertGoesOn<TModel>(
            chosen ?? Options,
            SampleData.For(TModel.Description, SequenceCount, seed: 1),
            SampleData.For(TModel.Description, 20, seed: 2));

    private void AssertGoesOn<TModel>(TrainingOptions options, SequenceDataset data, SequenceDataset validation)
        where TModel : class, IRecurrentModel<TModel>
    {
        TModel uninterrupted = TModel.Create(1);
        TrainingResult expected = Trainer.Fit(
            uninterrupted, data, options, validation, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(Epochs * StepsAnEpoch, expected.Steps);

        // Within the first epoch, at the end of one, and within the last.
        foreach (int steps in (int[])[2, StepsAnEpoch, (2 * StepsAnEpoch) + 3])
        {
            string checkpoint = Interrupt<TModel>(data, validation, options, steps);
            TModel model = TModel.Create(99);
            TrainingResult resumed = Trainer.Resume(
                model,
                data,
                options with { Threads = 3 },
                checkpoint,
                validation,
                cancellationToken: TestContext.Current.CancellationToken);

            Assert.Equal(Bits.Of(uninterrupted.Parameters), Bits.Of(model.Parameters));
            Assert.Equal(expected.Epochs.Select(Timeless), resumed.Epochs.Select(Timeless));
        }
    }

    private string Interrupt<TModel>(SequenceDataset data, SequenceDataset validation, TrainingOptions options, int steps)
        where TModel : class, IRecurrentModel<TModel>
    {
        string path = _directory.PathOf("run.checkpoint");
        using var source = new CancellationTokenSource();
        TrainingOptions hooked = options with { CheckpointPath = path, Schedule = HookedSchedule.Before(steps - 1, source.Cancel) };
        TrainingResult part = Trainer.Fit(TModel.Create(1), data, hooked, validation, cancellationToken: source.Token);
        Assert.Equal((StopReason.Cancelled, steps), (part.StopReason, part.Steps));
        return path;
    }

    private static EpochResult Timeless(EpochResult epoch) => epoch with { Duration = TimeSpan.Zero };
}
