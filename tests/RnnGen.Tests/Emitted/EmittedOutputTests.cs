using System;
using System.Linq;
using RnnGen.Tests.InstructionSets;
using RnnGen.Tests.Models;
using RnnGen.Tests.Reference;

namespace RnnGen.Tests.Emitted;

/// <summary>The outputs that only one task has, and streams beyond the declared length.</summary>
[Trait(Rerun.Category, Rerun.Numbers)]
[Trait(Rerun.Size, Rerun.Small)]
public class EmittedOutputTests
{
    [Fact]
    public void The_class_predicted_is_the_first_of_the_most_probable()
    {
        AssertPredictsFirstLargest<Classifier1>();
        AssertPredictsFirstLargest<Classifier7>();
        AssertPredictsFirstLargest<Classifier48>();
        AssertPredictsFirstLargest<ShortestClassifier>();
        AssertPredictsFirstLargest<GruClassifier17>();
        AssertPredictsFirstLargest<LstmClassifier7>();
    }

    [Fact]
    public void Equal_probabilities_give_the_first_class_and_label()
    {
        Classifier7 classifier = Empty<Classifier7>();
        Labeler9 labeler = Empty<Labeler9>();
        Generator17 generator = Empty<Generator17>();
        float[] probabilities = new float[Classifier7.ClassCount];
        int[] labels = [-1, -1, -1];
        Assert.Equal(0, classifier.Predict([1, 2, 3], probabilities));
        Assert.All(probabilities, probability => Assert.Equal(1f / Classifier7.ClassCount, probability, 1e-7f));
        labeler.Predict([0, 1, 2], labels);
        Assert.Equal([0, 0, 0], labels);
        Assert.Equal(0, generator.Step(3, new float[Generator17.StateSize], new float[Generator17.VocabularySize]));
    }

    [Fact]
    public void The_labels_predicted_are_the_most_probable()
    {
        AssertPredictsLabels<Labeler1>();
        AssertPredictsLabels<Labeler17>();
        AssertPredictsLabels<Labeler65>();
        AssertPredictsLabels<ShortestLabeler>();
        AssertPredictsLabels<GruLabeler1>();
        AssertPredictsLabels<GruLabeler32>();
        AssertPredictsLabels<LstmLabeler17>();
        AssertPredictsLabels<ShortestLstmLabeler>();
    }

    [Fact]
    public void The_probability_of_a_sequence_of_any_length_is_that_of_the_reference()
    {
        AssertLogProbability<Generator1>();
        AssertLogProbability<Generator17>();
        AssertLogProbability<Generator64>();
        AssertLogProbability<ShortestGenerator>();
        AssertLogProbability<GruGenerator8>();
        AssertLogProbability<GruGenerator33>();
        AssertLogProbability<LstmGenerator15>();
        AssertLogProbability<LstmGenerator32>();
        AssertLogProbability<ShortestLstmGenerator>();
    }

    [Theory]
    [InlineData(nameof(Classifier16))]
    [InlineData(nameof(Labeler31))]
    [InlineData(nameof(Generator33))]
    [InlineData(nameof(ShortestGenerator))]
    [InlineData(nameof(GruClassifier31))]
    [InlineData(nameof(GruLabeler3))]
    [InlineData(nameof(GruGenerator17))]
    [InlineData(nameof(ShortestGruGenerator))]
    [InlineData(nameof(LstmClassifier16))]
    [InlineData(nameof(LstmLabeler31))]
    [InlineData(nameof(LstmGenerator1))]
    [InlineData(nameof(ShortestLstmLabeler))]
    [InlineData(nameof(ElmanFeatureClassifier9x1))]
    [InlineData(nameof(ElmanFeatureLabeler33x1))]
    [InlineData(nameof(ElmanFeatureStepRegressor4x2))]
    [InlineData(nameof(ElmanRegressor3x1Embedded))]
    [InlineData(nameof(GruFeatureClassifier4x2))]
    [InlineData(nameof(GruFeatureLabeler9x1))]
    [InlineData(nameof(GruFeatureRegressor33x1))]
    [InlineData(nameof(GruStepRegressor5x2Embedded))]
    [InlineData(nameof(LstmFeatureClassifier2x1))]
    [InlineData(nameof(LstmFeatureLabeler24x1))]
    [InlineData(nameof(LstmFeatureStepRegressor33x1))]
    [InlineData(nameof(LstmRegressor31x1Embedded))]
    [InlineData(nameof(ElmanFeatureClassifier33x1Mean))]
    [InlineData(nameof(LstmFeatureRegressor5x2Max))]
    [InlineData(nameof(OutgrownGruStepRegressor57))]
    [InlineData(nameof(OutgrownLstmLabeler48))]
    [InlineData(nameof(OutgrownElmanClassifier90))]
    [InlineData(nameof(OutgrownGruGenerator64))]
    [InlineData(nameof(OutgrownTiedLstmGenerator64))]
    public void A_stream_may_be_longer_than_the_declared_length(string name)
    {
        ModelCase modelCase = ModelCatalog.Get(name);
        var network = new ReferenceNetwork(modelCase.Shape);
        TensorSet weights = network.RandomWeights(seed: 1);
        IModelUnderTest model = modelCase.Create(weights);
        Observation observation = RandomBatch.Of(modelCase.Shape, seed: 2, 5 * modelCase.SequenceLength).Single();
        double[][] expected = ModelTheory.Expected(network, modelCase, weights, observation);
        double[][] streamed = ModelTheory.Widen(ModelTheory.Stream(model, observation));
        NumericAssert.Rows(expected, streamed[^expected.Length..], NumericAssert.OutputTolerance);
    }

