using System;
using System.Collections.Generic;
using System.Linq;
using RnnGen.Tests.Golden;
using RnnGen.Tests.Models;
using RnnGen.Tests.Reference;
using RnnGen.Training;

namespace RnnGen.Tests.Training;

/// <summary>Whole training steps against what PyTorch computed from the same weights and batch.</summary>
public class PyTorchStepsTests
{
    private const string Classifier = "classifier_rnn_tanh_v13_h7_t9_k3";
    private const string Labeler = "labeler_rnn_tanh_v13_h7_t9_k6";

    [Fact]
    public void Twenty_steps_of_SGD_on_a_classifier_are_those_of_PyTorch()
    {
        GoldenModel golden = GoldenModel.Read(Classifier);
        NumericAssert.Run(golden.Sgd, Train<PlainElmanClassifier>(golden, Optimizers.Sgd(0.1)), NumericAssert.SgdWeightTolerance);
    }

    [Fact]
    public void Twenty_steps_of_Adam_on_a_classifier_are_those_of_PyTorch()
    {
        GoldenModel golden = GoldenModel.Read(Classifier);
        NumericAssert.Run(golden.Adam, Train<PlainElmanClassifier>(golden, Optimizers.Adam(0.01)), NumericAssert.AdamWeightTolerance);
    }

    [Fact]
    public void Twenty_steps_of_SGD_on_a_labeler_are_those_of_PyTorch()
    {
        GoldenModel golden = GoldenModel.Read(Labeler);
        NumericAssert.Run(golden.Sgd, Train<PlainElmanLabeler>(golden, Optimizers.Sgd(0.1)), NumericAssert.SgdWeightTolerance);
    }

    [Fact]
    public void Twenty_steps_of_Adam_on_a_labeler_are_those_of_PyTorch()
    {
        GoldenModel golden = GoldenModel.Read(Labeler);
        NumericAssert.Run(golden.Adam, Train<PlainElmanLabeler>(golden, Optimizers.Adam(0.01)), NumericAssert.AdamWeightTolerance);
    }

    [Fact]
    public void The_gradients_of_single_observations_add_up_to_those_of_the_batch()
    {
        GoldenModel golden = GoldenModel.Read(Labeler);
        PlainElmanLabeler model = Load<PlainElmanLabeler>(golden);
        float[] sum = new float[model.Parameters.Length];
        double loss = golden.Batch.Sum(
            observation => (double)SingleObservation.Backward(model, observation.Tokens, observation.Targets, sum));
        float[] mean = Array.ConvertAll(sum, gradient => gradient / golden.Batch.Count);
        NumericAssert.Loss(golden.Loss, loss / golden.Batch.Count);
        NumericAssert.Gradients(golden.Gradients, TensorLayout.Gather(PlainElmanLabeler.Description.Tensors, mean));
    }

    [Fact]
    public void Evaluation_gives_the_loss_of_PyTorch_and_the_predictions_of_its_probabilities()
    {
        GoldenModel golden = GoldenModel.Read(Labeler);
        EvaluationResult result = Evaluator.Evaluate(
            Load<PlainElmanLabeler>(golden), SampleData.ToDataset(SequenceTask.Labeling, golden.Batch), cancellationToken: TestContext.Current.CancellationToken);

        int[] targets = [.. golden.Batch.SelectMany(observation => observation.Targets)];
        double[][] rows = [.. golden.Probabilities.SelectMany(rows => rows)];
        var counted = targets.Zip(rows).Where(pair => pair.First >= 0).ToList();
        double nats = counted.Average(pair => -Math.Log(pair.Second[pair.First]));
        NumericAssert.Loss(golden.Loss, result.Loss);
        NumericAssert.Loss(nats, result.LossPerToken);
        NumericAssert.Loss(Math.Exp(nats), result.Perplexity);
        NumericAssert.Loss(nats / Math.Log(2), result.BitsPerToken);
        Assert.Equal(counted.Count, result.TargetCount);
        Assert.Equal(counted.Count(pair => pair.Second.Max() == pair.Second[pair.First]), result.Accuracy * counted.Count, 1e-9);
        Assert.All(counted, pair => Assert.True(result.Confusion![pair.First, Array.IndexOf(pair.Second, pair.Second.Max())] > 0));
    }

    private static TModel Load<TModel>(GoldenModel golden)
        where TModel : class, IRecurrentModel<TModel>
    {
        TModel model = TModel.CreateEmpty();
        TensorLayout.Scatter(golden.Weights, TModel.Description.Tensors, model.Parameters);
        return model;
    }

    private static TrainingRun Train<TModel>(GoldenModel golden, Optimizer optimizer)
        where TModel : class, IRecurrentModel<TModel>
    {
        TModel model = Load<TModel>(golden);
        SequenceDataset dataset = SampleData.ToDataset(golden.Shape.Task, golden.Batch);
        using var session = new TrainingSession<TModel>(model, optimizer, threads: 2);
        List<double> losses = [.. Enumerable.Range(0, 20).Select(_ => session.Step(dataset, SampleData.AllIndices(dataset)))];
        TensorLayout.AssertPaddingIsZero(TModel.Description, model.Parameters);
        return new TrainingRun(losses, TensorLayout.Gather(TModel.Description.Tensors, model.Parameters));
    }
}
