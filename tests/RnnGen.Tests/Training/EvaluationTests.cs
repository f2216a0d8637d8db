using System;
using System.Linq;
using System.Threading;
using CsCheck;

namespace RnnGen.Tests.Training;

public class EvaluationTests
{
    [Fact]
    public void Precision_recall_and_F1_are_those_of_a_worked_example()
    {
        // True 0: predicted 0, 0, 1. True 1: predicted 1. True 2: predicted 0. Class 3: neither occurs nor is predicted.
        ConfusionMatrix matrix = Count(4, [(0, 0), (0, 0), (0, 1), (1, 1), (2, 0)]);
        Assert.Equal([2, 1, 0, 0], [matrix[0, 0], matrix[0, 1], matrix[0, 2], matrix[0, 3]]);
        Assert.Equal(5, matrix.Total);
        Assert.Equal(0.6, matrix.Accuracy, 1e-15);
        ClassMetrics[] classes = [.. matrix.ToClassMetrics()];
        Assert.Equal(new ClassMetrics(2, 3, 3), classes[0]);
        Assert.Equal([2.0 / 3, 0.5, 0, 0], classes.Select(c => c.Precision));
        Assert.Equal([2.0 / 3, 1, 0, 0], classes.Select(c => c.Recall));
        Assert.Equal([2.0 / 3, 2.0 / 3, 0, 0], classes.Select(c => c.F1));

        // scikit-learn averages over the classes that occur or are predicted: three of them.
        Assert.Equal(4.0 / 9, matrix.MacroF1, 1e-15);
    }

    [Fact]
    public void An_empty_matrix_has_no_accuracy()
    {
        Assert.Equal(double.NaN, new ConfusionMatrix(2).Accuracy);
        Assert.Equal(double.NaN, new ConfusionMatrix(2).MacroF1);
    }

