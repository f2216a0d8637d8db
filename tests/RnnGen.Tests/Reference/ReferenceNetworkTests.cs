using System;
using System.Collections.Generic;
using System.Linq;

namespace RnnGen.Tests.Reference;

/// <summary>The oracle is itself checked: what it says against what can be worked out by hand, or from another network.</summary>
public class ReferenceNetworkTests
{
    /// <summary>Absolute: a dozen roundings of numbers of size 1 in double precision, taken in another order.</summary>
    private const double Tolerance = 1e-14;

    private static readonly ReferenceShape Labeler = new(SequenceTask.Labeling, Vocabulary: 6, Hidden: 3, Outputs: 4);
    private static readonly ReferenceShape Classifier = Labeler with { Task = SequenceTask.Classification };

    public static IEnumerable<TheoryDataRow<string>> Unidirectional =>
        ShapeMatrix.Shapes.Where(shape => !shape.Value.Bidirectional).Select(shape => new TheoryDataRow<string>(shape.Key));

    public static IEnumerable<TheoryDataRow<string>> Labelers =>
        ShapeMatrix.Shapes.Where(shape => shape.Value is { Task: SequenceTask.Labeling })
            .Select(shape => new TheoryDataRow<string>(shape.Key));

    [Fact]
    public void Tensors_have_the_names_the_shapes_and_the_order_of_a_state_dict()
    {
        var network = new ReferenceNetwork(
            new(SequenceTask.Labeling, Vocabulary: 9, Hidden: 4, Outputs: 5, Cell: CellKind.Gru) { Layers = 2, Bidirectional = true, Embedding = 3 });
        Assert.Equal(
            [
                new("embedding.weight", 9, 3),
                new("rnn.weight_ih_l0", 12, 3), new("rnn.weight_hh_l0", 12, 4), new("rnn.bias_ih_l0", 12, 1), new("rnn.bias_hh_l0", 12, 1, 8),
                new("rnn.weight_ih_l0_reverse", 12, 3), new("rnn.weight_hh_l0_reverse", 12, 4),
                new("rnn.bias_ih_l0_reverse", 12, 1), new("rnn.bias_hh_l0_reverse", 12, 1, 8),
                new("rnn.weight_ih_l1", 12, 8), new("rnn.weight_hh_l1", 12, 4), new("rnn.bias_ih_l1", 12, 1), new("rnn.bias_hh_l1", 12, 1, 8),
                new("rnn.weight_ih_l1_reverse", 12, 8), new("rnn.weight_hh_l1_reverse", 12, 4),
                new("rnn.bias_ih_l1_reverse", 12, 1), new("rnn.bias_hh_l1_reverse", 12, 1, 8),
                new("fc.weight", 5, 8), new("fc.bias", 5, 1),
            ],
            network.Tensors);
    }

    [Fact]
    public void Rows_that_are_no_parameters_stay_at_zero_and_have_no_gradient()
    {
        ReferenceShape shape = Labeler with { Cell = CellKind.Gru };
        var network = new ReferenceNetwork(shape);
        TensorSet weights = network.RandomWeights(seed: 1);
        TensorSet gradients = network.Gradients(weights, RandomBatch.Of(shape, seed: 2, 5, 2));
        TensorShape bias = network.Tensors.Single(tensor => tensor.RowsHeldAtZero > 0);
        Assert.Equal(("rnn.bias_hh_l0", 9, 1, 6), (bias.Name, bias.Rows, bias.Columns, bias.RowsHeldAtZero));
        for (int row = 0; row < bias.Rows; row++)
        {
            Assert.Equal(row < bias.RowsHeldAtZero, weights[bias.Name][row, 0] == 0);
            Assert.Equal(row < bias.RowsHeldAtZero, gradients[bias.Name][row, 0] == 0);
        }
    }

    [Theory]
    [InlineData(SequenceTask.Classification)]
    [InlineData(SequenceTask.Labeling)]
    [InlineData(SequenceTask.Generation)]
    public void With_all_weights_zero_every_output_is_as_likely_and_the_loss_is_the_logarithm_of_their_number(SequenceTask task)
    {
        ReferenceShape shape = Labeler with { Task = task, Outputs = 6 };
        var network = new ReferenceNetwork(shape);
        TensorSet zeros = network.RandomWeights(seed: 1).Zeros();
        Assert.Equal(Math.Log(6), network.Loss(zeros, RandomBatch.Of(shape, seed: 1, 4, 1, 9)), Tolerance);
    }

