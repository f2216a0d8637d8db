using System;
using System.Linq;
using RnnGen.Tests.InstructionSets;
using RnnGen.Tests.Models;
using RnnGen.Tests.Reference;

namespace RnnGen.Tests.Emitted;

/// <summary>The members that only some classes of features or numbers have.</summary>
[Trait(Rerun.Category, Rerun.Numbers)]
[Trait(Rerun.Size, Rerun.Small)]
public class RealValuedOutputTests
{
    [Fact]
    public void The_class_predicted_is_the_first_of_the_most_probable()
    {
        AssertPredictsFirstLargest<ElmanFeatureClassifier33x1Mean>();
        AssertPredictsFirstLargest<GruFeatureClassifier24x1>();
        AssertPredictsFirstLargest<LstmFeatureClassifier7x2>();
        AssertPredictsFirstLargest<LstmBothWaysFeatureClassifier12x2>();
    }

    [Fact]
    public void The_labels_predicted_are_the_most_probable_of_one_sequence_and_of_many()
    {
        AssertPredictsLabels<ElmanFeatureLabeler33x1>();
        AssertPredictsLabels<GruFeatureLabeler16x2>();
        AssertPredictsLabels<LstmFeatureLabeler24x1>();
        AssertPredictsLabels<GruBothWaysFeatureLabeler5x2>();
    }

    [Fact]
    public void Backward_of_the_class_is_that_of_the_runtime()
    {
        AssertBackward<GruFeatureClassifier24x1>((model, flat, gradients) => model.Backward(flat.Input.Features, flat.Target.Ids[0], gradients));
        AssertBackward<LstmFeatureLabeler24x1>((model, flat, gradients) => model.Backward(flat.Input.Features, flat.Target.Ids, gradients));
        AssertBackward<GruFeatureRegressor33x1>((model, flat, gradients) => model.Backward(flat.Input.Features, flat.Target.Values, gradients));
        AssertBackward<LstmFeatureStepRegressor8x2>((model, flat, gradients) => model.Backward(flat.Input.Features, flat.Target.Values, gradients));
        AssertBackward<LstmBothWaysRegressor7x1>((model, flat, gradients) => model.Backward(flat.Input.Tokens, flat.Target.Values, gradients));
        AssertBackward<ElmanStepRegressor17x2Embedded>((model, flat, gradients) => model.Backward(flat.Input.Tokens, flat.Target.Values, gradients));
    }

    private static void AssertPredictsFirstLargest<TModel>()
        where TModel : class, IFeatureClassifier<TModel>
    {
        ModelCase modelCase = ModelCatalog.Get(typeof(TModel).Name);
        TModel model = TModel.Create(seed: 1);
        foreach (Observation observation in RandomBatch.Of(modelCase.Shape, seed: 2, [.. ModelTheory.LengthsUpTo(modelCase.SequenceLength)]))
        {
            float[] probabilities = new float[modelCase.Shape.Outputs];
            int predicted = model.Predict(FlatObservation.Flatten(observation.Inputs), probabilities);
            Assert.Equal(ModelTheory.FirstLargest(probabilities), predicted);
        }
    }

    private static void AssertPredictsLabels<TModel>()
        where TModel : class, IFeatureLabeler<TModel>
    {
        ModelCase modelCase = ModelCatalog.Get(typeof(TModel).Name);
        IModelUnderTest model = modelCase.Create(seed: 1);
        Observation[] batch = RandomBatch.Of(modelCase.Shape, seed: 2, [.. ModelTheory.LengthsUpTo(modelCase.SequenceLength)]);
        foreach (Observation observation in batch)
        {
            var labels = new Guarded<int>(observation.Length);
            ((TModel)model.Instance).Predict(new FlatObservation(observation).Input.Features, labels.Span);
            labels.AssertMarginsAreIntact();
            Assert.Equal(ModelTheory.Predict(model, observation).Select(ModelTheory.FirstLargest), labels.Span.ToArray());
        }

        int[] lengths = Array.ConvertAll(batch, observation => observation.Length);
        var all = new Guarded<int>(lengths.Sum());
        ((TModel)model.Instance).PredictMany(new FlatObservation(batch).Input.Features, lengths, all.Span);
        all.AssertMarginsAreIntact();
        Assert.Equal(ModelTheory.PredictMany(model, batch).Select(ModelTheory.FirstLargest), all.Span.ToArray());
    }

    private static void AssertBackward<TModel>(Func<TModel, FlatObservation, float[], float> backward)
        where TModel : class, IRecurrentModel<TModel>
    {
        ModelCase modelCase = ModelCatalog.Get(typeof(TModel).Name);
        IModelUnderTest model = modelCase.Create(seed: 3);
        var flat = new FlatObservation(RandomBatch.Of(modelCase.Shape, seed: 4, modelCase.SequenceLength - 1));
        float[] expected = new float[modelCase.Description.ParameterStorage], actual = new float[expected.Length];
        float loss = model.Backward(flat.Input, flat.Target, expected);
        Assert.Equal(loss, backward((TModel)model.Instance, flat, actual));
        Assert.Equal(expected, actual);
        Assert.Contains(actual, gradient => gradient != 0);
    }
}
