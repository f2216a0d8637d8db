using System;
using System.Collections.Generic;
using System.Linq;

namespace RnnGen.Tests.Training;

public class RegressionEvaluationTests
{
    [Fact]
    public void Errors_are_those_of_a_worked_example()
    {
        // All weights zero: the outputs are the biases, 1 and -2, whatever the input.
        PlainElman<RegressorShape> model = Constant<RegressorShape>(1, -2);
        SequenceDataset dataset = SequenceDataset.FromTokens(9, [[1], [2, 3], [4, 5, 6]], 2, [[0, -2], [3, -2], [6, 1]]);

        EvaluationResult result = Evaluator.Evaluate(model, dataset, cancellationToken: TestContext.Current.CancellationToken);

        // Errors of output 0: 1, -2, -5; its targets have the mean 3 and deviate by -3, 0, 3. Of output 1: 0, 0, -3; mean -1, by -1, -1, 2.
        Assert.Equal([10, 3], result.Outputs.Select(output => output.MeanSquaredError));
        Assert.Equal([8.0 / 3, 1], result.Outputs.Select(output => output.MeanAbsoluteError));
        Assert.Equal([1 - (30.0 / 18), 1 - (9.0 / 6)], result.Outputs.Select(output => output.RSquared));
        Assert.Equal(new RegressionMetrics(6.5, 11.0 / 6, (1 - (30.0 / 18) + 1 - (9.0 / 6)) / 2), result.Regression);
        Assert.Equal((6.5, 6.5, 3, 3L), (result.Loss, result.LossPerToken, result.SequenceCount, result.TargetCount));
    }

    [Fact]
    public void What_only_classes_have_is_absent()
    {
        EvaluationResult result = Evaluator.Evaluate(Constant<RegressorShape>(0, 0), RealValuedData.For(RegressorShape.Network.Description, 3, seed: 1), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(double.NaN, result.Accuracy);
        Assert.Equal(double.NaN, result.MacroF1);
        Assert.Equal(double.NaN, result.Perplexity);
        Assert.Equal(double.NaN, result.BitsPerToken);
        Assert.Empty(result.Classes);
        Assert.Null(result.Confusion);
    }

    [Fact]
    public void What_only_a_regressor_has_is_absent_elsewhere()
    {
        EvaluationResult result = Evaluator.Evaluate(PlainElmanLabeler.Create(1), SampleData.Labeling(3, seed: 1), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Null(result.Regression);
        Assert.Empty(result.Outputs);
    }

    [Fact]
    public void Steps_without_a_target_play_no_part_and_sequences_weigh_the_same_in_the_loss()
    {
        PlainElman<StepRegressorShape> model = Constant<StepRegressorShape>(1);
        SequenceDataset dataset = SequenceDataset.FromTokens(9, [[1, 2, 3], [4]], 1, [[float.NaN, 2, 4], [0]], everyStep: true);

        EvaluationResult result = Evaluator.Evaluate(model, dataset, cancellationToken: TestContext.Current.CancellationToken);

        // Squared errors 1 and 9 in the first sequence, 1 in the second; the targets have the mean 2 and deviate by 0, 2, -2.
        Assert.Equal((3.0, 11.0 / 3, 3L), (result.Loss, result.LossPerToken, result.TargetCount));
        Assert.Equal(new RegressionMetrics(11.0 / 3, 5.0 / 3, 1 - (11.0 / 8)), Assert.Single(result.Outputs));
    }

    [Fact]
    public void Targets_that_are_all_equal_are_explained_by_a_perfect_model_alone()
    {
        SequenceDataset dataset = SequenceDataset.FromTokens(9, [[1], [2]], 2, [[5, 7], [5, 7]]);
        EvaluationResult result = Evaluator.Evaluate(Constant<RegressorShape>(5, 6), dataset, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal([1, 0], result.Outputs.Select(output => output.RSquared));
    }

    [Fact]
    public void Without_a_target_there_is_no_error()
    {
        SequenceDataset dataset = SequenceDataset.FromTokens(9, [[1, 2]], 1, [[float.NaN, float.NaN]], everyStep: true);
        EvaluationResult result = Evaluator.Evaluate(Constant<StepRegressorShape>(5), dataset, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(new RegressionMetrics(double.NaN, double.NaN, double.NaN), result.Regression);
        Assert.Equal((0L, double.NaN), (result.TargetCount, result.LossPerToken));
    }

    [Fact]
    public void Errors_are_those_of_double_precision_in_the_order_of_no_chunk_or_thread()
    {
        AssertErrors<FeatureStepRegressorShape>();
        AssertErrors<FeatureRegressorShape>();
    }

    private static void AssertErrors<TShape>()
        where TShape : IPlainShape
    {
        // More sequences than a chunk holds.
        ModelDescription description = TShape.Network.Description;
        SequenceDataset dataset = RealValuedData.For(description, count: 1100, seed: 4);
        PlainElman<TShape> model = PlainElman<TShape>.Create(1);
        model.Standardization?.Fit(dataset);
        double[] weights = Array.ConvertAll(model.Parameters.ToArray(), weight => (double)weight);
        (double Y, double T)[][] byOutput =
        [
            .. Enumerable.Range(0, description.OutputSize).Select(k => Enumerable.Range(0, dataset.Count).SelectMany(i =>
            {
                float[] values = dataset.TargetValuesOf(i).ToArray();
                return PlainOracle.Outputs(description, weights, PlainOracle.InputsOf(model, dataset, i))
                    .Select((y, row) => (y[k], (double)values[(row * description.OutputSize) + k]))
                    .Where(pair => !double.IsNaN(pair.Item2));
            }).ToArray()),
        ];

        EvaluationResult result = Evaluator.Evaluate(model, dataset, threads: 1, cancellationToken: TestContext.Current.CancellationToken);

        for (int k = 0; k < byOutput.Length; k++)
        {
            double mean = byOutput[k].Average(pair => pair.T);
            double squares = byOutput[k].Average(pair => Math.Pow(pair.Y - pair.T, 2));

            // Outputs within 2e-6, of errors of the size of 5.
            Assert.Equal(squares, result.Outputs[k].MeanSquaredError, 1e-5 * squares);
            Assert.Equal(byOutput[k].Average(pair => Math.Abs(pair.Y - pair.T)), result.Outputs[k].MeanAbsoluteError, 1e-5);
            Assert.Equal(1 - (squares / byOutput[k].Average(pair => Math.Pow(pair.T - mean, 2))), result.Outputs[k].RSquared, 1e-3);
        }

        foreach (int threads in new[] { 2, 5 })
        {
            EvaluationResult again = Evaluator.Evaluate(model, dataset, threads, cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal((result.Loss, result.Regression), (again.Loss, again.Regression));
            Assert.Equal((IEnumerable<RegressionMetrics>)result.Outputs, again.Outputs);
        }
    }

    private static PlainElman<TShape> Constant<TShape>(params float[] outputs)
        where TShape : IPlainShape
    {
        PlainElman<TShape> model = PlainElman<TShape>.CreateEmpty();
        TensorInfo bias = PlainElman<TShape>.Description.Tensors.Single(tensor => tensor.Name == "fc.bias");
        for (int k = 0; k < outputs.Length; k++)
        {
            model.Parameters[bias.IndexOf(k, 0)] = outputs[k];
        }

        return model;
    }
}
