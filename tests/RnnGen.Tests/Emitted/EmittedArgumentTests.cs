using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using RnnGen.Tests.Models;

namespace RnnGen.Tests.Emitted;

/// <summary>Bad arguments raise the documented exceptions, which name the argument and what it must be, before anything is written.</summary>
public class EmittedArgumentTests
{
    private const int Steps = 7;

    /// <summary>A model of each task and each cell; all of them are declared for more than <see cref="Steps"/> steps.</summary>
    private static readonly string[] Names =
    [
        nameof(Classifier5), nameof(Labeler9), nameof(Generator17),
        nameof(GruClassifier7), nameof(GruLabeler17), nameof(GruGenerator3),
        nameof(LstmClassifier17), nameof(LstmLabeler7), nameof(LstmGenerator16),
    ];

    public static IEnumerable<TheoryDataRow<string>> Models => Names.Select(name => new TheoryDataRow<string>(name));

    public static IEnumerable<TheoryDataRow<string, int, int>> BadTokens =>
        from name in Names
        from position in Enumerable.Range(0, Steps)
        from token in new[] { -1, ModelCatalog.Get(name).Shape.Vocabulary, int.MaxValue, int.MinValue }
        select new TheoryDataRow<string, int, int>(name, position, token);

    public static IEnumerable<TheoryDataRow<string, int>> WrongLengths =>
        from name in Names
        from difference in new[] { -1, 1, 1000 }
        select new TheoryDataRow<string, int>(name, difference);

