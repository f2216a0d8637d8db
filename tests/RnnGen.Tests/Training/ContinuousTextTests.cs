using System;
using System.Collections.Generic;
using System.Linq;
using RnnGen.Tests.Models;
using RnnGen.Tests.Reference;

namespace RnnGen.Tests.Training;

/// <summary>Truncated backpropagation through time: windows of a long text that begin with the state in which the one before them ended.</summary>
public class ContinuousTextTests
{
    private static readonly TrainingOptions Options = new() { Epochs = 2, BatchSize = 3, Optimizer = Optimizers.Sgd(0.1) };

    [Fact]
    public void Training_carries_the_state_and_cuts_the_gradient()
    {
        AssertTrains<BrieflyPaddedGenerator>();
        AssertTrains<BrieflyPaddedGruGenerator>();
        AssertTrains<BrieflyPaddedResetBeforeGruGenerator>();
        AssertTrains<BrieflyPaddedLstmGenerator>();
    }

    [Fact]
    public void An_evaluation_gives_the_probability_of_the_whole_text()
    {
        AssertEvaluates<BrieflyPaddedGenerator>();
        AssertEvaluates<BrieflyPaddedGruGenerator>();
        AssertEvaluates<BrieflyPaddedResetBeforeGruGenerator>();
        AssertEvaluates<BrieflyPaddedLstmGenerator>();
    }

    [Fact]
    public void A_window_goes_on_only_after_the_one_before_it_in_the_same_place()
    {
        SequenceDataset text = SampleData.ContinuousText(8, seed: 3);
        SequenceDataset separate = Separate(text);
        var model = new BrieflyPaddedLstmGenerator(seed: 1);

        // Weights that stay as they are, so that losses tell the states.
        using var session = new TrainingSession<BrieflyPaddedLstmGenerator>(model, Optimizers.Sgd(0), threads: 2);
        double Alone(params int[] windows) => session.Step(separate, windows);
        double first = session.Step(text, [0, 4]);
        Assert.Equal(Alone(0, 4), first);
        double second = session.Step(text, [1, 5]);
        Assert.NotEqual(Alone(1, 5), second);

        // Other places, a gap, and the beginning of the next epoch.
        Assert.Equal(Alone(6, 2), session.Step(text, [6, 2]));
        Assert.Equal(Alone(0, 4), session.Step(text, [0, 4]));
        Assert.Equal(Alone(2, 6), session.Step(text, [2, 6]));
        Assert.Equal(first, session.Step(text, [0, 4]));

        // An evaluation or a batch that is refused changes nothing.
        _ = session.Evaluate(text, TestContext.Current.CancellationToken);
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => session.Step(text, [1, 8]));
        Assert.Equal(second, session.Step(text, [1, 5]));

