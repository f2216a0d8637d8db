using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using CsCheck;
using RnnGen.Persistence;
using RnnGen.Tests.Persistence;

namespace RnnGen.Tests.Training;

public sealed class CheckpointTests : IDisposable
{
    private static readonly SequenceDataset Data = SampleData.Classification(50, seed: 1);
    private static readonly SequenceDataset Validation = SampleData.Classification(30, seed: 2);

    private static readonly Optimizer[] EveryKindOfState =
    [
        Optimizers.Sgd(0.1),
        Optimizers.Sgd(0.1, momentum: 0.9, nesterov: true),
        Optimizers.RmsProp(momentum: 0.5),
        Optimizers.AdamW(0.02),
    ];

    private readonly TemporaryDirectory _directory = new();

    private string Checkpoint => _directory.PathOf("run.checkpoint");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_run_interrupted_at_any_step_ends_with_the_same_bits()
    {
        const int Steps = 42;
        Gen.Select(Gen.Int[0, Steps - 1], Gen.Int[0, EveryKindOfState.Length - 1], Gen.Bool).Sample(
            (step, kind, withValidation) =>
            {
                SequenceDataset? validation = withValidation ? Validation : null;
                TrainingOptions options = Options(EveryKindOfState[kind]);
                Outcome expected = Fit(options, validation);
                Outcome resumed = Resume(Interrupt(options, step, validation), options with { Threads = 3 }, validation);
                Assert.Equal(Steps, expected.Result.Steps);
                AssertSame(expected, resumed);
            },
            iter: 30,
            threads: 1);
    }

    [Fact]
    public void A_run_may_be_interrupted_again_and_again()
    {
        TrainingOptions options = Options(Optimizers.Adam(0.02));
        Outcome expected = Fit(options, Validation);
        string checkpoint = Interrupt(options, 5, Validation);
        foreach (int step in new[] { 6, 13, 14, 15, 29 })
        {
            using var source = new CancellationTokenSource();
            TrainingOptions hooked = Hooked(options, step, source.Cancel);
            PlainElmanClassifier model = PlainElmanClassifier.Create(77);
            TrainingResult part = Trainer.Resume(model, Data, hooked, checkpoint, Validation, cancellationToken: source.Token);
            Assert.Equal((StopReason.Cancelled, step + 1), (part.StopReason, part.Steps));
        }

        AssertSame(expected, Resume(checkpoint, options, Validation));
    }

    [Theory]
    [InlineData(1, 29)]
    [InlineData(2, 29)]
    [InlineData(5, 36)]
    public void A_run_that_died_goes_on_from_its_last_checkpoint(int checkpointEvery, int step)
    {
        TrainingOptions options = Options(Optimizers.Adam(0.02)) with { CheckpointEvery = checkpointEvery };
        Outcome expected = Fit(options, Validation);
        var death = new TimeZoneNotFoundException();
        TrainingOptions dying = Hooked(options, step, () => throw death);
        Assert.Same(death, Assert.Throws<TimeZoneNotFoundException>(() => Fit(dying, Validation)));
        AssertSame(expected, Resume(Checkpoint, options, Validation));
    }

    [Fact]
    public void A_finished_run_goes_on_to_more_epochs()
    {
        TrainingOptions options = Options(Optimizers.Adam(0.02)) with { Schedule = LearningRateSchedules.Constant };
        _ = Fit(options with { Epochs = 2, CheckpointPath = Checkpoint, CheckpointEvery = 100 }, Validation);
        AssertSame(Fit(options, Validation), Resume(Checkpoint, options, Validation));
    }

    [Fact]
    public void A_run_that_its_steps_cut_short_goes_on_within_the_epoch()
    {
        TrainingOptions options = Options(Optimizers.Adam(0.02)) with { Schedule = LearningRateSchedules.Constant };
        _ = Fit(options with { MaxSteps = 17, CheckpointPath = Checkpoint }, Validation);
        AssertSame(Fit(options, Validation), Resume(Checkpoint, options, Validation));
    }

    [Fact]
    public void A_run_that_is_resumed_with_no_step_left_tells_the_rate_of_its_last_step()
    {
        TrainingOptions options = Options(Optimizers.Adam(0.02)) with { Schedule = LearningRateSchedules.WarmUp(100, LearningRateSchedules.Constant), MaxSteps = 17, CheckpointPath = Checkpoint };
        AssertSame(Fit(options, Validation), Resume(Checkpoint, options, Validation));
    }

