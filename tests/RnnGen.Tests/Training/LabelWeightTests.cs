using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CsCheck;
using RnnGen.Tests.Models;
using RnnGen.Tests.Reference;

namespace RnnGen.Tests.Training;

/// <summary>Weights of labels that do not occur equally often, and labels that are not looked at.</summary>
public class LabelWeightTests
{
    // A model that answers the same whatever it reads: probability 1/2 for the first output, the rest shared by the others.
    private static readonly double Half = Math.Log(2);

    [Fact]
    public void A_classifiers_loss_is_the_weighted_mean_over_sequences()
    {
        PlainElmanClassifier model = PlainElmanClassifier.CreateEmpty();
        PreferFirst(PlainElmanClassifier.Description, model.Parameters);
        SequenceDataset dataset = SequenceDataset.FromTokens(
            SequenceTask.Classification, 9, [[1], [2, 3], [4], [5, 6, 7]], [[0], [0], [1], [2]]);
        EvaluationResult result = Evaluator.Evaluate(model, dataset, labelWeights: [1, 3, 0.5f], cancellationToken: TestContext.Current.CancellationToken);
        double quarter = Math.Log(4);
        Assert.Equal(((2 * Half) + (3 * quarter) + (0.5 * quarter)) / 5.5, result.Loss, 1e-6);

        // What is not weighted: every target counts once.
        Assert.Equal(((2 * Half) + (2 * quarter)) / 4, result.LossPerToken, 1e-6);
        Assert.Equal((4L, 0.5), (result.TargetCount, result.Accuracy));
    }

    [Fact]
    public void A_labelers_loss_is_the_mean_over_sequences_of_weighted_means()
    {
        PlainElmanLabeler model = PlainElmanLabeler.CreateEmpty();
        PreferFirst(PlainElmanLabeler.Description, model.Parameters);
        SequenceDataset dataset = SequenceDataset.FromTokens(
            SequenceTask.Labeling, 9, [[1], [2, 3, 4], [5, 6], [7]], [[0], [1, 0, 2], [-1, 5], [5]]);
        EvaluationResult result = Evaluator.Evaluate(model, dataset, labelWeights: [2, 1, 4, 1, 1, 0], cancellationToken: TestContext.Current.CancellationToken);
        double tenth = Math.Log(10);

        // The last two sequences have no step that counts.
        Assert.Equal((Half + ((tenth + (2 * Half) + (4 * tenth)) / 7)) / 2, result.Loss, 1e-6);
        Assert.Equal(6, result.TargetCount);
    }

    [Fact]
    public void An_ignored_label_does_not_count_in_any_figure()
    {
        PlainElmanLabeler model = PlainElmanLabeler.CreateEmpty();
        PreferFirst(PlainElmanLabeler.Description, model.Parameters);
        SequenceDataset dataset = SequenceDataset.FromTokens(
            SequenceTask.Labeling, 9, [[1], [2, 3, 4], [5, 6]], [[5], [1, 0, 5], [-1, 0]]);
        EvaluationResult result = Evaluator.Evaluate(model, dataset, ignoredLabels: [5], cancellationToken: TestContext.Current.CancellationToken);
        double tenth = Math.Log(10);
        Assert.Equal((((tenth + Half) / 2) + Half) / 2, result.Loss, 1e-6);
        Assert.Equal((tenth + (2 * Half)) / 3, result.LossPerToken, 1e-6);
        Assert.Equal(3, result.TargetCount);
        Assert.Equal(2.0 / 3, result.Accuracy, 1e-15);
        Assert.Equal(default, result.Classes[5]);
        Assert.Equal(3, result.Confusion!.Total);

        // F1 is 4/5 for label 0, found twice in three predictions, and 0 for label 1.
        Assert.Equal(0.4, result.MacroF1, 1e-15);
    }