    [Theory]
    [MemberData(nameof(BadTokens))]
    public void A_token_outside_the_vocabulary_is_refused_at_every_position(string name, int position, int token)
    {
        IModelUnderTest model = ModelCatalog.Get(name).Create(seed: 1);
        int[] tokens = new int[Steps];
        tokens[position] = token;
        Guarded<float> probabilities = Probabilities(model, Steps);
        ArgumentOutOfRangeException refused =
            Assert.Throws<ArgumentOutOfRangeException>("tokens", () => model.Predict(tokens, probabilities.Span));
        Assert.Equal(token, refused.ActualValue);
        AssertNames(refused, model.Case.Shape.Vocabulary - 1);
        AssertNames(refused, position);
        probabilities.AssertUntouched();

        Guarded<float> gradients = Gradients(model);
        refused = Assert.Throws<ArgumentOutOfRangeException>(
            "tokens", () => _ = model.Backward(tokens, Targets(model, Steps), gradients.Span));
        AssertNames(refused, model.Case.Shape.Vocabulary - 1);
        gradients.AssertUntouched();
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_sequence_without_tokens_or_with_too_many_is_refused(string name)
    {
        IModelUnderTest model = ModelCatalog.Get(name).Create(seed: 1);
        foreach (int length in new[] { 0, model.Case.SequenceLength + 1, 10 * model.Case.SequenceLength })
        {
            Guarded<float> probabilities = Probabilities(model, length);
            ArgumentException refused =
                Assert.Throws<ArgumentException>("tokens", () => model.Predict(new int[length], probabilities.Span));
            AssertNames(refused, model.Case.SequenceLength);
            probabilities.AssertUntouched();

            Guarded<float> gradients = Gradients(model);
            _ = Assert.Throws<ArgumentException>(
                "tokens", () => _ = model.Backward(new int[length], Targets(model, length), gradients.Span));
            gradients.AssertUntouched();
        }
    }

    [Theory]
    [MemberData(nameof(WrongLengths))]
    public void Probabilities_of_a_wrong_length_are_refused(string name, int difference)
    {
        IModelUnderTest model = ModelCatalog.Get(name).Create(seed: 1);
        int needed = model.Case.RowsFor(Steps) * model.Case.Shape.Outputs;
        var probabilities = new Guarded<float>(needed + difference);
        ArgumentException refused =
            Assert.Throws<ArgumentException>("probabilities", () => model.Predict(new int[Steps], probabilities.Span));
        AssertNames(refused, needed);
        AssertNames(refused, needed + difference);
        probabilities.AssertUntouched();
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_step_refuses_a_token_outside_the_vocabulary(string name)
    {
        IModelUnderTest model = ModelCatalog.Get(name).Create(seed: 1);
        foreach (int token in new[] { -1, model.Case.Shape.Vocabulary, int.MaxValue, int.MinValue })
        {
            var state = new Guarded<float>(model.Case.Description.StateSize);
            var probabilities = new Guarded<float>(model.Case.Shape.Outputs);
            ArgumentOutOfRangeException refused = Assert.Throws<ArgumentOutOfRangeException>(
                "token", () => _ = model.Step(token, state.Span, probabilities.Span));
            Assert.Equal(token, refused.ActualValue);
            AssertNames(refused, model.Case.Shape.Vocabulary - 1);
            state.AssertUntouched();
            probabilities.AssertUntouched();
        }
    }

    [Theory]
    [MemberData(nameof(WrongLengths))]
    public void A_step_refuses_a_state_or_probabilities_of_a_wrong_length(string name, int difference)
    {
        IModelUnderTest model = ModelCatalog.Get(name).Create(seed: 1);
        int stateSize = model.Case.Description.StateSize, outputs = model.Case.Shape.Outputs;
        AssertStepRefused(model, "state", stateSize + difference, outputs, stateSize);
        AssertStepRefused(model, "probabilities", stateSize, outputs + difference, outputs);
    }

    [Theory]
    [MemberData(nameof(WrongLengths))]
    public void Gradients_of_a_wrong_length_are_refused(string name, int difference)
    {
        IModelUnderTest model = ModelCatalog.Get(name).Create(seed: 1);
        int needed = model.Case.Description.ParameterStorage;
        var gradients = new Guarded<float>(needed + difference);
        ArgumentException refused = Assert.Throws<ArgumentException>(
            "gradients", () => _ = model.Backward(new int[Steps], Targets(model, Steps), gradients.Span));
        AssertNames(refused, needed);
        gradients.AssertUntouched();
    }

    [Fact]
    public void A_class_out_of_range_is_refused()
    {
        var model = new Classifier5(seed: 1);
        foreach (int label in new[] { -1, -2, Classifier5.ClassCount, int.MaxValue, int.MinValue })
        {
            var gradients = new Guarded<float>(model.Parameters.Length);
            ArgumentOutOfRangeException refused =
                Assert.Throws<ArgumentOutOfRangeException>("label", () => _ = model.Backward(new int[Steps], label, gradients.Span));
            AssertNames(refused, Classifier5.ClassCount - 1);
            gradients.AssertUntouched();
        }
    }

    [Fact]
    public void A_label_out_of_range_is_refused_at_every_position()
    {
        var model = new Labeler9(seed: 1);
        for (int position = 0; position < Steps; position++)
        {
            foreach (int label in new[] { -2, Labeler9.LabelCount, int.MaxValue, int.MinValue })
            {
                int[] labels = new int[Steps];
                labels[position] = label;
                var gradients = new Guarded<float>(model.Parameters.Length);
                ArgumentOutOfRangeException refused =
                    Assert.Throws<ArgumentOutOfRangeException>("labels", () => _ = model.Backward(new int[Steps], labels, gradients.Span));
                AssertNames(refused, Labeler9.LabelCount - 1);
                gradients.AssertUntouched();
            }
        }
    }

    [Fact]
    public void Labels_of_a_wrong_length_or_for_a_bad_token_are_refused()
    {
        var model = new Labeler9(seed: 1);
        foreach (int length in new[] { Steps - 1, Steps + 1, 0 })
        {
            var labels = new Guarded<int>(length);
            ArgumentException refused = Assert.Throws<ArgumentException>("labels", () => model.Predict(new int[Steps], labels.Span));
            AssertNames(refused, Steps);
            labels.AssertUntouched();
        }

        var untouched = new Guarded<int>(2);
        _ = Assert.Throws<ArgumentOutOfRangeException>("tokens", () => model.Predict([0, Labeler9.VocabularySize], untouched.Span));
        untouched.AssertUntouched();
    }

    [Fact]
    public void The_probability_of_a_sequence_needs_two_tokens_of_the_vocabulary()
    {
        var model = new Generator17(seed: 1);
        _ = Assert.Throws<ArgumentException>("tokens", () => _ = model.LogProbability([]));
        ArgumentException single = Assert.Throws<ArgumentException>("tokens", () => _ = model.LogProbability([1]));
        Assert.StartsWith("The sequence must have 2 or more tokens; this one has 1.", single.Message, StringComparison.Ordinal);
        for (int position = 0; position < Steps; position++)
        {
            int[] tokens = new int[Steps];
            tokens[position] = Generator17.VocabularySize;
            _ = Assert.Throws<ArgumentOutOfRangeException>("tokens", () => _ = model.LogProbability(tokens));
        }
    }

    [Fact]
    public void A_generator_learns_from_two_tokens_or_more_and_all_of_them_must_be_in_the_vocabulary()
    {
        var model = new Generator17(seed: 1);
        var gradients = new Guarded<float>(model.Parameters.Length);
        foreach (int length in new[] { 0, 1, Generator17.SequenceLength + 2 })
        {
            _ = Assert.Throws<ArgumentException>("tokens", () => _ = model.Backward(new int[length], gradients.Span));
        }

        for (int position = 0; position < Steps; position++)
        {
            foreach (int token in new[] { -1, Generator17.VocabularySize })
            {
                int[] tokens = new int[Steps];
                tokens[position] = token;
                ArgumentOutOfRangeException refused =
                    Assert.Throws<ArgumentOutOfRangeException>("tokens", () => _ = model.Backward(tokens, gradients.Span));
                Assert.Equal(token, refused.ActualValue);
                AssertNames(refused, position);
            }
        }

        gradients.AssertUntouched();
    }

    private static void AssertStepRefused(IModelUnderTest model, string argument, int stateLength, int probabilitiesLength, int needed)
    {
        var state = new Guarded<float>(stateLength);
        var probabilities = new Guarded<float>(probabilitiesLength);
        ArgumentException refused =
            Assert.Throws<ArgumentException>(argument, () => _ = model.Step(0, state.Span, probabilities.Span));
        AssertNames(refused, needed);
        state.AssertUntouched();
        probabilities.AssertUntouched();
    }

    private static Guarded<float> Probabilities(IModelUnderTest model, int steps) =>
        new(model.Case.RowsFor(steps) * model.Case.Shape.Outputs);

    private static Guarded<float> Gradients(IModelUnderTest model) => new(model.Case.Description.ParameterStorage);

    private static int[] Targets(IModelUnderTest model, int steps) => new int[model.Case.RowsFor(steps)];

    private static void AssertNames(ArgumentException refused, int number) =>
        Assert.Contains(number.ToString(CultureInfo.InvariantCulture), refused.Message, StringComparison.Ordinal);
}
