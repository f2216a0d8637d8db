using System;
using System.Collections.Generic;
using System.Linq;

namespace RnnGen.Tests.Reference;

/// <summary>The oracle is itself checked: its gradients against differences of its loss, its loss against what can be worked out by hand.</summary>
public class ReferenceNetworkTests
{
    /// <summary>Near the cube root of the precision, where truncation (h^2) and cancellation (1/h) balance.</summary>
    private const double Difference = 1e-5;

    /// <summary>
    /// Truncation is h^2 L''' / 6 and cancellation 2^-53 L / h, both about 1e-10 for losses up to 3; gradients here are 1e-3 to 1, so that
    /// one wrong term in a formula is 6 orders of magnitude above this.
    /// </summary>
    private const double Tolerance = 3e-10;

    private static readonly (CellKind Cell, Nonlinearity Nonlinearity)[] Cells =
    [
        (CellKind.Elman, Nonlinearity.Tanh),
        (CellKind.Elman, Nonlinearity.Relu),
        (CellKind.Gru, Nonlinearity.Tanh),
        (CellKind.Lstm, Nonlinearity.Tanh),
    ];

    public static IEnumerable<TheoryDataRow<SequenceTask, CellKind, Nonlinearity, int, int, int>> Shapes =>
        from task in Enum.GetValues<SequenceTask>()
        from cell in Cells
        from sizes in new (int Vocabulary, int Hidden, int Outputs)[] { (2, 1, 2), (5, 3, 4), (7, 6, 3), (4, 9, 5) }
        select new TheoryDataRow<SequenceTask, CellKind, Nonlinearity, int, int, int>(
            task, cell.Cell, cell.Nonlinearity, sizes.Vocabulary, sizes.Hidden, task == SequenceTask.Generation ? sizes.Vocabulary : sizes.Outputs);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Gradients_agree_with_central_differences_of_the_loss(
        SequenceTask task, CellKind cell, Nonlinearity nonlinearity, int vocabulary, int hidden, int outputs)
    {
        var shape = new ReferenceShape(task, vocabulary, hidden, outputs, nonlinearity, cell);
        var network = new ReferenceNetwork(shape);
        Observation[] batch = RandomBatch.Of(shape, seed: 3, 6, 1, 4, 2, 6);
        TensorSet weights = WeightsAwayFromKinks(network, batch);
        TensorSet gradients = network.Gradients(weights, batch);
        foreach (TensorShape tensor in network.Tensors)
        {
            for (int i = tensor.RowsHeldAtZero; i < tensor.Rows; i++)
            {
                for (int j = 0; j < tensor.Columns; j++)
                {
                    double expected = CentralDifference(network, weights, batch, tensor.Name, i, j);
                    Assert.True(
                        Math.Abs(expected - gradients[tensor.Name][i, j]) <= Tolerance,
                        FormattableString.Invariant($"{tensor.Name}[{i},{j}]: {gradients[tensor.Name][i, j]}, by differences {expected}"));
                }
            }
        }
    }

    [Fact]
    public void Rows_that_are_no_parameters_stay_at_zero_and_have_no_gradient()
    {
        var shape = new ReferenceShape(SequenceTask.Labeling, Vocabulary: 6, Hidden: 3, Outputs: 4, Cell: CellKind.Gru);
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
        var shape = new ReferenceShape(task, Vocabulary: 6, Hidden: 3, Outputs: 6);
        var network = new ReferenceNetwork(shape);
        TensorSet zeros = network.RandomWeights(seed: 1).Zeros();
        Assert.Equal(Math.Log(6), network.Loss(zeros, RandomBatch.Of(shape, seed: 1, 4, 1, 9)), 1e-15);
    }

    [Fact]
    public void A_sequence_weighs_the_same_whatever_its_length()
    {
        var shape = new ReferenceShape(SequenceTask.Labeling, Vocabulary: 6, Hidden: 3, Outputs: 4);
        var network = new ReferenceNetwork(shape);
        TensorSet weights = network.RandomWeights(seed: 1);
        Observation[] batch = RandomBatch.Of(shape, seed: 1, 9, 2);
        Assert.Equal(
            (network.Loss(weights, [batch[0]]) + network.Loss(weights, [batch[1]])) / 2, network.Loss(weights, batch), 1e-15);
    }

    /// <summary>A weight moves a pre-activation by at most a few times itself here, so that no difference crosses the kink.</summary>
    private static TensorSet WeightsAwayFromKinks(ReferenceNetwork network, Observation[] batch) =>
        Enumerable.Range(1, 1000)
            .Select(seed => network.RandomWeights(seed))
            .First(weights => network.KinkDistance(weights, batch) > 100 * Difference);

    private static double CentralDifference(
        ReferenceNetwork network, TensorSet weights, Observation[] batch, string tensor, int row, int column)
    {
        TensorSet moved = weights.Clone();
        moved[tensor][row, column] = weights[tensor][row, column] + Difference;
        double above = network.Loss(moved, batch);
        moved[tensor][row, column] = weights[tensor][row, column] - Difference;
        double below = network.Loss(moved, batch);
        return (above - below) / (2 * Difference);
    }
}
