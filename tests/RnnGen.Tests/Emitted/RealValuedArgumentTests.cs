using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using RnnGen.Tests.Models;
using RnnGen.Tests.Reference;

namespace RnnGen.Tests.Emitted;

/// <summary>Generated classes that read features or give numbers name what is wrong with an argument, and work on after it.</summary>
public class RealValuedArgumentTests
{
    private const int Steps = 7;

    private static readonly string[] OfFeatures =
    [
        nameof(ElmanFeatureClassifier16x2), nameof(GruFeatureClassifier24x1), nameof(LstmBothWaysFeatureClassifier12x2),
        nameof(ElmanBothWaysFeatureLabeler17x2), nameof(GruFeatureLabeler9x1), nameof(LstmFeatureLabeler4x2),
        nameof(ElmanFeatureRegressor2x1), nameof(GruBothWaysFeatureRegressor1x1), nameof(LstmFeatureRegressor16x2),
        nameof(ElmanFeatureStepRegressor24x1), nameof(GruFeatureStepRegressor7x2), nameof(LstmBothWaysFeatureStepRegressor17x2),
    ];

    private static readonly string[] OfTokens =
    [
        nameof(ElmanRegressor3x1Embedded), nameof(GruRegressor20x2Embedded), nameof(LstmBothWaysRegressor7x1),
        nameof(ElmanBothWaysStepRegressor8x1), nameof(GruStepRegressor3x1Embedded), nameof(LstmStepRegressor20x2Embedded),
    ];

    public static IEnumerable<TheoryDataRow<string>> FeatureModels => OfFeatures.Select(name => new TheoryDataRow<string>(name));

    public static IEnumerable<TheoryDataRow<string>> StreamingFeatureModels => FeatureModels.Where(row => ModelCatalog.Get(row.Data).CanStream);

    public static IEnumerable<TheoryDataRow<string>> Regressors =>
        OfFeatures.Concat(OfTokens).Where(name => ModelCatalog.Get(name).Shape.IsRegressor).Select(name => new TheoryDataRow<string>(name));

    public static IEnumerable<TheoryDataRow<string>> Models => OfFeatures.Concat(OfTokens).Select(name => new TheoryDataRow<string>(name));

    [Theory]
    [MemberData(nameof(FeatureModels))]
    public void A_number_that_is_not_finite_is_refused_at_every_place_and_the_next_sequence_is_read_as_ever(string name)
    {
        IModelUnderTest model = ModelCatalog.Get(name).Create(seed: 1);
        Observation observation = Sequence(model);
        float[][] expected = ModelTheory.Predict(model, observation);
        int count = model.Case.Shape.Features;
        foreach (float bad in new[] { float.NaN, float.PositiveInfinity, float.NegativeInfinity })
        {
            for (int place = 0; place < Steps * count; place++)
            {
                float[] features = FlatObservation.Flatten(observation.Inputs);
                features[place] = bad;
                ArgumentException refused = Assert.Throws<ArgumentException>(
                    "features", () => model.Predict(features, Outputs(model, Steps).Span));
                AssertNames(refused, place / count);
                AssertNames(refused, place % count);
                _ = Assert.Throws<ArgumentException>("features", () => model.PredictMany(features, [Steps], Outputs(model, Steps).Span));
                Guarded<float> gradients = Gradients(model);
                refused = Assert.Throws<ArgumentException>(
                    "features", () => _ = model.Backward(features, new FlatObservation(observation).Target, gradients.Span));
                AssertNames(refused, place / count);
                gradients.AssertUntouched();
            }

            Assert.Equal(expected, ModelTheory.Predict(model, observation));
        }
    }

    [Theory]
    [MemberData(nameof(StreamingFeatureModels))]
    public void A_step_refuses_a_number_that_is_not_finite_and_leaves_the_state(string name)
    {
        IModelUnderTest model = ModelCatalog.Get(name).Create(seed: 1);
        for (int place = 0; place < model.Case.Shape.Features; place++)
        {
            float[] features = new float[model.Case.Shape.Features];
            features[place] = float.NaN;
            var state = new Guarded<float>(model.Case.Description.StateSize);
            var outputs = new Guarded<float>(model.Case.Shape.Outputs);
            ArgumentException refused = Assert.Throws<ArgumentException>("features", () => _ = model.Step(features, state.Span, outputs.Span));
            AssertNames(refused, place);
            state.AssertUntouched();
            outputs.AssertUntouched();
        }
    }