    [Fact]
    public void A_run_goes_on_to_more_steps_if_its_schedule_does_not_depend_on_their_number()
    {
        TrainingOptions options = Options(Optimizers.Adam(0.02)) with { Schedule = LearningRateSchedules.WarmUp(5, LearningRateSchedules.Cosine(0.1, totalSteps: 30)) };
        _ = Fit(options with { Epochs = 2, CheckpointPath = Checkpoint }, Validation);
        AssertSame(Fit(options, Validation), Resume(Checkpoint, options, Validation));
    }

    [Fact]
    public void A_run_under_a_schedule_of_its_whole_length_is_refused_another_length()
    {
        TrainingOptions options = Options(Optimizers.Adam(0.02));
        string checkpoint = Interrupt(options, 10, Validation);
        AssertRefused<ArgumentException>(checkpoint, options with { Epochs = 7 });
        AssertRefused<ArgumentException>(checkpoint, options with { MaxSteps = 41 });
        AssertRefused<ArgumentException>(checkpoint, options with { Epochs = 7, Schedule = new HookedSchedule(_ => 1) });
        AssertSame(Fit(options with { Patience = 5 }, Validation), Resume(checkpoint, options with { Patience = 5, MaxSteps = 42 }, Validation));
    }

    /// <summary>Cut short by its steps, or cancelled, right after a step that a rate beyond the floats has spoilt.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_run_that_diverged_leaves_the_checkpoint_before(bool isCancelled)
    {
        using var source = new CancellationTokenSource();
        byte[] saved = [];
        var schedule = new HookedSchedule(position =>
        {
            if (position.Step < 9)
            {
                return 1;
            }

            saved = File.ReadAllBytes(Checkpoint);
            if (isCancelled)
            {
                source.Cancel();
            }

            return 1e300;
        });
        TrainingOptions options = Options(Optimizers.Sgd(0.1)) with { Schedule = schedule, CheckpointPath = Checkpoint, MaxSteps = isCancelled ? null : 10 };
        PlainElmanClassifier model = PlainElmanClassifier.Create(1);
        float[] afterEpoch = [];
        var observer = new Observer(_ => afterEpoch = model.Parameters.ToArray());
        var exception = Assert.Throws<TrainingDivergedException>(() => Trainer.Fit(model, Data, options, Validation, observer, source.Token));
        Assert.Equal(10, exception.Step);
        Assert.Equal(afterEpoch, model.Parameters.ToArray());
        Assert.Equal(saved, File.ReadAllBytes(Checkpoint));
    }

    [Fact]
    public void A_run_that_was_satisfied_stays_so()
    {
        TrainingOptions options = Options(Optimizers.Sgd(0)) with { Epochs = 50, Patience = 2, CheckpointPath = Checkpoint };
        Outcome first = Fit(options, Validation);
        Assert.Equal(StopReason.NoImprovement, first.Result.StopReason);
        AssertSame(first, Resume(Checkpoint, options, Validation));
    }

    [Fact]
    public void The_weights_in_a_checkpoint_have_the_names_and_shapes_of_PyTorch()
    {
        TrainingOptions options = Options(Optimizers.Adam(0.02)) with { CheckpointPath = Checkpoint };
        Outcome outcome = Fit(options);
        TensorContainer file = TensorContainer.Load(Checkpoint);
        TensorInfo u = PlainElmanClassifier.Description.Tensors[0];
        Assert.Equal([7L, 13L], file.ShapeOf("weights/rnn.weight_ih_l0"));
        Assert.Equal(outcome.Weights[u.IndexOf(3, 5)], file.ValuesOf("weights/rnn.weight_ih_l0")[(3 * 13) + 5]);
        Assert.Equal([7L], file.ShapeOf("moment1/rnn.bias_ih_l0"));
    }

    [Fact]
    public void Options_and_data_of_another_run_are_refused()
    {
        TrainingOptions options = Options(Optimizers.Adam(0.02));
        string checkpoint = Interrupt(options, 10, Validation);
        AssertRefused<ArgumentException>(checkpoint, options with { BatchSize = 9 });
        AssertRefused<ArgumentException>(checkpoint, options with { Seed = 9 });
        AssertRefused<ArgumentException>(checkpoint, options with { Shuffle = false });
        AssertRefused<ArgumentException>(checkpoint, options with { ClipNorm = 9 });
        AssertRefused<ArgumentException>(checkpoint, options with { Optimizer = Optimizers.Adam(0.03) });
        AssertRefused<ArgumentException>(checkpoint, options with { LabelWeights = [1, 1, 2] });
        AssertRefused<ArgumentException>(checkpoint, options with { IgnoredLabels = [1] });
        AssertRefused<ArgumentException>(checkpoint, options, SampleData.Classification(51, seed: 1));
    }