    [Fact]
    public void A_sequence_weighs_the_same_whatever_its_length()
    {
        var network = new ReferenceNetwork(Labeler);
        TensorSet weights = network.RandomWeights(seed: 1);
        Observation[] batch = RandomBatch.Of(Labeler, seed: 1, 9, 2);
        Assert.Equal((network.Loss(weights, [batch[0]]) + network.Loss(weights, [batch[1]])) / 2, network.Loss(weights, batch), Tolerance);
    }

    [Fact]
    public void With_all_weights_zero_the_squared_error_is_the_mean_square_of_what_is_wanted()
    {
        ReferenceShape shape = new(SequenceTask.Regression, Vocabulary: 0, Hidden: 2, Outputs: 2) { Features = 1, EveryStep = true };
        var network = new ReferenceNetwork(shape);
        TensorSet zeros = network.RandomWeights(seed: 1).Zeros();
        Observation two = new([], []) { Inputs = [[0.5], [1], [3]], Values = [[1, 3], [double.NaN, double.NaN], [2, 0]] };
        Observation one = new([], []) { Inputs = [[2]], Values = [[4, 2]] };
        Assert.Equal((((5 + 2) / 2.0) + 10) / 2, network.Loss(zeros, [two, one]));
    }

    [Theory]
    [MemberData(nameof(Unidirectional))]
    public void Two_windows_with_the_state_carried_over_answer_as_one(string name)
    {
        // Every state is read, so that all of a sequence's rows are compared.
        ReferenceShape shape = ShapeMatrix.Shapes[name] with { Task = SequenceTask.Labeling };
        var network = new ReferenceNetwork(shape);
        TensorSet weights = network.RandomWeights(seed: 1);
        Observation whole = RandomBatch.Of(shape, seed: 2, 7).Single();
        Observation first = Steps(whole, 0..3);
        Observation second = Steps(whole, 3..) with { InitialState = network.FinalState(weights, first) };
        NumericAssert.Rows(
            network.Logits(weights, whole), [.. network.Logits(weights, first), .. network.Logits(weights, second)], Tolerance);
    }

    [Theory]
    [MemberData(nameof(Labelers))]
    public void Pooling_takes_the_last_the_mean_or_the_largest_of_the_states(string name)
    {
        ReferenceShape shape = ShapeMatrix.Shapes[name];
        shape = shape with { Outputs = shape.TopSize };
        TensorSet weights = new ReferenceNetwork(shape).RandomWeights(seed: 1);
        SetToIdentity(weights["fc.weight"]);
        Array.Clear(weights["fc.bias"]);

        // With V = 1 and c = 0, a labeler answers its states.
        Observation observation = RandomBatch.Of(shape, seed: 2, 6).Single();
        double[][] states = new ReferenceNetwork(shape).Logits(weights, observation);
        double[] Pooled(Pooling pooling) =>
            new ReferenceNetwork(shape with { Task = SequenceTask.Classification, Pooling = pooling }).Logits(weights, observation).Single();
        double[] OverUnits(Func<int, double> summary) => [.. Enumerable.Range(0, shape.TopSize).Select(summary)];

        Assert.Equal([.. states[^1][..shape.Hidden], .. states[0][shape.Hidden..]], Pooled(Pooling.Last));
        Assert.Equal(OverUnits(unit => states.Max(state => state[unit])), Pooled(Pooling.Max));
        NumericAssert.Rows([OverUnits(unit => states.Average(state => state[unit]))], [Pooled(Pooling.Mean)], Tolerance);
    }

    [Fact]
    public void Max_pooling_has_a_kink_where_two_states_are_equally_large()
    {
        ReferenceShape shape = new(SequenceTask.Classification, Vocabulary: 3, Hidden: 1, Outputs: 2) { Pooling = Pooling.Max };
        var network = new ReferenceNetwork(shape);
        TensorSet weights = network.RandomWeights(seed: 1).Zeros();
        (weights["rnn.weight_ih_l0"][0, 0], weights["rnn.weight_ih_l0"][0, 1], weights["rnn.weight_ih_l0"][0, 2]) = (1, 0.75, -2);
        double Distance(params int[] tokens) => network.KinkDistance(weights, [new(tokens, [0])]);
        Assert.Equal(Math.Tanh(1) - Math.Tanh(0.75), Distance(1, 2, 0), Tolerance);
        Assert.Equal(0, Distance(0, 2, 0));
        Assert.Equal(double.PositiveInfinity, Distance(0));
    }

