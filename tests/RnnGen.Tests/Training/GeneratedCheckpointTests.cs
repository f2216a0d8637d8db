using System;
using System.Linq;
using System.Threading;
using RnnGen.Tests.Persistence;

namespace RnnGen.Tests.Training;

/// <summary>Runs of generated classes, whose parameters have padding and whose gates share tensors, go on from their checkpoints.</summary>
public sealed class GeneratedCheckpointTests : IDisposable
{
    private const int Epochs = 3;
    private const int StepsAnEpoch = 5;

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

    private void AssertGoesOn<TModel>(TrainingOptions? chosen = null)
        where TModel : class, IRecurrentModel<TModel>
    {
        TrainingOptions options = chosen ?? Options;

        // The last batch of an epoch has six of the 38 sequences.
        SequenceDataset data = SampleData.For(TModel.Description, 38, seed: 1);
        SequenceDataset validation = SampleData.For(TModel.Description, 20, seed: 2);
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