    /// <summary>Whoever saves a stream, or starts one from elsewhere, may count on what its state holds.</summary>
    [Theory]
    [InlineData(nameof(Classifier16))]
    [InlineData(nameof(GruClassifier8))]
    [InlineData(nameof(GruLabeler15))]
    [InlineData(nameof(GruGenerator33))]
    [InlineData(nameof(LstmClassifier1))]
    [InlineData(nameof(LstmLabeler31))]
    [InlineData(nameof(LstmGenerator16))]
    [InlineData(nameof(ElmanFeatureClassifier9x1))]
    [InlineData(nameof(ElmanFeatureLabeler33x1))]
    [InlineData(nameof(ElmanRegressor3x1Embedded))]
    [InlineData(nameof(GruFeatureLabeler9x1))]
    [InlineData(nameof(GruFeatureRegressor33x1))]
    [InlineData(nameof(LstmFeatureClassifier2x1))]
    [InlineData(nameof(LstmFeatureLabeler24x1))]
    [InlineData(nameof(LstmFeatureStepRegressor33x1))]
    [InlineData(nameof(LstmRegressor31x1Embedded))]
    [InlineData(nameof(OutgrownGruStepRegressor57))]
    [InlineData(nameof(OutgrownLstmLabeler48))]
    [InlineData(nameof(OutgrownGruGenerator64))]
    [InlineData(nameof(OutgrownTiedLstmGenerator64))]
    public void The_state_of_a_stream_is_the_hidden_state_and_after_it_the_memory_of_an_LSTM(string name)
    {
        ModelCase modelCase = ModelCatalog.Get(name);
        var network = new ReferenceNetwork(modelCase.Shape);
        TensorSet weights = network.RandomWeights(seed: 3);
        IModelUnderTest model = modelCase.Create(weights);
        Observation observation = RandomBatch.Of(modelCase.Shape, seed: 4, modelCase.SequenceLength).Single();
        var flat = new FlatObservation(observation);
        float[] state = new float[modelCase.Description.StateSize], outputs = new float[modelCase.Shape.Outputs];
        for (int step = 0; step < observation.Length; step++)
        {
            _ = model.Step(flat.Step(step), state, outputs);
        }

        NumericAssert.Rows([network.FinalState(weights, observation)], ModelTheory.Widen([state]), NumericAssert.OutputTolerance);
    }

    private static TModel Empty<TModel>()
        where TModel : class, IRecurrentModel<TModel> => TModel.CreateEmpty();

    private static void AssertPredictsFirstLargest<TModel>()
        where TModel : class, ISequenceClassifier<TModel>
    {
        ModelCase modelCase = ModelCatalog.Get(typeof(TModel).Name);
        TModel model = TModel.Create(seed: 1);
        foreach (Observation observation in RandomBatch.Of(modelCase.Shape, seed: 2, [.. ModelTheory.LengthsUpTo(modelCase.SequenceLength)]))
        {
            float[] probabilities = new float[modelCase.Shape.Outputs];
            Assert.Equal(model.Predict(observation.Tokens, probabilities), ModelTheory.FirstLargest(probabilities));
        }
    }

    private static void AssertPredictsLabels<TModel>()
        where TModel : class, ISequenceLabeler<TModel>
    {
        ModelCase modelCase = ModelCatalog.Get(typeof(TModel).Name);
        IModelUnderTest model = modelCase.Create(seed: 1);
        foreach (Observation observation in RandomBatch.Of(modelCase.Shape, seed: 2, [.. ModelTheory.LengthsUpTo(modelCase.SequenceLength)]))
        {
            var labels = new Guarded<int>(observation.Tokens.Length);
            ((TModel)model.Instance).Predict(observation.Tokens, labels.Span);
            labels.AssertMarginsAreIntact();
            Assert.Equal(ModelTheory.Predict(model, observation).Select(ModelTheory.FirstLargest), labels.Span.ToArray());
        }
    }

    private static void AssertLogProbability<TModel>()
        where TModel : class, ISequenceGenerator<TModel>
    {
        ModelCase modelCase = ModelCatalog.Get(typeof(TModel).Name);
        var network = new ReferenceNetwork(modelCase.Shape);
        TensorSet weights = network.RandomWeights(seed: 1);
        var model = (TModel)modelCase.Create(weights).Instance;
        foreach (Observation observation in RandomBatch.Of(modelCase.Shape, seed: 2, 2, 3, 9, 17, 5 * modelCase.SequenceLength + 2))
        {
            double[][] probabilities = network.Probabilities(weights, observation.Tokens[..^1]);
            double expected = observation.Tokens.Skip(1).Select((token, step) => Math.Log(probabilities[step][token])).Sum();
            NumericAssert.Loss(expected, model.LogProbability(observation.Tokens));
        }
    }
}