    [Fact]
    public void The_loss_is_not_a_number_where_no_target_counts()
    {
        PlainElmanLabeler model = PlainElmanLabeler.Create(1);
        SequenceDataset dataset = SequenceDataset.FromTokens(SequenceTask.Labeling, 9, [[1], [2, 3]], [[5], [5, -1]]);
        EvaluationResult result = Evaluator.Evaluate(model, dataset, ignoredLabels: [5], cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal((double.NaN, double.NaN, 0L), (result.Loss, result.Accuracy, result.TargetCount));
    }

    [Fact]
    public void Gradients_are_those_of_the_weighted_loss()
    {
        AssertStep<GeneratedClassifier>([0.25f, 3, 1], []);
        AssertStep<GeneratedClassifier>([0.25f, 3, 1], [1]);
        AssertStep<GeneratedLabeler>([1, 5, 0, 0.125f, 2, 1], [4]);
        AssertStep<BrieflyPaddedGruClassifier>([0.1f, 7], []);
        AssertStep<BrieflyPaddedGruLabeler>([3, 0, 1, 1, 2, 1, 1, 0.3f, 1, 1, 1, 9], [0, 11]);
        AssertStep<BrieflyPaddedLstmClassifier>([2, 0], []);
        AssertStep<BrieflyPaddedLstmLabeler>(null, [3, 5, 7]);
    }

    [Fact]
    public void Weights_of_one_change_no_bit()
    {
        SequenceDataset labeled = SampleData.For(GeneratedLabeler.Description, 40, seed: 3);
        int[] expected = Train<GeneratedLabeler>(labeled);
        Assert.Equal(expected, Train<GeneratedLabeler>(labeled, [1, 1, 1, 1, 1, 1]));

        // Only their ratios matter, and a power of two rounds nothing.
        Assert.Equal(expected, Train<GeneratedLabeler>(labeled, [4, 4, 4, 4, 4, 4]));
        SequenceDataset classified = SampleData.For(GeneratedClassifier.Description, 40, seed: 3);
        Assert.Equal(Train<GeneratedClassifier>(classified), Train<GeneratedClassifier>(classified, [2, 2, 2]));
    }

    [Fact]
    public void To_ignore_a_label_is_to_learn_from_data_without_it()
    {
        (int[][] inputs, int[][] targets) = Copy(SampleData.For(GeneratedLabeler.Description, 40, seed: 4));

        // One in which nothing is left, too.
        inputs = [.. inputs, [3, 1, 4]];
        targets = [.. targets, [-1, 2, 2]];
        SequenceDataset with = SequenceDataset.FromTokens(SequenceTask.Labeling, 9, inputs, targets);
        SequenceDataset without = SequenceDataset.FromTokens(
            SequenceTask.Labeling, 9, inputs, [.. targets.Select(labels => Array.ConvertAll(labels, label => label == 2 ? -1 : label))]);
        Assert.Equal(Train<GeneratedLabeler>(without), Train<GeneratedLabeler>(with, null, [2]));
    }

    [Fact]
    public void A_batch_in_which_nothing_counts_has_no_gradient()
    {
        GeneratedClassifier model = new GeneratedClassifier(seed: 1);
        int[] before = Bits.Of(model.Parameters);
        SequenceDataset dataset = SequenceDataset.FromTokens(SequenceTask.Classification, 9, [[1, 2], [3]], [[1], [1]]);
        using var session = new TrainingSession<GeneratedClassifier>(model, Optimizers.Sgd(0.1), threads: 1, ignoredLabels: [1]);
        Assert.Equal(0, session.Step(dataset, [0, 1]));
        Assert.Equal(before, Bits.Of(model.Parameters));
    }

    [Fact]
    public void The_loss_of_a_weighted_step_is_that_of_an_evaluation_before_it()
    {
        SequenceDataset dataset = SampleData.Labeling(50, seed: 1);
        float[] weights = [1, 5, 0, 0.125f, 2, 1];
        PlainElmanLabeler model = PlainElmanLabeler.Create(1);
        using var session = new TrainingSession<PlainElmanLabeler>(
            model, Optimizers.Sgd(), threads: 1, labelWeights: weights, ignoredLabels: [5]);
        double expected = Evaluator.Evaluate(model, dataset, threads: 1, weights, [5], cancellationToken: TestContext.Current.CancellationToken).Loss;
        Assert.Equal(expected, session.Evaluate(dataset, TestContext.Current.CancellationToken).Loss);

        // Sums of a few hundred terms in double precision, of weights rounded to floats.
        Assert.Equal(expected, session.Step(dataset, SampleData.AllIndices(dataset)), 1e-7 * expected);
    }

    [Fact]
    public void Validation_has_the_weights_of_training()
    {
        SequenceDataset validation = SampleData.Classification(30, seed: 2);
        PlainElmanClassifier model = PlainElmanClassifier.Create(1);
        var options = new TrainingOptions
        {
            Epochs = 2,
            LabelWeights = [1, 8, 2],
            IgnoredLabels = [0],
            RestoreBestWeights = false,
        };
        TrainingResult result = Trainer.Fit(
            model, SampleData.Classification(50, seed: 1), options, validation, cancellationToken: TestContext.Current.CancellationToken);
        EvaluationResult expected = Evaluator.Evaluate(model, validation, 0, options.LabelWeights, options.IgnoredLabels, TestContext.Current.CancellationToken);
        EpochResult last = result.Epochs[^1];
        Assert.Equal((expected.Loss, expected.Accuracy, expected.MacroF1), (last.ValidationLoss, last.ValidationAccuracy, last.ValidationMacroF1));
        Assert.NotEqual(Evaluator.Evaluate(model, validation, cancellationToken: TestContext.Current.CancellationToken).Loss, last.ValidationLoss);
    }

    /// <summary>With a rate of zero an evaluation afterwards has the weights of every step: batches in which more counts have more of the mean.</summary>
    [Fact]
    public void The_loss_of_an_epoch_is_that_of_an_evaluation_with_its_weights()
    {
        SequenceDataset dataset = SampleData.Labeling(50, seed: 1);
        PlainElmanLabeler labeler = PlainElmanLabeler.Create(1);
        AssertLossOfEpoch(labeler, dataset, null, []);
        AssertLossOfEpoch(labeler, dataset, [1, 5, 0, 0.125f, 2, 1], [5]);
        AssertLossOfEpoch(labeler, dataset, [0, 0, 0, 0, 0, 1], []);
        AssertLossOfEpoch(PlainElmanClassifier.Create(1), SampleData.Classification(50, seed: 1), [1, 8, 0.25f], []);
        AssertLossOfEpoch(PlainElmanClassifier.Create(1), SampleData.Classification(50, seed: 1), null, [0, 2]);
    }

    [Fact]
    public void Weights_that_no_label_has_or_that_fit_no_model_are_refused_by_name()
    {
        AssertRefused(new TrainingOptions { LabelWeights = [1, 1] }, "LabelWeights", "There are 2 label weights; PlainElmanClassifier needs 3");
        AssertRefused(new TrainingOptions { LabelWeights = [0, 0, 0] }, "LabelWeights", "No label counts");
        AssertRefused(new TrainingOptions { LabelWeights = [0, 1, 0], IgnoredLabels = [1] }, "LabelWeights", "No label counts");
        AssertRefused(new TrainingOptions { IgnoredLabels = [1, 0, 2, 2] }, "IgnoredLabels", "No label counts");
        SequenceDataset onlyFirst = SequenceDataset.FromTokens(SequenceTask.Classification, 9, [[1]], [[0]]);
        AssertRefused(new TrainingOptions { IgnoredLabels = [0] }, "dataset", "label weights all 1, ignored labels 0", onlyFirst);
        AssertRefused(new TrainingOptions { LabelWeights = [0, 1, 2.5f] }, "dataset", "label weights 0 1 2.5, ignored labels none", onlyFirst);
    }

    [Fact]
    public void Generators_have_no_labels_to_weight()
    {
        SequenceDataset data = SampleData.For(BrieflyPaddedGenerator.Description, 5, seed: 1);
        BrieflyPaddedGenerator model = new BrieflyPaddedGenerator(seed: 1);
        CancellationToken token = TestContext.Current.CancellationToken;
        _ = Assert.Throws<ArgumentException>("ignoredLabels", () => Evaluator.Evaluate(model, data, ignoredLabels: [1], cancellationToken: token));
        _ = Assert.Throws<ArgumentException>("labelWeights", () => Evaluator.Evaluate(model, data, labelWeights: new float[40], cancellationToken: token));
        Assert.Equal("dataset", Assert.Throws<ArgumentException>(() => LabelWeights.Balanced(data)).ParamName);
    }

    [Fact]
    public void Balanced_weights_are_those_of_scikit_learn()
    {
        // sklearn.utils.class_weight.compute_class_weight("balanced", classes=[0, 1, 3], y=[0, 0, 0, 1, 3, 3]) is [2/3, 2, 1].
        SequenceDataset dataset = SequenceDataset.FromTokens(
            SequenceTask.Labeling, 9, [[1, 2, 3], [4], [5, 6, 7]], [[0, -1, 3], [1], [0, 0, 3]]);
        Assert.Equal([2f / 3, 2, 0, 1], LabelWeights.Balanced(dataset));
        Assert.Equal([2f / 3, 2, 0, 1, 0], LabelWeights.Balanced(dataset, labelCount: 5));
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => LabelWeights.Balanced(dataset, labelCount: 3));
        Assert.Equal("labelCount", exception.ParamName);
        SequenceDataset unlabeled = SequenceDataset.FromTokens(SequenceTask.Labeling, 9, [[1]], [[-1]]);
        Assert.Equal("dataset", Assert.Throws<ArgumentException>(() => LabelWeights.Balanced(unlabeled)).ParamName);
    }