    [Fact]
    public void Classes_out_of_range_are_refused()
    {
        var matrix = new ConfusionMatrix(2);
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => matrix.Add(2, 0));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => matrix.Add(0, -1));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => matrix[0, 2]);
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => new ConfusionMatrix(0));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => new ConfusionMatrix(50_000));
    }

    [Fact]
    public void Metrics_count_what_the_predictions_say() => Gen.Select(Gen.Int[0, 4], Gen.Int[0, 4]).Array[1, 60].Sample(predictions =>
    {
        ConfusionMatrix matrix = Count(5, predictions);
        Assert.Equal(predictions.Length, matrix.Total);
        Assert.Equal(predictions.Average(p => p.Item1 == p.Item2 ? 1.0 : 0.0), matrix.Accuracy, 1e-12);
        ClassMetrics[] classes = [.. matrix.ToClassMetrics()];
        for (int c = 0; c < 5; c++)
        {
            double found = predictions.Count(p => p.Item1 == c && p.Item2 == c);
            int occurred = predictions.Count(p => p.Item1 == c);
            int predicted = predictions.Count(p => p.Item2 == c);
            double precision = predicted == 0 ? 0 : found / predicted;
            double recall = occurred == 0 ? 0 : found / occurred;
            Assert.Equal(precision, classes[c].Precision, 1e-12);
            Assert.Equal(recall, classes[c].Recall, 1e-12);
            Assert.Equal(precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall), classes[c].F1, 1e-12);
        }
    });

    [Fact]
    public void Both_losses_weigh_sequences_and_tokens_as_they_say()
    {
        // All weights zero: every one of 6 labels has probability 1/6, and label 0 is predicted, the first of equals.
        SequenceDataset dataset = SequenceDataset.FromTokens(
            SequenceTask.Labeling, 9, [[1], [2, 3, 4], [5, 6]], [[0], [1, 2, 0], [-1, 5]]);
        PlainElmanLabeler model = PlainElmanLabeler.CreateEmpty();
        EvaluationResult even = Evaluator.Evaluate(model, dataset, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(Math.Log(6), even.Loss, 1e-6);
        Assert.Equal(6, even.Perplexity, 1e-5);
        Assert.Equal(3, even.SequenceCount);
        Assert.Equal(5, even.TargetCount);
        Assert.Equal(0.4, even.Accuracy, 1e-15);

        // With only the bias of label 0 at ln 5, it has probability 1/2 and the others 1/10 each.
        TensorInfo bias = PlainElmanLabeler.Description.Tensors.Single(tensor => tensor.Name == "fc.bias");
        model.Parameters[bias.IndexOf(0, 0)] = MathF.Log(5);
        EvaluationResult uneven = Evaluator.Evaluate(model, dataset, cancellationToken: TestContext.Current.CancellationToken);
        double half = Math.Log(2), tenth = Math.Log(10);
        Assert.Equal((half + ((tenth + tenth + half) / 3) + tenth) / 3, uneven.Loss, 1e-6);
        Assert.Equal(((2 * half) + (3 * tenth)) / 5, uneven.LossPerToken, 1e-6);
        Assert.Equal(uneven.LossPerToken / Math.Log(2), uneven.BitsPerToken, 1e-12);
        Assert.Equal([1, 0, 0, 0, 0, 0], uneven.Classes.Select(c => c.Recall));
        Assert.Equal(2.0 / 5, uneven.Classes[0].Precision, 1e-15);
    }

    [Fact]
    public void Evaluation_has_the_same_bits_for_every_number_of_threads()
    {
        // More sequences than a chunk holds.
        SequenceDataset dataset = SampleData.Labeling(1500, seed: 4);
        PlainElmanLabeler model = PlainElmanLabeler.Create(1);
        EvaluationResult expected = Evaluator.Evaluate(model, dataset, threads: 1, cancellationToken: TestContext.Current.CancellationToken);

        // More threads than a chunk has blocks, too.
        foreach (int threads in new[] { 2, 3, 5, 65, 200 })
        {
            EvaluationResult actual = Evaluator.Evaluate(model, dataset, threads, cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal(expected.Loss, actual.Loss);
            Assert.Equal(expected.LossPerToken, actual.LossPerToken);
            Assert.Equal(expected.Classes, actual.Classes);
        }
    }

    [Fact]
    public void A_sequence_without_a_target_has_no_part_in_the_loss()
    {
        PlainElmanLabeler model = PlainElmanLabeler.Create(1);
        SequenceDataset with = SequenceDataset.FromTokens(SequenceTask.Labeling, 9, [[1, 2]], [[3, -1]]);
        SequenceDataset among = SequenceDataset.FromTokens(SequenceTask.Labeling, 9, [[4, 5, 6], [1, 2]], [[-1, -1, -1], [3, -1]]);
        CancellationToken token = TestContext.Current.CancellationToken;
        double expected = Evaluator.Evaluate(model, with, cancellationToken: token).Loss;
        Assert.Equal(expected, Evaluator.Evaluate(model, among, cancellationToken: token).Loss);
        Assert.Equal(expected, Evaluator.Evaluate(model, among, labelWeights: [1, 1, 1, 1, 1, 1], cancellationToken: token).Loss);
    }

    [Fact]
    public void The_loss_is_not_a_number_where_there_is_no_target()
    {
        SequenceDataset dataset = SequenceDataset.FromTokens(SequenceTask.Labeling, 9, [[1], [2, 3]], [[-1], [-1, -1]]);
        EvaluationResult result = Evaluator.Evaluate(PlainElmanLabeler.Create(1), dataset, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal((double.NaN, double.NaN, 0L), (result.Loss, result.LossPerToken, result.TargetCount));
    }

    [Fact]
    public void An_evaluation_can_be_cancelled()
    {
        PlainElmanLabeler model = PlainElmanLabeler.Create(1);
        SequenceDataset dataset = SampleData.Labeling(5, seed: 1);
        var cancelled = new CancellationToken(canceled: true);
        _ = Assert.Throws<OperationCanceledException>(() => Evaluator.Evaluate(model, dataset, cancellationToken: cancelled));
        using var session = new TrainingSession<PlainElmanLabeler>(model, Optimizers.Sgd(), threads: 1);
        double before = session.Evaluate(dataset, TestContext.Current.CancellationToken).Loss;
        _ = Assert.Throws<OperationCanceledException>(() => session.Evaluate(dataset, cancelled));
        Assert.Equal(before, session.Evaluate(dataset, TestContext.Current.CancellationToken).Loss);
    }

    [Fact]
    public void Data_that_does_not_fit_the_model_is_refused()
    {
        AssertRefused<ArgumentException>(SampleData.Classification(5, seed: 1));
        AssertRefused<ArgumentOutOfRangeException>(SequenceDataset.FromTokens(SequenceTask.Labeling, 9, [[13]], [[0]]));
        AssertRefused<ArgumentOutOfRangeException>(SequenceDataset.FromTokens(SequenceTask.Labeling, 9, [[1]], [[6]]));
        AssertRefused<ArgumentException>(SequenceDataset.FromTokens(SequenceTask.Labeling, 20, [new int[10]], [new int[10]]));
        AssertRefused<ArgumentOutOfRangeException>(SampleData.Labeling(5, seed: 1), threads: -1);
        AssertRefused<ArgumentOutOfRangeException>(SampleData.Labeling(5, seed: 1), threads: int.MaxValue);
    }

    private static void AssertRefused<TException>(SequenceDataset dataset, int threads = 0)
        where TException : Exception =>
        Assert.Throws<TException>(
            () => Evaluator.Evaluate(PlainElmanLabeler.Create(1), dataset, threads, cancellationToken: TestContext.Current.CancellationToken));

    private static ConfusionMatrix Count(int classes, (int Actual, int Predicted)[] predictions)
    {
        var matrix = new ConfusionMatrix(classes);
        foreach ((int actual, int predicted) in predictions)
        {
            matrix.Add(actual, predicted);
        }

        return matrix;
    }
}
