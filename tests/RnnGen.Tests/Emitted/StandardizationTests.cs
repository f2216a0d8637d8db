using System;
using System.Collections.Generic;
using System.Linq;
using RnnGen.Tests.InstructionSets;
using RnnGen.Tests.Models;
using RnnGen.Tests.Reference;

namespace RnnGen.Tests.Emitted;

/// <summary>A network reads features less their mean, in standard deviations: as the reference, given such input, answers and learns.</summary>
[Trait(Rerun.Category, Rerun.Numbers)]
public class StandardizationTests
{
    public static IEnumerable<TheoryDataRow<string>> Models => ModelTheory.Models.Where(row => ModelCatalog.Get(row.Data).Shape.Features > 0);

    [Theory]
    [MemberData(nameof(Models))]
    public void Outputs_losses_and_gradients_are_those_of_the_reference_on_standardised_input(string name)
    {
        ModelCase modelCase = ModelCatalog.Get(name);
        var network = new ReferenceNetwork(modelCase.Shape);
        Observation[] measured = Measured(modelCase.Shape, RandomBatch.Of(modelCase.Shape, seed: 3, ModelTheory.BatchLengths(13, modelCase.SequenceLength)));
        Observation[] standardised = [.. measured.Select(observation => Standardised(modelCase.Shape, observation))];
        TensorSet weights = ModelTheory.WeightsFor(network, [standardised]);
        IModelUnderTest model = modelCase.Create(weights);
        model.Standardization!.Set(Means(modelCase.Shape), Deviations(modelCase.Shape));
        for (int i = 0; i < measured.Length; i++)
        {
            double[][] expected = ModelTheory.Expected(network, modelCase, weights, standardised[i]);
            NumericAssert.Rows(expected, ModelTheory.Widen(ModelTheory.Predict(model, measured[i])), NumericAssert.OutputTolerance);
        }

        BatchResult result = new BatchPass(model).Run(measured);
        NumericAssert.Loss(network.Loss(weights, standardised), result.Loss);
        NumericAssert.Gradients(
            network.Gradients(weights, standardised), TensorLayout.Gather(modelCase.Description.Tensors, result.Gradients));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Every_way_of_asking_standardises(string name)
    {
        ModelCase modelCase = ModelCatalog.Get(name);
        Observation[] batch = Measured(modelCase.Shape, RandomBatch.Of(modelCase.Shape, seed: 4, ModelTheory.BatchLengths(13, modelCase.SequenceLength)));
        IModelUnderTest model = modelCase.Create(seed: 5);
        model.Standardization!.Set(Means(modelCase.Shape), Deviations(modelCase.Shape));
        Assert.Equal(batch.SelectMany(observation => ModelTheory.Predict(model, observation)), ModelTheory.PredictMany(model, batch));
        foreach (Observation observation in batch)
        {
            if (modelCase.CanStream)
            {
                float[][] whole = ModelTheory.Predict(model, observation);
                Assert.Equal(whole, ModelTheory.Stream(model, observation)[^whole.Length..]);
            }

            var flat = new FlatObservation(observation);
            float[] gradients = new float[modelCase.Description.ParameterStorage];
            BatchResult expected = new BatchPass(model).Run([observation]);
            Assert.Equal((float)expected.Loss, model.Backward(flat.Input, flat.Target, gradients));
            Assert.Equal(expected.Gradients, gradients);
        }
    }

    /// <summary>The inputs as they would be before they are standardised to those of the batch, but for a rounding to single precision.</summary>
    private static Observation[] Measured(ReferenceShape shape, Observation[] batch)
    {
        float[] means = Means(shape), deviations = Deviations(shape);
        return Array.ConvertAll(batch, observation => observation with
        {
            Inputs = [.. observation.Inputs!.Select(row => (double[])[.. row.Select((z, f) => (double)(float)(means[f] + (deviations[f] * z)))])],
        });
    }

    private static Observation Standardised(ReferenceShape shape, Observation observation)
    {
        float[] means = Means(shape), deviations = Deviations(shape);
        return observation with
        {
            Inputs = [.. observation.Inputs!.Select(row => (double[])[.. row.Select((x, f) => (x - means[f]) / deviations[f])])],
        };
    }

    /// <summary>Of the size of the deviations, so that little is lost where a mean is subtracted.</summary>
    private static float[] Means(ReferenceShape shape) => [.. Enumerable.Range(0, shape.Features).Select(f => (f % 3 - 1) * 0.7f * (f + 1))];

    private static float[] Deviations(ReferenceShape shape) => [.. Enumerable.Range(0, shape.Features).Select(f => 0.3f * (f + 2))];
}