    [Theory]
    [MemberData(nameof(StreamingFeatureModels))]
    public void A_step_refuses_spans_of_a_wrong_length(string name)
    {
        IModelUnderTest model = ModelCatalog.Get(name).Create(seed: 1);
        (int features, int state, int outputs) = (model.Case.Shape.Features, model.Case.Description.StateSize, model.Case.Shape.Outputs);
        foreach (int difference in new[] { -1, 1, 1000 })
        {
            AssertStepRefused(model, "features", features + difference, state, outputs, features);
            AssertStepRefused(model, "state", features, state + difference, outputs, state);
            AssertStepRefused(model, NameOfOutputs(model), features, state, outputs + difference, outputs);
        }
    }

    [Theory]
    [MemberData(nameof(FeatureModels))]
    public void A_sequence_that_is_empty_too_long_or_ends_within_a_step_is_refused(string name)
    {
        IModelUnderTest model = ModelCatalog.Get(name).Create(seed: 1);
        int count = model.Case.Shape.Features, longest = model.Case.SequenceLength;
        int[] lengths = [0, (longest + 1) * count, 10 * longest * count];
        foreach (int length in count > 1 ? [.. lengths, 1, (Steps * count) - 1, (Steps * count) + 1] : lengths)
        {
            Guarded<float> outputs = Outputs(model, Steps);
            ArgumentException refused = Assert.Throws<ArgumentException>("features", () => model.Predict(new float[length], outputs.Span));
            AssertNames(refused, longest);
            AssertNames(refused, count);
            outputs.AssertUntouched();
            Guarded<float> gradients = Gradients(model);
            _ = Assert.Throws<ArgumentException>(
                "features", () => _ = model.Backward(new float[length], new FlatObservation(Sequence(model)).Target, gradients.Span));
            gradients.AssertUntouched();
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Outputs_and_gradients_of_a_wrong_length_are_refused(string name)
    {
        IModelUnderTest model = ModelCatalog.Get(name).Create(seed: 1);
        var flat = new FlatObservation(Sequence(model));
        int needed = model.Case.RowsFor(Steps) * model.Case.Shape.Outputs, storage = model.Case.Description.ParameterStorage;
        foreach (int difference in new[] { -1, 1, 1000 })
        {
            var outputs = new Guarded<float>(needed + difference);
            AssertNames(Assert.Throws<ArgumentException>(NameOfOutputs(model), () => model.Predict(flat.Input, outputs.Span)), needed);
            AssertNames(Assert.Throws<ArgumentException>(NameOfOutputs(model), () => model.PredictMany(flat.Input, [Steps], outputs.Span)), needed);
            outputs.AssertUntouched();
            var gradients = new Guarded<float>(storage + difference);
            AssertNames(
                Assert.Throws<ArgumentException>("gradients", () => _ = model.Backward(flat.Input, flat.Target, gradients.Span)), storage);
            gradients.AssertUntouched();
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Lengths_that_do_not_add_up_are_refused(string name)
    {
        IModelUnderTest model = ModelCatalog.Get(name).Create(seed: 1);
        var flat = new FlatObservation(Sequence(model));
        foreach (int[] lengths in new int[][] { [], [Steps - 1], [Steps + 1], [Steps, 1], [Steps, 0], [-1, Steps + 1] })
        {
            Guarded<float> outputs = Outputs(model, Steps);
            _ = Assert.Throws<ArgumentException>("lengths", () => model.PredictMany(flat.Input, lengths, outputs.Span));
            outputs.AssertUntouched();
        }
    }

    [Theory]
    [MemberData(nameof(Regressors))]
    public void Targets_of_a_wrong_length_or_that_are_not_finite_are_refused(string name)
    {
        IModelUnderTest model = ModelCatalog.Get(name).Create(seed: 1);
        Observation observation = Sequence(model);
        var flat = new FlatObservation(observation);
        int needed = model.Case.RowsFor(Steps) * model.Case.Shape.Outputs;
        Guarded<float> gradients = Gradients(model);
        foreach (int difference in new[] { -1, 1, 1000 })
        {
            AssertNames(
                Assert.Throws<ArgumentException>("targets", () => _ = model.Backward(flat.Input, new float[needed + difference], gradients.Span)),
                needed);
        }

        for (int place = 0; place < needed; place++)
        {
            float[] targets = new float[needed];
            targets[place] = float.PositiveInfinity;
            AssertNames(Assert.Throws<ArgumentException>("targets", () => _ = model.Backward(flat.Input, targets, gradients.Span)), place);
            targets[place] = float.NaN;

            // A row of a regressor at every step may be missing, but not a part of it.
            if (!model.Case.Shape.EveryStep || model.Case.Shape.Outputs > 1)
            {
                _ = Assert.Throws<ArgumentException>("targets", () => _ = model.Backward(flat.Input, targets, gradients.Span));
            }
        }

        gradients.AssertUntouched();
    }

    [Fact]
    public void Regressors_refuse_a_token_outside_the_vocabulary()
    {
        foreach (IModelUnderTest model in OfTokens.Select(name => ModelCatalog.Get(name).Create(seed: 1)))
        {
            int[] tokens = new int[Steps];
            tokens[Steps / 2] = model.Case.Shape.Vocabulary;
            Guarded<float> outputs = Outputs(model, Steps), gradients = Gradients(model);
            _ = Assert.Throws<ArgumentOutOfRangeException>("tokens", () => model.Predict(tokens, outputs.Span));
            _ = Assert.Throws<ArgumentOutOfRangeException>(
                "tokens", () => _ = model.Backward(tokens, new FlatObservation(Sequence(model)).Target, gradients.Span));
            outputs.AssertUntouched();
            gradients.AssertUntouched();
        }
    }

    [Fact]
    public void A_class_or_a_label_out_of_range_is_refused()
    {
        var classifier = new GruFeatureClassifier24x1(seed: 1);
        var labeler = new GruFeatureLabeler9x1(seed: 1);
        float[] ofClassifier = new float[GruFeatureClassifier24x1.FeatureCount], ofLabeler = new float[GruFeatureLabeler9x1.FeatureCount];
        foreach (int label in new[] { -2, int.MaxValue, int.MinValue, GruFeatureClassifier24x1.ClassCount })
        {
            _ = Assert.Throws<ArgumentOutOfRangeException>(
                "label", () => _ = classifier.Backward(ofClassifier, label, new float[classifier.Parameters.Length]));
        }

        foreach (int label in new[] { -2, int.MaxValue, int.MinValue, GruFeatureLabeler9x1.LabelCount })
        {
            _ = Assert.Throws<ArgumentOutOfRangeException>(
                "labels", () => _ = labeler.Backward(ofLabeler, [label], new float[labeler.Parameters.Length]));
        }

        _ = Assert.Throws<ArgumentException>("labels", () => labeler.Predict(ofLabeler, new int[2]));
    }

    private static void AssertStepRefused(
        IModelUnderTest model, string argument, int featuresLength, int stateLength, int outputsLength, int needed)
    {
        var state = new Guarded<float>(stateLength);
        var outputs = new Guarded<float>(outputsLength);
        AssertNames(
            Assert.Throws<ArgumentException>(argument, () => _ = model.Step(new float[featuresLength], state.Span, outputs.Span)), needed);
        state.AssertUntouched();
        outputs.AssertUntouched();
    }

    private static Observation Sequence(IModelUnderTest model) => RandomBatch.Of(model.Case.Shape, seed: 2, Steps).Single();

    private static Guarded<float> Outputs(IModelUnderTest model, int steps) => new(model.Case.RowsFor(steps) * model.Case.Shape.Outputs);

    private static Guarded<float> Gradients(IModelUnderTest model) => new(model.Case.Description.ParameterStorage);

    private static string NameOfOutputs(IModelUnderTest model) => model.Case.Shape.IsRegressor ? "outputs" : "probabilities";

    private static void AssertNames(ArgumentException refused, int number) =>
        Assert.Contains(number.ToString(CultureInfo.InvariantCulture), refused.Message, StringComparison.Ordinal);
}
