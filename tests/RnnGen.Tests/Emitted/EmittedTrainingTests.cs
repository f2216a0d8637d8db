using System.Collections.Generic;
using RnnGen.Tests.InstructionSets;
using RnnGen.Tests.Models;
using RnnGen.Tests.Reference;

namespace RnnGen.Tests.Emitted;

/// <summary>Whole training sessions of generated classes stay with the double-precision reference, step by step.</summary>
[Trait(Rerun.Category, Rerun.Numbers)]
public class EmittedTrainingTests
{
    private const int Steps = 50;
    private const double Rate = 0.1;

    /// <summary>
    /// Absolute: 50 roundings of weights under 1 to 2^-25 are 1.5e-6 at worst, and the gradients under 0.2 of 50 steps of 0.1 are off by 1e-6
    /// of themselves, another 1e-6. Losses shrink along the way, so that little is added in the later steps.
    /// </summary>
    private const double WeightTolerance = 2.5e-6;

    [Theory]
    [InlineData(nameof(Classifier5))]
    [InlineData(nameof(Classifier33))]
    [InlineData(nameof(Labeler16))]
    [InlineData(nameof(Labeler65))]
    [InlineData(nameof(Generator17))]
    [InlineData(nameof(Generator48))]
    [InlineData(nameof(ReluLabeler33))]
    [InlineData(nameof(GruClassifier16))]
    [InlineData(nameof(GruLabeler15))]
    [InlineData(nameof(GruGenerator17))]
    [InlineData(nameof(LstmClassifier33))]
    [InlineData(nameof(LstmLabeler31))]
    [InlineData(nameof(LstmGenerator17))]
    [InlineData(nameof(ElmanFeatureClassifier16x2))]
    [InlineData(nameof(GruFeatureLabeler9x1))]
    [InlineData(nameof(LstmBothWaysFeatureClassifier12x2))]
    [InlineData(nameof(GruRegressor15x1Embedded))]
    [InlineData(nameof(LstmFeatureStepRegressor8x2))]
    public void Losses_and_weights_along_50_steps_are_those_of_the_reference(string name)
    {
        ModelCase modelCase = ModelCatalog.Get(name);
        IModelUnderTest model = modelCase.Create(seed: 42);
        Observation[] batch = RandomBatch.Of(modelCase.Shape, seed: 7, ModelTheory.BatchLengths(13, modelCase.SequenceLength));
        TensorSet weights = TensorLayout.Gather(modelCase.Description.Tensors, model.Parameters);
        TrainingRun expected = Train(new ReferenceNetwork(modelCase.Shape), weights, batch);
        IReadOnlyList<double> losses = model.Train(batch, Optimizers.Sgd(Rate), Steps);
        TensorSet trained = TensorLayout.Gather(modelCase.Description.Tensors, model.Parameters);
        NumericAssert.Run(expected, new TrainingRun(losses, trained), WeightTolerance);
        TensorLayout.AssertPaddingIsZero(modelCase.Description, model.Parameters);
    }

    [Theory]
    [InlineData(nameof(Classifier33))]
    [InlineData(nameof(GruClassifier100))]
    [InlineData(nameof(GruLabeler32))]
    [InlineData(nameof(GruGenerator17))]
    [InlineData(nameof(LstmClassifier33))]
    [InlineData(nameof(LstmLabeler17))]
    [InlineData(nameof(LstmGenerator64))]
    [InlineData(nameof(GruFeatureLabeler16x2))]
    [InlineData(nameof(LstmBothWaysFeatureRegressor16x2Mean))]
    [InlineData(nameof(ElmanStepRegressor17x2Embedded))]
    public void Losses_and_weights_have_the_same_bits_for_every_number_of_threads(string name)
    {
        ModelCase modelCase = ModelCatalog.Get(name);
        Observation[] batch = RandomBatch.Of(modelCase.Shape, seed: 8, ModelTheory.BatchLengths(37, modelCase.SequenceLength));
        (IReadOnlyList<double> losses, float[] weights) = Train(threads: 1);
        foreach (int threads in new[] { 2, 3, 5 })
        {
            (IReadOnlyList<double> otherLosses, float[] otherWeights) = Train(threads);
            Assert.Equal(losses, otherLosses);
            Assert.Equal(weights, otherWeights);
        }

        (IReadOnlyList<double> Losses, float[] Weights) Train(int threads)
        {
            IModelUnderTest model = modelCase.Create(seed: 43);
            return (model.Train(batch, Optimizers.Adam(Rate / 10), Steps / 5, threads), model.Parameters.ToArray());
        }
    }

    private static TrainingRun Train(ReferenceNetwork network, TensorSet weights, Observation[] batch)
    {
        var optimizer = new ReferenceSgd(Rate);
        var losses = new List<double>();
        for (int step = 0; step < Steps; step++)
        {
            losses.Add(network.Loss(weights, batch));
            optimizer.Step(weights, network.Gradients(weights, batch));
        }

        return new TrainingRun(losses, weights);
    }
}
