using System.Collections.Generic;
using System.Linq;
using RnnGen.Generators.Emission;
using RnnGen.Generators.Model;
using RnnGen.Generators.Planning;
using RnnGen.Generators.Tests.Harness;

namespace RnnGen.Generators.Tests.Emission;

/// <summary>What the header of a class says that the network computes.</summary>
public sealed class ModelEquationsTests
{
    private const string Sizes = "Vocabulary = 6, Hidden = 3, SequenceLength = 5";

    [Theory]
    [InlineData("SequenceRegressor", "Features = 2, Hidden = 3, SequenceLength = 5, Outputs = 1", "an Elman network of 3 hidden units that gives a sequence 1 number.")]
    [InlineData("SequenceRegressor", "Features = 2, Hidden = 1, SequenceLength = 5, Outputs = 2, EveryStep = true", "an Elman network of 1 hidden unit that gives every step 2 numbers.")]
    [InlineData("SequenceLabeler", Sizes + ", Labels = 3, Cell = CellKind.Lstm, Bidirectional = true", "a bidirectional LSTM of 3 hidden units in each direction that gives every token one of 3 labels.")]
    [InlineData("SequenceLabeler", Sizes + ", Labels = 3, Cell = CellKind.Gru, Bidirectional = true, Layers = 2", "a bidirectional GRU of 3 hidden units in each direction of each of 2 layers that gives every token one of 3 labels.")]
    public void The_sentence_counts_in_words(string attribute, string sizes, string sentence) => Assert.Equal(sentence, ModelEquations.Sentence(Spec(attribute, sizes)));

    [Theory]
    [InlineData(
        "SequenceLabeler",
        "Labels = 3",
        "s_t = tanh(U x_t + W s_(t-1) + b)",
        "sr_t = tanh(Ur x_t + Wr sr_(t+1) + br)",
        "y_t = softmax(V [s_t, sr_t] + c)")]
    [InlineData(
        "SequenceClassifier",
        "Classes = 2, Nonlinearity = Nonlinearity.Relu, Pooling = Pooling.Mean",
        "s_t = relu(U x_t + W s_(t-1) + b)",
        "sr_t = relu(Ur x_t + Wr sr_(t+1) + br)",
        "p   = ([s_1, sr_1] + ... + [s_T, sr_T]) / T",
        "y   = softmax(V p + c)")]
    [InlineData(
        "SequenceClassifier",
        "Classes = 2, Layers = 2",
        "s_t = tanh(U x_t + W s_(t-1) + b)",
        "sr_t = tanh(Ur x_t + Wr sr_(t+1) + br)",
        "x_t = [s_t, sr_t] of the layer below",
        "y   = softmax(V [s_T, sr_1] + c)")]
    public void A_reverse_cell_has_equations_of_its_own(string attribute, string sizes, params string[] equations) => Assert.Equal(
        equations, ModelEquations.Of(Spec(attribute, $"{Sizes}, Bidirectional = true, {sizes}")).Select(line => line.Equation));

    [Theory]
    [InlineData("Cell = CellKind.Gru", "sr_t = (1 - z_t) * n_t + z_t * sr_(t+1)")]
    [InlineData("Cell = CellKind.Lstm", "cr_t = f_t * cr_(t+1) + i_t * g_t", "sr_t = o_t * tanh(cr_t)")]
    public void The_states_of_a_reverse_cell_with_gates_come_from_those_after_them(string cell, params string[] equations)
    {
        ModelSpec spec = Spec("SequenceLabeler", $"{Sizes}, Labels = 3, Bidirectional = true, {cell}");

        Assert.Equal(equations, ModelEquations.Of(spec).Select(line => line.Equation).Where(equation => equation[1] == 'r'));
    }

    [Theory]
    [InlineData("Cell = CellKind.Gru", "U W b d V c")]
    [InlineData("Cell = CellKind.Gru, Bidirectional = true", "U W b d Ur Wr br dr V c")]
    [InlineData("Layers = 2", "U0 W0 b0 U1 W1 b1 V c")]
    [InlineData("Layers = 2, Bidirectional = true", "U0 W0 b0 Ur0 Wr0 br0 U1 W1 b1 Ur1 Wr1 br1 V c")]
    public void Tensors_have_the_letters_of_the_equations_and_the_number_of_their_layer_as_in_PyTorch(string network, string letters)
    {
        IReadOnlyList<TensorPlan> tensors = TensorPlans.Of(new ModelPlan(Spec("SequenceLabeler", $"{Sizes}, Labels = 3, {network}")));

        Assert.Equal(letters, string.Join(' ', tensors.Select(tensor => tensor.Letter)));
    }

    private static ModelSpec Spec(string attribute, string sizes) => Specs.OfSingle($"using RnnGen; [{attribute}({sizes})] public partial class Model;");
}
