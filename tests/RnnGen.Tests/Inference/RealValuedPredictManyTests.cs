using System;
using System.Collections.Generic;
using System.Linq;
using RnnGen.Inference;
using RnnGen.Tests.Memory;
using RnnGen.Tests.Training;

namespace RnnGen.Tests.Inference;

/// <summary>Predictions for many sequences at once, of models that read features or give numbers.</summary>
public class RealValuedPredictManyTests
{
    // More sequences than run together.
    private const int Count = 150;

    [Fact]
    public void Outputs_are_those_of_the_equations_in_the_order_of_the_sequences()
    {
        AssertOutputs<FeatureClassifierShape>();
        AssertOutputs<FeatureLabelerShape>();
        AssertOutputs<RegressorShape>();
        AssertOutputs<StepRegressorShape>();
        AssertOutputs<FeatureRegressorShape>();
        AssertOutputs<FeatureStepRegressorShape>();
    }

    [Fact]
    public void Labels_are_those_of_the_highest_probabilities()
    {
        PlainElman<FeatureLabelerShape> model = Fitted<FeatureLabelerShape>(out SequenceDataset dataset);
        (float[] features, int[] lengths) = Flat(dataset);
        int size = PlainElman<FeatureLabelerShape>.Description.OutputSize;
        float[] probabilities = new float[lengths.Sum() * size];
        int[] labels = new int[lengths.Sum()];
        BatchPrediction.Predict(model, features, lengths, probabilities);
        BatchPrediction.Label(model, features, lengths, labels);
        for (int row = 0; row < labels.Length; row++)
        {
            float[] ofStep = probabilities[(row * size)..((row + 1) * size)];
            Assert.Equal(Array.IndexOf(ofStep, ofStep.Max()), labels[row]);
        }
    }

    [Fact]
    public void Wrong_spans_and_numbers_are_refused_by_name()
    {
        PlainElman<FeatureStepRegressorShape> regressor = PlainElman<FeatureStepRegressorShape>.Create(1);
        PlainElman<FeatureClassifierShape> classifier = PlainElman<FeatureClassifierShape>.Create(1);
        PlainElman<RegressorShape> reader = PlainElman<RegressorShape>.Create(1);
        float[] step = new float[16];
        Refused("lengths", () => BatchPrediction.Predict(regressor, step, [], []));
        Refused("lengths", () => BatchPrediction.Predict(regressor, step, [2], new float[6]));
        Refused("lengths", () => BatchPrediction.Predict(regressor, new float[17], [1], new float[3]));
        Refused("lengths", () => BatchPrediction.Predict(regressor, new float[160], [10], new float[30]));
        Refused("lengths", () => BatchPrediction.Predict(regressor, step, [0, 1], new float[3]));
        Refused("outputs", () => BatchPrediction.Predict(regressor, step, [1], new float[4]));
        Refused("probabilities", () => BatchPrediction.Predict(classifier, new float[10], [2], new float[6]));
        Refused("outputs", () => BatchPrediction.Predict(reader, [1, 2, 3], [3], new float[3]));
        Refused("labels", () => BatchPrediction.Label(PlainElman<FeatureLabelerShape>.Create(1), new float[19], [1], new int[2]));
        Refused("features", () => BatchPrediction.Predict(reader, step, [1], new float[1]));
        Refused("features", () => BatchPrediction.PredictOne(reader, step, new float[1]));
        Refused("features", () => BatchPrediction.Label(reader, step, [1], new int[1]));
        Refused("features", () => BatchPrediction.LabelOne(reader, step, new int[1]));
        Refused("tokens", () => BatchPrediction.Predict(regressor, [1], [1], new float[3]));
        Refused("tokens", () => BatchPrediction.PredictOne(regressor, [1], new float[3]));
        Refused("tokens", () => BatchPrediction.Label(regressor, [1], [1], new int[1]));
        Refused("tokens", () => BatchPrediction.LabelOne(regressor, [1], new int[1]));
        step[5] = float.NegativeInfinity;
        Refused("features", () => BatchPrediction.Predict(regressor, [.. new float[16], .. step], [2], new float[6]));
    }

    [Fact]
    public void It_allocates_nothing_once_warm()
    {
        PlainElman<FeatureStepRegressorShape> model = Fitted<FeatureStepRegressorShape>(out SequenceDataset dataset);
        (float[] features, int[] lengths) = Flat(dataset);
        float[] outputs = new float[lengths.Sum() * 3];
        BatchPrediction.Predict(model, features, lengths, outputs);

        Assert.Equal(0, Allocations.OfThread(() => BatchPrediction.Predict(model, features, lengths, outputs)));
    }

    private static void Refused(string name, Action action) => Assert.Throws<ArgumentException>(name, action);

    private static void AssertOutputs<TShape>()
        where TShape : IPlainShape
    {
        PlainElman<TShape> model = Fitted<TShape>(out SequenceDataset dataset);
        ModelDescription description = PlainElman<TShape>.Description;
        int[] lengths = [.. Enumerable.Range(0, Count).Select(dataset.LengthOf)];
        int size = description.OutputSize;
        float[] outputs = new float[(description.HasOutputEveryStep ? lengths.Sum() : Count) * size];
        if (dataset.FeatureCount > 0)
        {
            BatchPrediction.Predict(model, Flat(dataset).Features, lengths, outputs);
        }
        else
        {
            BatchPrediction.Predict(model, [.. Enumerable.Range(0, Count).SelectMany(i => dataset.InputsOf(i).ToArray())], lengths, outputs);
        }

        double[] weights = Array.ConvertAll(model.Parameters.ToArray(), weight => (double)weight);
        int row = 0;
        for (int i = 0; i < Count; i++)
        {
            foreach (double[] y in PlainOracle.Outputs(description, weights, PlainOracle.InputsOf(model, dataset, i)))
            {
                double[] expected = description.Task == SequenceTask.Regression ? y : Softmaxed(y);

                // The contract's tolerance of outputs.
                Assert.All(expected, (value, k) => Assert.Equal(value, outputs[(row * size) + k], 2e-6));
                row++;
            }
        }

        Assert.Equal(outputs.Length, row * size);
    }

    private static double[] Softmaxed(double[] logits)
    {
        double sum = logits.Sum(Math.Exp);
        return [.. logits.Select(logit => Math.Exp(logit) / sum)];
    }

    private static PlainElman<TShape> Fitted<TShape>(out SequenceDataset dataset)
        where TShape : IPlainShape
    {
        dataset = RealValuedData.For(PlainElman<TShape>.Description, Count, seed: 8);
        PlainElman<TShape> model = PlainElman<TShape>.Create(seed: 9);
        model.Standardization?.Fit(dataset);
        return model;
    }

    private static (float[] Features, int[] Lengths) Flat(SequenceDataset dataset)
    {
        List<float> features = [];
        for (int i = 0; i < dataset.Count; i++)
        {
            features.AddRange(dataset.FeaturesOf(i));
        }

        return ([.. features], [.. Enumerable.Range(0, dataset.Count).Select(dataset.LengthOf)]);
    }
}
