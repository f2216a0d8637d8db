using System;
using System.Collections.Generic;
using System.Linq;
using RnnGen.Generators.Model;
using RnnGen.Generators.Planning;

namespace RnnGen.Generators.Tests.Planning;

/// <summary>The layout of parameters.</summary>
public sealed class ModelPlanTests
{
    private static readonly (int Vocabulary, int Outputs)[] OtherSizes = [(2, 2), (13, 3), (5, 100)];

    /// <summary>All sizes around the steps of the padding, and some beyond.</summary>
    private static readonly int[] HiddenSizes = [.. Enumerable.Range(1, 66), 80, 96, 127, 128, 129, 200, 256, 300, 512, 1000, 1024];

    /// <summary>A GRU that resets its state before the product, which is a cell of its own to a plan.</summary>
    private const string ResetBeforeGru = "ResetBeforeGru";

    public static TheoryData<string> Cells => [.. Enum.GetNames<ModelCell>(), ResetBeforeGru];

    [Theory]
    [MemberData(nameof(Cells))]
    public void No_two_elements_share_a_place_and_all_are_inside(string cell)
    {
        foreach (int hidden in HiddenSizes)
        {
            foreach (ModelPlan plan in OtherSizes.SelectMany(sizes => Networks(cell, sizes.Vocabulary, hidden, sizes.Outputs)))
            {
                bool[] isTaken = new bool[plan.ParameterStorage];
                int count = 0;
                foreach (TensorPlan tensor in TensorPlans.Of(plan))
                {
                    foreach (int place in Places(tensor))
                    {
                        // There are hundreds of millions of them: a failure alone is put into words.
                        if ((uint)place >= (uint)isTaken.Length || isTaken[place])
                        {
                            Assert.Fail($"{hidden}: {tensor.Name} at {place} of {isTaken.Length}");
                        }

                        isTaken[place] = true;
                        count++;
                    }
                }

                Assert.Equal(TensorPlans.Of(plan).Sum(tensor => tensor.Count), count);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_tensor_row_and_gate_starts_on_a_cache_line_but_for_gates_that_share_one(string cell)
    {
        foreach (int hidden in HiddenSizes)
        {
            foreach (ModelPlan plan in OtherSizes.Append((Vocabulary: 100_000, Outputs: 100_000)).SelectMany(sizes => Networks(cell, sizes.Vocabulary, hidden, sizes.Outputs)))
            {
                IReadOnlyList<TensorPlan> tensors = TensorPlans.Of(plan);
                Assert.All(tensors, tensor => Assert.Equal(0, tensor.Offset % 16));
                Assert.All(tensors, tensor => Assert.Equal(0, tensor.GateStride % (SharesLines(cell, hidden) ? 8 : 16)));

                // One of the two is the step within a row, the other that from row to row.
                Assert.All(tensors.Where(tensor => !tensor.IsVector), tensor => Assert.Equal(0, Math.Max(tensor.RowStride, tensor.ColumnStride) % 16));
                Assert.Equal(0, plan.ParameterStorage % 16);
            }
        }
    }

    /// <summary>U is 7 x 13 for each gate, W 7 x 7, b 7, and with a GRU that resets after the product d 7; V is 3 x 7 and c 3.</summary>
    [Theory]
    [InlineData(nameof(ModelCell.Elman), (7 * 13) + (7 * 7) + 7 + (3 * 7) + 3)]
    [InlineData(nameof(ModelCell.Gru), (3 * ((7 * 13) + (7 * 7) + 7)) + 7 + (3 * 7) + 3)]
    [InlineData(ResetBeforeGru, (3 * ((7 * 13) + (7 * 7) + 7)) + (3 * 7) + 3)]
    [InlineData(nameof(ModelCell.Lstm), (4 * ((7 * 13) + (7 * 7) + 7)) + (3 * 7) + 3)]
    public void The_count_is_that_of_the_equations(string cell, int count) => Assert.Equal(count, TensorPlans.Of(Plan(cell, 13, 7, 3)).Sum(tensor => tensor.Count));

    /// <summary>As torch.nn.RNN, GRU and LSTM have them; a GRU that resets before the product, which is none of PyTorch's, has a single bias.</summary>
    [Theory]
    [InlineData(nameof(ModelCell.Elman), "rnn.weight_ih_l0 7 x 13, rnn.weight_hh_l0 7 x 7, rnn.bias_ih_l0 7 x 1")]
    [InlineData(nameof(ModelCell.Gru), "rnn.weight_ih_l0 21 x 13, rnn.weight_hh_l0 21 x 7, rnn.bias_ih_l0 21 x 1, rnn.bias_hh_l0 21 x 1")]
    [InlineData(ResetBeforeGru, "rnn.weight_ih_l0 21 x 13, rnn.weight_hh_l0 21 x 7, rnn.bias_ih_l0 21 x 1")]
    [InlineData(nameof(ModelCell.Lstm), "rnn.weight_ih_l0 28 x 13, rnn.weight_hh_l0 28 x 7, rnn.bias_ih_l0 28 x 1")]
    public void Tensors_have_the_names_and_shapes_of_PyTorch(string cell, string tensors) => Assert.Equal(
        tensors + ", fc.weight 3 x 7, fc.bias 3 x 1",
        string.Join(", ", TensorPlans.Of(Plan(cell, 13, 7, 3)).Select(tensor => $"{tensor.Name} {tensor.Rows} x {tensor.Columns}")));

    /// <summary>As torch.nn.RNN has them with num_layers=2 and bidirectional=True, after torch.nn.Embedding.</summary>
    [Fact]
    public void Layers_and_directions_have_the_names_and_shapes_of_PyTorch() => Assert.Equal(
        "embedding.weight 13 x 5, "
        + "rnn.weight_ih_l0 7 x 5, rnn.weight_hh_l0 7 x 7, rnn.bias_ih_l0 7 x 1, "
        + "rnn.weight_ih_l0_reverse 7 x 5, rnn.weight_hh_l0_reverse 7 x 7, rnn.bias_ih_l0_reverse 7 x 1, "
        + "rnn.weight_ih_l1 7 x 14, rnn.weight_hh_l1 7 x 7, rnn.bias_ih_l1 7 x 1, "
        + "rnn.weight_ih_l1_reverse 7 x 14, rnn.weight_hh_l1_reverse 7 x 7, rnn.bias_ih_l1_reverse 7 x 1, "
        + "fc.weight 3 x 14, fc.bias 3 x 1",
        string.Join(", ", TensorPlans.Of(new ModelPlan(Spec(nameof(ModelCell.Elman), 13, 7, 3) with { Layers = 2, IsBidirectional = true, Embedding = 5 }))
            .Select(tensor => $"{tensor.Name} {tensor.Rows} x {tensor.Columns}")));

    [Theory]
    [InlineData(nameof(ModelCell.Elman), 20)]
    [InlineData(nameof(ModelCell.Gru), 20)]
    [InlineData(ResetBeforeGru, 20)]
    [InlineData(nameof(ModelCell.Lstm), 40)]
    public void A_streaming_state_is_the_hidden_state_and_with_an_LSTM_the_cell_state(string cell, int size) =>
        Assert.Equal(size, Plan(cell, 13, 20, 3).StateSize);

    [Theory]
    [MemberData(nameof(Cells))]
    public void Rows_of_training_hold_the_gates_and_states_of_a_step_padded_to_whole_vectors(string cell)
    {
        foreach (int hidden in Enumerable.Range(1, 1024))
        {
            ModelPlan plan = Plan(cell, 13, hidden, 3);
            int padded = (hidden + 15) / 16 * 16;

            Assert.Equal(padded, plan.HiddenStride);
            int gate = SharesLines(cell, hidden) ? 8 : padded;
            Assert.Equal((cell switch { "Elman" => 1, "Lstm" => 4, _ => 3 }) * gate, plan.GateStride);
            int step = (cell == "Elman" ? 1 : 4) * gate;
            Assert.Equal(cell == "Elman" || !plan.OutgrowsCache || step / 16 % 2 == 1 ? step : step + 16, plan.StepStride);
            Assert.Equal((cell == "Lstm" ? 2 : 1) * padded, plan.StateStride);
        }
    }

    /// <summary>Of W and of a U that is multiplied; U of tokens, of which a whole row is read at a time, stays in rows.</summary>
    [Theory]
    [MemberData(nameof(Cells))]
    public void Weights_that_outgrow_a_cache_are_stored_in_panels_of_a_cache_line(string cell)
    {
        foreach (int hidden in Enumerable.Range(1, 1024))
        {
            ModelPlan plan = Plan(cell, 13, hidden, 3);
            int rows = (hidden + 7) / 8 * 8;
            TensorPlan recurrent = TensorPlans.Of(plan).Single(tensor => tensor.Name == "rnn.weight_hh_l0");
            TensorPlan input = TensorPlans.Of(plan).Single(tensor => tensor.Name == "rnn.weight_ih_l0");

            Assert.Equal(hidden * plan.GateStride * sizeof(float) > 28 * 1024, plan.OutgrowsCache);
            Assert.Equal(rows * plan.GateStride, plan.HiddenBias);
            Assert.Equal((plan.GateStride, 0), (input.ColumnStride, input.PanelStride));
            Assert.Equal(plan.OutgrowsCache ? (16, 16 * rows) : (plan.GateStride, 0), (recurrent.ColumnStride, recurrent.PanelStride));
            Assert.Equal(cell == "Elman" ? 0 : SharesLines(cell, hidden) ? 8 : plan.HiddenStride * (plan.OutgrowsCache ? rows : 1), recurrent.GateStride);
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Weights_of_a_dense_input_are_stored_as_W_is(string cell)
    {
        foreach (int hidden in HiddenSizes)
        {
            var plan = new ModelPlan(Spec(cell, 0, hidden, 3) with { Features = 5, Layers = 2 });
            IReadOnlyList<TensorPlan> tensors = TensorPlans.Of(plan);
            (int Stride, int First, int Upper) expected = plan.OutgrowsCache ? (16, 16 * 8, 16 * ((hidden + 7) / 8 * 8)) : (plan.GateStride, 0, 0);

            Assert.Equal((expected.Stride, expected.First), PanelsOf("rnn.weight_ih_l0"));
            Assert.Equal((expected.Stride, expected.Upper), PanelsOf("rnn.weight_ih_l1"));

            (int Stride, int Panel) PanelsOf(string name)
            {
                TensorPlan tensor = tensors.Single(tensor => tensor.Name == name);
                return (tensor.ColumnStride, tensor.PanelStride);
            }
        }
    }

    /// <summary>Its first product has the columns of r and z, and each of the two goes over all rows of W: read from either end, neither would find what the other left.</summary>
    [Fact]
    public void A_GRU_that_resets_before_the_product_has_two_products_and_reads_both_from_the_same_end()
    {
        foreach (int hidden in HiddenSizes)
        {
            ModelPlan plan = Plan(ResetBeforeGru, 13, hidden, 3);

            Assert.Equal(2 * plan.HiddenStride, plan.StateGateStride);
            Assert.False(plan.AlternatesEnds);
        }

        Assert.True(Plan(nameof(ModelCell.Gru), 13, 128, 3).AlternatesEnds);
    }

    /// <summary>The backward pass multiplies by W transposed, the padding of the gates included, and by V transposed.</summary>
    [Theory]
    [MemberData(nameof(Cells))]
    public void The_transposed_copy_has_room_for_W_and_V_one_after_the_other(string cell)
    {
        foreach (int hidden in Enumerable.Range(1, 1024))
        {
            ModelPlan plan = Plan(cell, 13, hidden, 3);
            int rows = cell == "Elman" ? hidden : plan.GateStride;

            Assert.Equal(rows * plan.HiddenStride, plan.OutputTransposed);
            Assert.Equal(plan.OutputTransposed + (3 * plan.HiddenStride), plan.TransposedStorage);
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void The_parts_of_the_gradient_cover_every_row_of_W_and_every_column_of_U_once(string cell)
    {
        foreach (int hidden in Enumerable.Range(1, 1024))
        {
            ModelPlan plan = Plan(cell, 13, hidden, 3);

            int inputParts = plan.FirstParts - plan.RecurrentParts;
            Assert.Equal(0, plan.PartRows % 8);
            Assert.InRange(plan.RecurrentParts, 1, 8);
            Assert.InRange((plan.RecurrentParts * plan.PartRows) - Padding.ToRows(hidden), 0, plan.PartRows - 8);
            Assert.InRange((inputParts * ModelPlan.InputGradientColumns) - plan.GateStride, 0, ModelPlan.InputGradientColumns - 1);
            Assert.Equal(plan.FirstParts + plan.OutputParts + 1, plan.GradientParts);
        }
    }

    [Theory]
    [InlineData(8, 16)]
    [InlineData(9, 8)]
    public void The_parts_of_the_gradient_cover_every_row_of_V_once(int outputs, int rows)
    {
        foreach (int hidden in Enumerable.Range(1, 1024))
        {
            ModelPlan plan = Plan("Elman", 13, hidden, outputs);

            Assert.Equal(rows, plan.OutputPartRows);
            Assert.InRange((plan.OutputParts * rows) - Padding.ToRows(hidden), 0, rows - 8);
        }
    }

    [Theory]
    [InlineData(2, 8)]
    [InlineData(512, 8)]
    [InlineData(513, 1)]
    [InlineData(100_000, 1)]
    public void The_output_layer_reads_several_states_together_unless_the_outputs_are_many(int outputs, int steps) =>
        Assert.Equal(steps, Plan(nameof(ModelCell.Elman), outputs, 8, outputs).PredictionChunk);

    /// <summary>Whether two gates share a cache line, and a vector: the four of an LSTM of so few units that each fills half of one at most.</summary>
    private static bool SharesLines(string cell, int hidden) => cell == "Lstm" && hidden <= 8;

    /// <summary>The places of a tensor's own elements, as TensorInfo defines them.</summary>
    private static IEnumerable<int> Places(TensorPlan tensor)
    {
        int gateRows = tensor.Rows / tensor.Gates;
        for (int gate = 0; gate < tensor.Gates - tensor.SharedGates; gate++)
        {
            for (int i = 0; i < gateRows; i++)
            {
                int unit = tensor.PanelStride == 0 ? i * tensor.RowStride : (i / 16 * tensor.PanelStride) + (i % 16 * tensor.RowStride);
                for (int j = 0; j < tensor.Columns; j++)
                {
                    yield return tensor.Offset + (gate * tensor.GateStride) + unit + (j * tensor.ColumnStride);
                }
            }
        }
    }

    private static ModelPlan Plan(string cell, int vocabulary, int hidden, int outputs) => new(Spec(cell, vocabulary, hidden, outputs));

    /// <summary>A network of one cell, and some of several layers, directions and an embedding.</summary>
    private static IEnumerable<ModelPlan> Networks(string cell, int vocabulary, int hidden, int outputs)
    {
        ModelSpec spec = Spec(cell, vocabulary, hidden, outputs);
        yield return new ModelPlan(spec);
        yield return new ModelPlan(spec with { Layers = 3 });
        yield return new ModelPlan(spec with { IsBidirectional = true });
        yield return new ModelPlan(spec with { Layers = 2, IsBidirectional = true, Embedding = 7 });
    }

    private static ModelSpec Spec(string cell, int vocabulary, int hidden, int outputs) => new(
        new TypeSpec("", new EquatableArray<string>([]), "Model", "Model"),
        ModelTask.Classification,
        cell == ResetBeforeGru ? ModelCell.Gru : Enum.Parse<ModelCell>(cell),
        ModelNonlinearity.Tanh,
        vocabulary,
        hidden,
        9,
        outputs)
    {
        ResetsBefore = cell == ResetBeforeGru,
    };

    [Fact]
    public void The_runtime_lends_as_much_memory_as_may_be_on_the_stack() => Assert.Equal(ModelPlan.StackMemoryLimit, Inference.StepMemory.MaxLength);
}
