using System.Linq;
using RnnGen.Tests.InstructionSets;
using RnnGen.Tests.Models;
using RnnGen.Tests.Reference;

namespace RnnGen.Tests.Emitted;

/// <summary>Weights so large that every nonlinearity is at its end: nothing overflows on the way there, and nothing becomes a NaN on the way back.</summary>
[Trait(Rerun.Category, Rerun.Numbers)]
[Trait(Rerun.Size, Rerun.Small)]
public class SaturationTests
{
    /// <summary>Pre-activations are some multiples of it, far beyond 88, where e^x leaves the range of a float; their sums and products are not.</summary>
    private const double Scale = 1e4;

    /// <summary>A sum of up to 40 floats that are each rounded to 2^-24 of themselves and add up to 1.</summary>
    private const float SumTolerance = 1e-6f;

    [Theory]
    [InlineData(nameof(Classifier5))]
    [InlineData(nameof(GruClassifier1))]
    [InlineData(nameof(GruLabeler32))]
    [InlineData(nameof(GruGenerator17))]
    [InlineData(nameof(LstmClassifier33))]
    [InlineData(nameof(LstmLabeler7))]
    [InlineData(nameof(LstmGenerator16))]
    [InlineData(nameof(ElmanFeatureClassifier16x2))]
    [InlineData(nameof(GruFeatureLabeler16x2))]
    [InlineData(nameof(LstmFeatureClassifier7x2))]
    public void Saturated_cells_give_probabilities_and_finite_gradients(string name)
    {
        ModelCase modelCase = ModelCatalog.Get(name);
        IModelUnderTest model = modelCase.Create(new ReferenceNetwork(modelCase.Shape).RandomWeights(seed: 9, Scale));
        Observation[] batch = RandomBatch.Of(modelCase.Shape, seed: 10, ModelTheory.BatchLengths(13, modelCase.SequenceLength));
        foreach (Observation observation in batch)
        {
            foreach (float[] row in ModelTheory.Predict(model, observation).Concat(ModelTheory.Stream(model, observation)))
            {
                Assert.All(row, probability => Assert.InRange(probability, 0, 1));
                Assert.Equal(1, row.Sum(), SumTolerance);
            }
        }

        BatchResult result = new BatchPass(model).Run(batch);
        Assert.True(double.IsFinite(result.Loss) && result.Loss >= 0, $"The loss is {result.Loss}.");
        Assert.All(result.Gradients, gradient => Assert.True(float.IsFinite(gradient)));
        Assert.Contains(result.Gradients, gradient => gradient != 0);
    }
}