    [Fact]
    public void One_hot_rows_as_features_are_tokens()
    {
        var ofTokens = new ReferenceNetwork(Labeler);
        TensorSet weights = ofTokens.RandomWeights(seed: 1);
        int[] tokens = [3, 0, 5, 3];
        double[][] rows = Array.ConvertAll(tokens, token => Enumerable.Range(0, 6).Select(i => i == token ? 1.0 : 0).ToArray());
        var ofFeatures = new ReferenceNetwork(Labeler with { Vocabulary = 0, Features = 6 });
        Assert.Equal(ofTokens.Logits(weights, tokens), ofFeatures.Logits(weights, new Observation([], []) { Inputs = rows }));
    }

    [Fact]
    public void An_embedding_of_one_hot_rows_is_none()
    {
        var embedded = new ReferenceNetwork(Labeler with { Embedding = 6 });
        TensorSet weights = embedded.RandomWeights(seed: 1);
        SetToIdentity(weights["embedding.weight"]);
        int[] tokens = [3, 0, 5, 3];
        Assert.Equal(new ReferenceNetwork(Labeler).Logits(weights, tokens), embedded.Logits(weights, tokens));
    }

    [Fact]
    public void A_tied_embedding_is_the_output_matrix_too_and_has_the_gradients_of_both()
    {
        ReferenceShape shape = new(SequenceTask.Generation, Vocabulary: 6, Hidden: 3, Outputs: 6, Cell: CellKind.Lstm) { Embedding = 3 };
        var tied = new ReferenceNetwork(shape with { TieEmbedding = true });
        var untied = new ReferenceNetwork(shape);
        TensorSet weights = tied.RandomWeights(seed: 1);
        Assert.DoesNotContain("fc.weight", weights.Names);
        TensorSet both = weights.Clone();
        both.Add("fc.weight", weights["embedding.weight"]);
        Observation[] batch = RandomBatch.Of(shape, seed: 2, 5, 2);
        Assert.Equal(untied.Loss(both, batch), tied.Loss(weights, batch));

        TensorSet expected = untied.Gradients(both, batch);
        TensorSet gradients = tied.Gradients(weights, batch);
        for (int i = 0; i < 6; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                Assert.Equal(
                    expected["embedding.weight"][i, j] + expected["fc.weight"][i, j], gradients["embedding.weight"][i, j], Tolerance);
            }
        }
    }

    [Fact]
    public void To_reset_before_the_recurrent_product_or_after_it_is_one_where_each_unit_reads_itself_alone()
    {
        ReferenceShape shape = Labeler with { Cell = CellKind.Gru };
        var after = new ReferenceNetwork(shape);
        var before = new ReferenceNetwork(shape with { ResetBefore = true });
        TensorSet weights = after.RandomWeights(seed: 1);
        Array.Clear(weights["rnn.bias_hh_l0"]);
        int[] tokens = [3, 0, 5, 3];
        double Distance() => Math.Abs(after.Logits(weights, tokens)[^1][0] - before.Logits(weights, tokens)[^1][0]);
        Assert.True(Distance() > 1e-3);

        double[,] w = weights["rnn.weight_hh_l0"];
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                w[6 + i, j] = i == j ? w[6 + i, j] : 0;
            }
        }

        Assert.True(Distance() < Tolerance);
    }

    [Theory]
    [MemberData(nameof(Unidirectional))]
    public void A_state_that_is_dropped_is_one_that_has_no_weights(string name)
    {
        ReferenceShape shape = ShapeMatrix.Shapes[name];
        var network = new ReferenceNetwork(shape);
        TensorSet weights = network.RandomWeights(seed: 1);
        TensorSet without = weights.Clone();
        Observation observation = RandomBatch.Of(shape, seed: 2, 5).Single();
        double[][][] masks = [.. Enumerable.Range(0, shape.Layers).Select(layer => new[] { new[] { 1.0, layer == 0 ? 0 : 2, 1.0 } })];
        for (int layer = 0; layer < shape.Layers; layer++)
        {
            double[,] w = without[$"rnn.weight_hh_l{layer}"];
            for (int i = 0; i < w.GetLength(0); i++)
            {
                w[i, 1] *= masks[layer][0][1];
            }
        }

        NumericAssert.Rows(
            network.Logits(without, observation),
            network.Logits(weights, observation with { Dropout = new DropoutMasks(null, masks) }),
            Tolerance);
    }

    [Fact]
    public void An_input_that_is_dropped_counts_at_its_step_alone()
    {
        ReferenceShape shape = new(SequenceTask.Labeling, Vocabulary: 0, Hidden: 3, Outputs: 4) { Features = 2, Layers = 2 };
        var network = new ReferenceNetwork(shape);
        TensorSet weights = network.RandomWeights(seed: 1);
        Observation dropped = new([], [])
        {
            Inputs = [[1, 2], [3, 4], [5, 6]],
            Dropout = new DropoutMasks([[[1, 1], [0, 2], [1, 0]], null], null),
        };
        Observation plain = new([], []) { Inputs = [[1, 2], [0, 8], [5, 0]] };
        Assert.Equal(network.Logits(weights, plain), network.Logits(weights, dropped));
    }

    [Fact]
    public void A_layer_whose_input_is_dropped_is_one_that_reads_nothing()
    {
        ReferenceShape shape = Labeler with { Layers = 2, Bidirectional = true, Cell = CellKind.Lstm };
        var network = new ReferenceNetwork(shape);
        TensorSet weights = network.RandomWeights(seed: 1);
        Observation observation = RandomBatch.Of(shape, seed: 2, 4).Single();
        double[][] nothing = [.. Enumerable.Range(0, 4).Select(_ => new double[shape.TopSize])];
        double[][] logits = network.Logits(weights, observation with { Dropout = new DropoutMasks([null, nothing], null) });

        Array.Clear(weights["rnn.weight_ih_l1"]);
        Array.Clear(weights["rnn.weight_ih_l1_reverse"]);
        Assert.Equal(network.Logits(weights, observation), logits);
    }

    [Fact]
    public void A_label_that_weighs_three_is_one_that_is_there_three_times()
    {
        var network = new ReferenceNetwork(Classifier);
        TensorSet weights = network.RandomWeights(seed: 1);
        Observation[] batch = [new([1, 2], [0]), new([4], [2]), new([0, 5, 3], [2])];
        Observation[] repeated = [batch[0], batch[0], batch[0], batch[1], batch[2]];
        double[] labelWeights = [3, 7, 1, 7];
        Assert.Equal(network.Loss(weights, repeated), network.Loss(weights, batch, labelWeights), Tolerance);
        NumericAssert.Weights(network.Gradients(weights, repeated), network.Gradients(weights, batch, labelWeights), Tolerance);
    }

    [Fact]
    public void The_steps_of_a_labeler_are_weighted_within_their_sequence()
    {
        var network = new ReferenceNetwork(Labeler);
        TensorSet weights = network.RandomWeights(seed: 1);
        Observation first = new([1, 2, 3], [0, 2, 0]), second = new([4], [0]);
        double[] nats = [.. network.Probabilities(weights, first).Select((row, t) => -Math.Log(row[first.Targets[t]]))];
        double ofFirst = ((3 * nats[0]) + nats[1] + (3 * nats[2])) / 7;
        double ofSecond = -Math.Log(network.Probabilities(weights, second)[0][0]);
        Assert.Equal((ofFirst + ofSecond) / 2, network.Loss(weights, [first, second], labelWeights: [3, 1, 1, 1]), Tolerance);
    }

    [Fact]
    public void A_label_that_weighs_nothing_is_one_that_is_not_counted()
    {
        var network = new ReferenceNetwork(Labeler);
        TensorSet weights = network.RandomWeights(seed: 1);
        Observation observation = new([1, 2, 3], [0, 2, 3]), uncounted = new([1, 2, 3], [0, -1, 3]);
        Assert.Equal(network.Loss(weights, [uncounted]), network.Loss(weights, [observation], labelWeights: [1, 1, 0, 1]), Tolerance);

        // A sequence without a counted step has no part in the mean.
        Observation nothing = new([4, 0], [2, 2]);
        Assert.Equal(
            network.Loss(weights, [observation], labelWeights: [1, 1, 0, 1]),
            network.Loss(weights, [nothing, observation], labelWeights: [1, 1, 0, 1]));
    }

    private static Observation Steps(Observation observation, Range steps) =>
        new(observation.Inputs is null ? observation.Tokens[steps] : [], []) { Inputs = observation.Inputs?[steps] };

    private static void SetToIdentity(double[,] matrix)
    {
        for (int i = 0; i < matrix.GetLength(0); i++)
        {
            for (int j = 0; j < matrix.GetLength(1); j++)
            {
                matrix[i, j] = i == j ? 1 : 0;
            }
        }
    }
}