    [Fact]
    public void Balanced_weights_have_one_for_each_name_of_a_label()
    {
        LabelSet labels = LabelSet.FromNames(["good", "bad", "neither"]);
        Vocabulary vocabulary = Vocabulary.Build(["a b c"], Tokenizer.Words, 10);
        SequenceDataset dataset = SequenceDataset.ForClassification(
            [new ClassifiedText("a", "bad"), new ClassifiedText("b", "good"), new ClassifiedText("c", "bad")], vocabulary, 5, labels);
        Assert.Equal([1.5f, 0.75f, 0], LabelWeights.Balanced(dataset));
    }

    [Fact]
    public void With_balanced_weights_all_labels_count_the_same_in_total() => Gen.Int[0, 6].Array[1, 200].Sample(labels =>
    {
        SequenceDataset dataset = SequenceDataset.FromTokens(
            SequenceTask.Classification, 1, [.. labels.Select(_ => new int[1])], [.. labels.Select(label => (int[])[label])]);
        IReadOnlyList<float> weights = LabelWeights.Balanced(dataset);
        IGrouping<int, int>[] occurring = [.. labels.GroupBy(label => label)];
        foreach (IGrouping<int, int> label in occurring)
        {
            // A weight is rounded to a float: to half of 2^-23 of itself.
            Assert.Equal((double)labels.Length / occurring.Length, label.Count() * (double)weights[label.Key], labels.Length * 1e-7);
        }
    });