        // Another data set of the same windows is another text.
        _ = session.Step(text, [0, 4]);
        Assert.Equal(Alone(1, 5), session.Step(SampleData.ContinuousText(8, seed: 3), [1, 5]));
    }

    [Fact]
    public void A_run_has_the_same_bits_for_every_number_of_threads()
    {
        int[] expected = Train(threads: 1);
        Assert.Equal(expected, Train(threads: 2));
        Assert.Equal(expected, Train(threads: 3));
        Assert.Equal(expected, Train(threads: 5));
    }

    [Fact]
    public void The_order_of_a_text_is_not_shuffled()
    {
        SequenceDataset text = SampleData.ContinuousText(30, seed: 1);
        Assert.Equal(Train(text, Options with { Shuffle = true, Seed = 1 }), Train(text, Options with { Shuffle = false, Seed = 2 }));
    }

    private static void AssertTrains<TModel>()
        where TModel : class, IRecurrentModel<TModel>
    {
        // Streams of 4, 4 and 3 windows, the last of which is short.
        SequenceDataset text = SampleData.ContinuousText(11, seed: 1);
        int[][] batches = [[0, 4, 8], [1, 5, 9], [2, 6, 10], [3, 7]];
        ReferenceNetwork reference = ReferenceOf(TModel.Description);
        TensorSet weights = reference.RandomWeights(seed: 4, scale: 2);
        TModel model = TModel.CreateEmpty();
        TensorLayout.Scatter(weights, TModel.Description.Tensors, model.Parameters);
        TrainingResult result = Trainer.Fit(model, text, Options, cancellationToken: TestContext.Current.CancellationToken);

        var descent = new ReferenceSgd(0.1);
        foreach (EpochResult epoch in result.Epochs)
        {
            var states = new double[]?[3];
            double sum = 0;
            foreach (int[] windows in batches)
            {
                Observation[] batch = [.. windows.Select((window, stream) => WindowOf(text, window) with { InitialState = states[stream] })];
                states = [.. batch.Select(observation => reference.FinalState(weights, observation))];
                sum += reference.Loss(weights, batch) * batch.Length;
                descent.Step(weights, reference.Gradients(weights, batch));
            }

            NumericAssert.Loss(sum / text.Count, epoch.TrainingLoss);
        }

        NumericAssert.Weights(weights, TensorLayout.Gather(TModel.Description.Tensors, model.Parameters), NumericAssert.SgdWeightTolerance);
    }

    private static void AssertEvaluates<TModel>()
        where TModel : class, ISequenceGenerator<TModel>
    {
        SequenceDataset text = SampleData.ContinuousText(12, seed: 2);
        int[] tokens = [.. SampleData.AllIndices(text).SelectMany(i => text.InputsOf(i).ToArray()), text.TargetsOf(text.Count - 1)[^1]];
        ReferenceNetwork reference = ReferenceOf(TModel.Description);
        TModel model = TModel.CreateEmpty();

        // Large weights, so that what was long ago matters.
        TensorLayout.Scatter(reference.RandomWeights(seed: 4, scale: 3), TModel.Description.Tensors, model.Parameters);
        double expected = -model.LogProbability(tokens) / (tokens.Length - 1);
        EvaluationResult carried = Evaluator.Evaluate(model, text, cancellationToken: TestContext.Current.CancellationToken);
        NumericAssert.Loss(expected, carried.LossPerToken);
        Assert.Equal((tokens.Length - 1, text.Count), (carried.TargetCount, carried.SequenceCount));

        // Windows that begin with nothing know less than that, or at least something else.
        Assert.NotEqual(expected, Evaluator.Evaluate(model, Separate(text), cancellationToken: TestContext.Current.CancellationToken).LossPerToken, 1e-3 * expected);
    }

    private static ReferenceNetwork ReferenceOf(ModelDescription model) => new(new ReferenceShape(
        model.Task, model.VocabularySize, model.HiddenSize, model.OutputSize, model.Nonlinearity, model.Cell)
    {
        ResetBefore = model.ResetsBefore,
    });

    private static Observation WindowOf(SequenceDataset text, int window) => new(text.InputsOf(window).ToArray(), text.TargetsOf(window).ToArray());

    /// <summary>The same windows, each by itself.</summary>
    private static SequenceDataset Separate(SequenceDataset text)
    {
        IEnumerable<Observation> windows = SampleData.AllIndices(text).Select(window => WindowOf(text, window));
        return SampleData.ToDataset(SequenceTask.Generation, [.. windows]);
    }

    // More streams than a block has rows.
    private static int[] Train(int threads) => Train(SampleData.ContinuousText(90, seed: 1), Options with { BatchSize = 21, Threads = threads });

    private static int[] Train(SequenceDataset text, TrainingOptions options)
    {
        var model = new BrieflyPaddedGruGenerator(seed: 1);
        _ = Trainer.Fit(model, text, options, cancellationToken: TestContext.Current.CancellationToken);
        return Bits.Of(model.Parameters);
    }
}