    [Fact]
    public void A_validation_set_that_the_earlier_epochs_did_not_have_is_refused()
    {
        TrainingOptions options = Options(Optimizers.Adam(0.02));
        AssertRefused<ArgumentException>(Interrupt(options, 10, validation: null), options);
    }

    [Fact]
    public void The_checkpoint_of_another_model_is_refused()
    {
        string path = Interrupt(Options(Optimizers.Adam(0.02)), 10, Validation);
        PlainElmanLabeler labeler = PlainElmanLabeler.Create(1);
        SequenceDataset data = SampleData.Labeling(50, seed: 1);
        CancellationToken token = TestContext.Current.CancellationToken;
        var exception = Assert.Throws<ModelFileException>(
            () => Trainer.Resume(labeler, data, Options(Optimizers.Adam(0.02)), path, cancellationToken: token));
        Assert.Contains("The file's task is classification, PlainElmanLabeler declares labeling.", exception.Message, StringComparison.Ordinal);
        Assert.Equal(PlainElmanLabeler.Create(1).Parameters.ToArray(), labeler.Parameters.ToArray());
    }

    [Theory]
    [InlineData("rnngen.checkpoint", "2")]
    [InlineData("rnngen.checkpoint", "4")]
    [InlineData("total_steps", "many")]
    [InlineData("moments", "3")]
    [InlineData("moments", "-1")]
    [InlineData("moments", "1e9")]
    [InlineData("counters", "")]
    [InlineData("counters", "10 3 0.5 24")]
    [InlineData("counters", "10 99999999999 0.5 24 1")]
    [InlineData("counters", "10 -3 0.5 24 1")]
    [InlineData("counters", "10 3 x 24 1")]
    [InlineData("epoch_order", "0 0 0 0")]
    [InlineData("epoch_order", "1 2 3")]
    [InlineData("epoch_order", "1 2 3 99999999999999999999")]
    [InlineData("epochs", "2 7 1 1 1 1 1 0")]
    [InlineData("epochs", "1 7 1 1 1 1 1")]
    public void A_damaged_checkpoint_is_refused(string key, string value)
    {
        TrainingOptions options = Options(Optimizers.Adam(0.02));
        string path = Interrupt(options, 10, Validation);
        TensorContainer file = TensorContainer.Load(path);
        Assert.Contains(key, file.Metadata);
        file.SetMetadata(key, value);
        file.Save(path);
        AssertRefused<ModelFileException>(path, options);
    }

    /// <summary>Of a network with the same tensors, too: only words tell them apart.</summary>
    [Theory]
    [InlineData("rnngen.task", "labeling")]
    [InlineData("rnngen.task", "")]
    [InlineData("rnngen.cell", "gru")]
    [InlineData("rnngen.nonlinearity", "relu")]
    [InlineData("rnngen.vocabulary_size", "14")]
    [InlineData("rnngen.hidden_size", "8")]
    [InlineData("rnngen.layer_count", "2")]
    [InlineData("rnngen.bidirectional", "true")]
    [InlineData("rnngen.pooling", "mean")]
    [InlineData("rnngen.sequence_length", "1")]
    [InlineData("rnngen.output_size", "2")]
    public void A_checkpoint_that_declares_another_network_is_refused(string key, string value)
    {
        TrainingOptions options = Options(Optimizers.Adam(0.02));
        string path = Interrupt(options, 10, Validation);
        TensorContainer file = TensorContainer.Load(path);
        file.SetMetadata(key, value);
        file.Save(path);
        AssertRefused<ModelFileException>(path, options);
    }

    [Theory]
    [InlineData("weights/rnn.weight_hh_l1")]
    [InlineData("moment2/rnn.weight_hh_l0")]
    public void A_checkpoint_with_a_tensor_that_the_model_does_not_have_is_refused(string other)
    {
        TrainingOptions options = Options(Optimizers.Adam(0.02));
        string path = Interrupt(options, 10, Validation);
        TensorContainer file = TensorContainer.Load(path);
        file.Add(other, [1f, 2f]);
        file.Save(path);
        AssertRefused<ModelFileException>(path, options);
    }