    private static void PreferFirst(ModelDescription description, Span<float> parameters)
    {
        TensorInfo bias = description.Tensors.Single(tensor => tensor.Name == "fc.bias");
        parameters[bias.IndexOf(0, 0)] = MathF.Log(description.OutputSize - 1);
    }

    /// <summary>One step of gradient descent, against the reference's gradient of each cross-entropy by itself.</summary>
    private static void AssertStep<TModel>(float[]? weights, int[] ignored)
        where TModel : class, IRecurrentModel<TModel>
    {
        const double Rate = 0.5;
        ModelDescription model = TModel.Description;
        var reference = new ReferenceNetwork(new ReferenceShape(
            model.Task, model.VocabularySize, model.HiddenSize, model.OutputSize, model.Nonlinearity, model.Cell));
        TensorSet start = reference.RandomWeights(seed: 5);
        SequenceDataset dataset = SampleData.For(model, 21, seed: 6);
        double WeightOf(int label) => label < 0 || ignored.Contains(label) ? 0 : weights?[label] ?? 1;

        // Each target's factor in the loss, from the definitions.
        double[] sums = [.. SampleData.AllIndices(dataset).Select(i => dataset.TargetsOf(i).ToArray().Sum(WeightOf))];
        bool isClassifier = model.Task == SequenceTask.Classification;
        TensorSet expected = start.Clone();
        for (int i = 0; i < dataset.Count; i++)
        {
            int[] targets = dataset.TargetsOf(i).ToArray();
            for (int t = 0; t < targets.Length; t++)
            {
                if (WeightOf(targets[t]) > 0)
                {
                    double factor = WeightOf(targets[t]) / (isClassifier ? sums.Sum() : sums[i] * sums.Count(sum => sum > 0));
                    int[] alone = [.. targets.Select((label, step) => step == t ? label : -1)];
                    TensorSet gradient = reference.Gradients(start, [new Observation(dataset.InputsOf(i).ToArray(), alone)]);
                    new ReferenceSgd(Rate * factor).Step(expected, gradient);
                }
            }
        }

        TModel trained = TModel.CreateEmpty();
        TensorLayout.Scatter(start, model.Tensors, trained.Parameters);
        using var session = new TrainingSession<TModel>(
            trained, Optimizers.Sgd(Rate), threads: 2, labelWeights: weights, ignoredLabels: ignored);
        _ = session.Step(dataset, SampleData.AllIndices(dataset));
        NumericAssert.Weights(expected, TensorLayout.Gather(model.Tensors, trained.Parameters), NumericAssert.SgdWeightTolerance);
    }

