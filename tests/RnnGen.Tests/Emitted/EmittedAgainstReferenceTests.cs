using System.Collections.Generic;
using System.Linq;
using RnnGen.Tests.InstructionSets;
using RnnGen.Tests.Models;
using RnnGen.Tests.Reference;

namespace RnnGen.Tests.Emitted;

/// <summary>The emitted single-precision code agrees with the double-precision reference on the same weights.</summary>
[Trait(Rerun.Category, Rerun.Numbers)]
public class EmittedAgainstReferenceTests
{
    public static IEnumerable<TheoryDataRow<string>> Models => ModelTheory.Models;

    [Theory]
    [MemberData(nameof(Models))]
    public void Outputs_agree_at_every_length(string name)
    {
        ModelCase modelCase = ModelCatalog.Get(name);
        var network = new ReferenceNetwork(modelCase.Shape);
        TensorSet weights = network.RandomWeights(seed: 1);
        IModelUnderTest model = modelCase.Create(weights);
        int[] lengths = [.. ModelTheory.LengthsUpTo(modelCase.SequenceLength)];
        foreach (Observation observation in RandomBatch.Of(modelCase.Shape, seed: 2, lengths))
        {
            NumericAssert.Rows(
                ModelTheory.Expected(network, modelCase, weights, observation),
                ModelTheory.Widen(ModelTheory.Predict(model, observation)),
                NumericAssert.OutputTolerance);
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Losses_and_gradients_agree_for_batches_of_one_to_two_blocks(string name)
    {
        ModelCase modelCase = ModelCatalog.Get(name);
        var network = new ReferenceNetwork(modelCase.Shape);
        Observation[][] batches = [.. ModelTheory.Batches(modelCase)];
        TensorSet weights = ModelTheory.WeightsFor(network, batches);
        IModelUnderTest model = modelCase.Create(weights);
        foreach (Observation[] batch in batches)
        {
            BatchResult result = new BatchPass(model).Run(batch);
            NumericAssert.Loss(network.Loss(weights, batch), result.Loss);
            NumericAssert.Gradients(
                network.Gradients(weights, batch), TensorLayout.Gather(modelCase.Description.Tensors, result.Gradients));
            TensorLayout.AssertPaddingIsZero(modelCase.Description, result.Gradients);
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void One_observation_has_the_loss_and_the_gradients_of_a_batch_of_it(string name)
    {
        ModelCase modelCase = ModelCatalog.Get(name);
        IModelUnderTest model = modelCase.Create(seed: 5);
        Observation observation = RandomBatch.Of(modelCase.Shape, seed: 6, (modelCase.SequenceLength + 1) / 2).Single();
        BatchResult expected = new BatchPass(model).Run([observation]);
        Guarded<float> gradients = new Guarded<float>(modelCase.Description.ParameterStorage).Cleared();
        var flat = new FlatObservation(observation);
        float loss = model.Backward(flat.Input, flat.Target, gradients.Span);
        gradients.AssertMarginsAreIntact();
        Assert.Equal((float)expected.Loss, loss);
        Assert.Equal(expected.Gradients, gradients.Span);
    }
}