    [Theory]
    [InlineData("weights/fc.bias")]
    [InlineData("kept_weights/fc.bias")]
    [InlineData("moment1/fc.bias")]
    public void A_checkpoint_without_a_tensor_is_refused(string missing)
    {
        TrainingOptions options = Options(Optimizers.Adam(0.02));
        string path = Interrupt(options, 10, Validation);
        TensorContainer file = TensorContainer.Load(path);
        Assert.Contains(missing, file.Names);
        PartialCheckpoint.Of(file, name => name == missing).Save(path);
        ModelFileException exception = AssertRefused<ModelFileException>(path, options);
        Assert.Equal($"The checkpoint is damaged: it has no tensor '{missing}'.", exception.Problem);
    }

    [Fact]
    public void A_large_file_that_is_no_checkpoint_is_refused_by_its_header()
    {
        // 256 MiB of values, none of which need be stored.
        const long Values = 1 << 26;
        byte[] header = Encoding.UTF8.GetBytes($"{{\"x\":{{\"dtype\":\"F32\",\"shape\":[{Values}],\"data_offsets\":[0,{4 * Values}]}}}}");
        string path = _directory.PathOf("large.safetensors");
        using (FileStream stream = File.Create(path))
        {
            stream.Write(BitConverter.GetBytes((long)header.Length));
            stream.Write(header);
            stream.SetLength(8 + header.Length + (4 * Values));
        }

        CancellationToken token = TestContext.Current.CancellationToken;
        long before = GC.GetAllocatedBytesForCurrentThread();
        var exception = Assert.Throws<ModelFileException>(
            () => Trainer.Resume(PlainElmanClassifier.Create(1), Data, Options(Optimizers.Sgd()), path, cancellationToken: token));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Values);
        Assert.Equal("This is not a training checkpoint.", exception.Problem);
    }

    [Fact]
    public void A_checkpoint_is_not_loaded_as_a_model()
    {
        string path = Interrupt(Options(Optimizers.Adam(0.02)), 10, Validation);
        var exception = Assert.Throws<ModelFileException>(() => ModelFile.Load<PlainElmanClassifier>(path));
        Assert.Contains("This is a checkpoint of a training run", exception.Message, StringComparison.Ordinal);

        // It says so, and whose it is.
        ModelFileHeader header = ModelFile.ReadHeader(path);
        Assert.True(header.IsCheckpoint);
        Assert.Equal(PlainElmanClassifier.Description.HiddenSize, header.HiddenSize);
        Assert.Empty(header.Metadata.Entries);
    }

    [Fact]
    public void Where_no_checkpoint_can_be_written_nothing_is_trained()
    {
        string path = _directory.PathOf("missing/run.checkpoint");
        PlainElmanClassifier model = PlainElmanClassifier.Create(1);
        CancellationToken token = TestContext.Current.CancellationToken;
        var exception = Assert.Throws<DirectoryNotFoundException>(
            () => Trainer.Fit(model, Data, Options(Optimizers.Sgd()) with { CheckpointPath = path }, cancellationToken: token));
        Assert.Contains(path, exception.Message, StringComparison.Ordinal);
        Assert.Equal(PlainElmanClassifier.Create(1).Parameters.ToArray(), model.Parameters.ToArray());
    }

    [Theory]
    [InlineData("counters", "15 8 0.5 24 1")]
    [InlineData("counters", "11 3 0.5 24 1")]
    [InlineData("counters", "3 3 0.5 24 1")]
    [InlineData("counters", "10 3 0.5 24 2")]
    [InlineData("counters", "10 3 0.5 24 0")]
    [InlineData("counters", "10 3 0.5 0 1")]
    [InlineData("counters", "10 3 0.5 -24 1")]
    [InlineData("counters", "10 3 0.5 NaN 1")]
    [InlineData("counters", "10 3 NaN 24 1")]
    [InlineData("epochs", "1 8 1 1 1 1 1 0")]
    public void Counters_that_contradict_each_other_are_refused(string key, string value)
    {
        TrainingOptions options = Options(Optimizers.Adam(0.02));
        string path = Interrupt(options, 10, Validation);
        TensorContainer file = TensorContainer.Load(path);
        file.SetMetadata("counters", "10 3 0.5 24 1");
        file.SetMetadata("epochs", "1 7 1 1 1 1 1 0");
        file.Save(path);
        CancellationToken token = TestContext.Current.CancellationToken;
        TrainingResult result = Trainer.Resume(PlainElmanClassifier.Create(99), Data, options, path, Validation, cancellationToken: token);
        Assert.Equal(options.Epochs, result.Epochs.Length);

        file.SetMetadata(key, value);
        file.Save(path);
        AssertRefused<ArgumentException>(path, options);
    }

    [Fact]
    public void A_file_that_is_no_checkpoint_is_refused_and_a_missing_one_is_not_found()
    {
        new TensorContainer().Save(Checkpoint);
        AssertRefused<ModelFileException>(Checkpoint, Options(Optimizers.Sgd()));
        File.WriteAllText(Checkpoint, "not a checkpoint");
        AssertRefused<ModelFileException>(Checkpoint, Options(Optimizers.Sgd()));
        AssertRefused<FileNotFoundException>(_directory.PathOf("missing"), Options(Optimizers.Sgd()));
    }

    [Fact]
    public void A_tensor_with_values_that_are_not_finite_is_refused()
    {
        TrainingOptions options = Options(Optimizers.Adam(0.02));
        string path = Interrupt(options, 10, Validation);
        TensorContainer file = TensorContainer.Load(path);
        TensorContainer poisoned = PartialCheckpoint.Of(file, name => name == "moment0/fc.bias");
        poisoned.Add("moment0/fc.bias", [float.NaN, .. file.ValuesOf("moment0/fc.bias")[1..]]);
        poisoned.Save(path);
        AssertRefused<ModelFileException>(path, options);
    }

    private static TrainingOptions Options(Optimizer optimizer) => new()
    {
        Epochs = 6,
        BatchSize = 8,
        Optimizer = optimizer,
        Schedule = LearningRateSchedules.WarmUp(5, LearningRateSchedules.Cosine(finalFactor: 0.1)),
        ClipNorm = 0.5,
        Seed = 3,
        Threads = 2,
    };

    private static Outcome Fit(TrainingOptions options, SequenceDataset? validation = null)
    {
        PlainElmanClassifier model = PlainElmanClassifier.Create(1);
        TrainingResult result = Trainer.Fit(model, Data, options, validation, cancellationToken: TestContext.Current.CancellationToken);
        return new Outcome(result, model.Parameters.ToArray());
    }

    private static Outcome Resume(string checkpoint, TrainingOptions options, SequenceDataset? validation)
    {
        PlainElmanClassifier model = PlainElmanClassifier.Create(99);
        CancellationToken token = TestContext.Current.CancellationToken;
        TrainingResult result = Trainer.Resume(model, Data, options, checkpoint, validation, cancellationToken: token);
        return new Outcome(result, model.Parameters.ToArray());
    }

    private static void AssertSame(Outcome expected, Outcome actual)
    {
        Assert.Equal(Bits.Of(expected.Weights), Bits.Of(actual.Weights));
        Assert.Equal(expected.Result.Epochs.Select(Timeless), actual.Result.Epochs.Select(Timeless));
        Assert.Equal(
            (expected.Result.StopReason, expected.Result.BestEpoch, expected.Result.Steps),
            (actual.Result.StopReason, actual.Result.BestEpoch, actual.Result.Steps));
    }

    private static EpochResult Timeless(EpochResult epoch) => epoch with { Duration = TimeSpan.Zero };

    private static TException AssertRefused<TException>(string checkpoint, TrainingOptions options, SequenceDataset? data = null)
        where TException : Exception
    {
        PlainElmanClassifier model = PlainElmanClassifier.Create(99);
        CancellationToken token = TestContext.Current.CancellationToken;
        TException exception = Assert.Throws<TException>(
            () => Trainer.Resume(model, data ?? Data, options, checkpoint, Validation, cancellationToken: token));
        Assert.True(exception is not ArgumentException { ParamName: not "checkpointPath" });
        Assert.Equal(PlainElmanClassifier.Create(99).Parameters.ToArray(), model.Parameters.ToArray());
        return exception;
    }

    private string Interrupt(TrainingOptions options, int step, SequenceDataset? validation)
    {
        using var source = new CancellationTokenSource();
        TrainingOptions hooked = Hooked(options, step, source.Cancel);
        TrainingResult part = Trainer.Fit(PlainElmanClassifier.Create(1), Data, hooked, validation, cancellationToken: source.Token);
        Assert.Equal(step + 1, part.Steps);
        return Checkpoint;
    }

    private TrainingOptions Hooked(TrainingOptions options, int step, Action action) =>
        options with { CheckpointPath = Checkpoint, Schedule = HookedSchedule.Before(step, action, options.Schedule) };

    private sealed record Outcome(TrainingResult Result, float[] Weights);
}