    private static void AssertLossOfEpoch<TModel>(TModel model, SequenceDataset dataset, float[]? weights, int[] ignored)
        where TModel : class, IRecurrentModel<TModel>
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        var options = new TrainingOptions { Epochs = 1, BatchSize = 8, Optimizer = Optimizers.Sgd(0), LabelWeights = weights, IgnoredLabels = ignored };
        double expected = Evaluator.Evaluate(model, dataset, 1, weights, ignored, token).Loss;

        // The steps weigh losses with floats.
        Assert.Equal(expected, Trainer.Fit(model, dataset, options, cancellationToken: token).Epochs[0].TrainingLoss, 1e-6 * expected);
    }

    private static int[] Train<TModel>(SequenceDataset dataset, float[]? weights = null, int[]? ignored = null)
        where TModel : class, IRecurrentModel<TModel>
    {
        TModel model = TModel.Create(1);
        using var session = new TrainingSession<TModel>(
            model, Optimizers.Adam(0.01), threads: 2, clipNorm: 0.5, labelWeights: weights, ignoredLabels: ignored);
        for (int i = 0; i < 10; i++)
        {
            _ = session.Step(dataset, SampleData.AllIndices(dataset));
        }

        return Bits.Of(model.Parameters);
    }

    private static (int[][] Inputs, int[][] Targets) Copy(SequenceDataset dataset) =>
    (
        [.. SampleData.AllIndices(dataset).Select(i => dataset.InputsOf(i).ToArray())],
        [.. SampleData.AllIndices(dataset).Select(i => dataset.TargetsOf(i).ToArray())]);

    private static void AssertRefused(TrainingOptions options, string parameter, string message, SequenceDataset? data = null)
    {
        PlainElmanClassifier model = PlainElmanClassifier.Create(1);
        var exception = Assert.Throws<ArgumentException>(() => Trainer.Fit(
            model, data ?? SampleData.Classification(5, seed: 1), options, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(parameter, exception.ParamName);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Equal(PlainElmanClassifier.Create(1).Parameters.ToArray(), model.Parameters.ToArray());
    }
}
