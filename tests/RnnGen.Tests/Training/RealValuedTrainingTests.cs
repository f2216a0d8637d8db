using System;
using System.Linq;
using RnnGen.Training;

namespace RnnGen.Tests.Training;

/// <summary>Models that read features or learn numbers, against the equations in double precision.</summary>
public class RealValuedTrainingTests
{
    [Fact]
    public void Loss_and_gradients_of_a_sequence_are_those_of_the_equations()
    {
        AssertGradients<FeatureClassifierShape>();
        AssertGradients<FeatureLabelerShape>();
        AssertGradients<RegressorShape>();
        AssertGradients<StepRegressorShape>();
        AssertGradients<FeatureRegressorShape>();
        AssertGradients<FeatureStepRegressorShape>();
    }

    [Fact]
    public void A_batch_of_many_blocks_has_the_mean_loss_and_gradient_of_its_sequences()
    {
        AssertBatch<FeatureClassifierShape>();
        AssertBatch<FeatureLabelerShape>();
        AssertBatch<RegressorShape>();
        AssertBatch<StepRegressorShape>();
        AssertBatch<FeatureRegressorShape>();
        AssertBatch<FeatureStepRegressorShape>();
    }

    private static void AssertGradients<TShape>()
        where TShape : IPlainShape
    {
        ModelDescription description = PlainElman<TShape>.Description;
        SequenceDataset dataset = RealValuedData.For(description, count: 8, seed: 3);
        PlainElman<TShape> model = Fitted<TShape>(dataset);
        double[] weights = Array.ConvertAll(model.Parameters.ToArray(), weight => (double)weight);
        for (int index = 0; index < dataset.Count; index++)
        {
            float[] gradients = new float[weights.Length];
            float loss = Backward(model, dataset, index, gradients);

            // The contract's tolerance of a loss, and of a gradient relative to the largest of its tensor.
            double expected = PlainOracle.LossOf(model, weights, dataset, index);
            Assert.Equal(expected, loss, 1e-5 * expected);
            foreach (TensorInfo tensor in description.Tensors)
            {
                (int Place, double Value)[] elements =
                [
                    .. from i in Enumerable.Range(0, tensor.Rows)
                       from j in Enumerable.Range(0, tensor.Columns)
                       let place = tensor.IndexOf(i, j)
                       select (place, Difference(model, weights, dataset, index, place)),
                ];

                // Central differences of 1e-5 in double precision are right to some 1e-9.
                double tolerance = (1e-4 * elements.Max(element => Math.Abs(element.Value))) + 1e-8;
                Assert.All(elements, element => Assert.Equal(element.Value, gradients[element.Place], tolerance));
            }
        }
    }

    private static void AssertBatch<TShape>()
        where TShape : IPlainShape
    {
        ModelDescription description = PlainElman<TShape>.Description;
        SequenceDataset dataset = RealValuedData.For(description, count: 21, seed: 4);
        PlainElman<TShape> model = Fitted<TShape>(dataset);
        float[] before = model.Parameters.ToArray();
        double[] expected = new double[before.Length];
        double expectedLoss = 0;
        double counted = SampleData.CountWithTarget(dataset);
        for (int index = 0; index < dataset.Count; index++)
        {
            float[] gradients = new float[before.Length];
            expectedLoss += Backward(model, dataset, index, gradients) / counted;
            for (int i = 0; i < gradients.Length; i++)
            {
                expected[i] += gradients[i] / counted;
            }
        }

        using var session = new TrainingSession<PlainElman<TShape>>(model, Optimizers.Sgd(1), threads: 2);
        double loss = session.Step(dataset, SampleData.AllIndices(dataset));

        // Sums of 21 terms of the size of the largest, in single precision and in another order.
        Assert.Equal(expectedLoss, loss, 1e-5 * expectedLoss);
        double tolerance = 1e-5 * expected.Max(Math.Abs);
        Assert.All(Enumerable.Range(0, before.Length), i => Assert.Equal(before[i] - expected[i], model.Parameters[i], tolerance));
    }

    private static PlainElman<TShape> Fitted<TShape>(SequenceDataset dataset)
        where TShape : IPlainShape
    {
        PlainElman<TShape> model = PlainElman<TShape>.Create(seed: 5);
        model.Standardization?.Fit(dataset);
        return model;
    }

    private static double Difference<TModel>(TModel model, double[] weights, SequenceDataset dataset, int index, int place)
        where TModel : class, IRecurrentModel<TModel>
    {
        const double Step = 1e-5;
        double[] moved = [.. weights];
        moved[place] += Step;
        double above = PlainOracle.LossOf(model, moved, dataset, index);
        moved[place] -= 2 * Step;
        return (above - PlainOracle.LossOf(model, moved, dataset, index)) / (2 * Step);
    }

    private static float Backward<TModel>(TModel model, SequenceDataset dataset, int index, Span<float> gradients)
        where TModel : class, IRecurrentModel<TModel> => (dataset.FeatureCount > 0, dataset.TargetSize > 0) switch
        {
            (true, true) => SingleObservation.Backward(model, dataset.FeaturesOf(index), dataset.TargetValuesOf(index), gradients),
            (true, false) => SingleObservation.Backward(model, dataset.FeaturesOf(index), dataset.TargetsOf(index), gradients),
            (false, true) => SingleObservation.Backward(model, dataset.InputsOf(index), dataset.TargetValuesOf(index), gradients),
            _ => SingleObservation.Backward(model, dataset.InputsOf(index), dataset.TargetsOf(index), gradients),
        };
}
