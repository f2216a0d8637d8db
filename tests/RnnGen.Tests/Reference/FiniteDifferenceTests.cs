using System;
using System.Collections.Generic;
using System.Linq;

namespace RnnGen.Tests.Reference;

/// <summary>The oracle is itself checked: the gradients of every kind of network against differences of its loss.</summary>
public class FiniteDifferenceTests
{
    /// <summary>Near the cube root of the precision, where truncation (h^2) and cancellation (1/h) balance.</summary>
    private const double Difference = 1e-5;

    /// <summary>
    /// Cancellation is 2^-53 L / h, about 1e-10 for losses up to 10. Truncation is h^2 L''' / 6: as small where states are bounded, but relu's grow
    /// from step to step, and L''' to 100. Gradients here are 1e-3 to 1, so that one wrong term in a formula is 5 orders of magnitude above this.
    /// </summary>
    private const double Tolerance = 3e-9;

    private static readonly (CellKind Cell, Nonlinearity Nonlinearity)[] Cells =
    [
        (CellKind.Elman, Nonlinearity.Tanh),
        (CellKind.Elman, Nonlinearity.Relu),
        (CellKind.Gru, Nonlinearity.Tanh),
        (CellKind.Lstm, Nonlinearity.Tanh),
    ];

    public static IEnumerable<TheoryDataRow<SequenceTask, CellKind, Nonlinearity, int, int, int>> Sizes =>
        from task in Enum.GetValues<SequenceTask>()
        from cell in Cells
        from sizes in new (int Vocabulary, int Hidden, int Outputs)[] { (2, 1, 2), (5, 3, 4), (7, 6, 3), (4, 9, 5) }
        select new TheoryDataRow<SequenceTask, CellKind, Nonlinearity, int, int, int>(
            task, cell.Cell, cell.Nonlinearity, sizes.Vocabulary, sizes.Hidden, task == SequenceTask.Generation ? sizes.Vocabulary : sizes.Outputs);

    public static IEnumerable<TheoryDataRow<string>> Shapes => ShapeMatrix.Shapes.Keys.Select(name => new TheoryDataRow<string>(name));

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Gradients_agree_for_every_size(
        SequenceTask task, CellKind cell, Nonlinearity nonlinearity, int vocabulary, int hidden, int outputs)
    {
        var shape = new ReferenceShape(task, vocabulary, hidden, outputs, nonlinearity, cell);
        AssertGradientsAgree(shape, RandomBatch.Of(shape, seed: 3, 6, 1, 4, 2, 6));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Gradients_agree_for_every_kind_of_network(string name)
    {
        ReferenceShape shape = ShapeMatrix.Shapes[name];
        AssertGradientsAgree(shape, RandomBatch.Of(shape, seed: 3, 4, 1, 3));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Gradients_agree_with_dropout_and_weighted_labels_and_states_carried_from_an_earlier_window(string name)
    {
        ReferenceShape shape = ShapeMatrix.Shapes[name];
        var network = new ReferenceNetwork(shape);
        TensorSet others = network.RandomWeights(seed: 0);
        Observation[] earlier = RandomBatch.Of(shape, seed: 5, 2, 1, 3);
        Observation[] batch =
        [
            .. RandomBatch.Of(shape, seed: 3, 4, 1, 3).Select((observation, i) => observation with
            {
                InitialState = network.FinalState(others, earlier[i]),
                Dropout = DropoutMasks.Random(shape, seed: i, observation.Length, rate: 0.3),
            }),
        ];
        AssertGradientsAgree(shape, batch, labelWeights: [0.5, 2, 1, 0.25, 3]);
    }

    private static void AssertGradientsAgree(ReferenceShape shape, Observation[] batch, double[]? labelWeights = null)
    {
        var network = new ReferenceNetwork(shape);
        TensorSet weights = WeightsAwayFromKinks(network, batch);
        TensorSet gradients = network.Gradients(weights, batch, labelWeights);
        double CentralDifference(ref double element)
        {
            double value = element;
            element = value + Difference;
            double above = network.Loss(weights, batch, labelWeights);
            element = value - Difference;
            double below = network.Loss(weights, batch, labelWeights);
            element = value;
            return (above - below) / (2 * Difference);
        }

        foreach (TensorShape tensor in network.Tensors)
        {
            for (int i = tensor.RowsHeldAtZero; i < tensor.Rows; i++)
            {
                for (int j = 0; j < tensor.Columns; j++)
                {
                    double expected = CentralDifference(ref weights[tensor.Name][i, j]);
                    Assert.True(
                        Math.Abs(expected - gradients[tensor.Name][i, j]) <= Tolerance,
                        FormattableString.Invariant($"{tensor.Name}[{i},{j}]: {gradients[tensor.Name][i, j]}, by differences {expected}"));
                }
            }
        }
    }

    /// <summary>A weight moves a pre-activation by at most a few times itself here, so that no difference crosses the kink.</summary>
    private static TensorSet WeightsAwayFromKinks(ReferenceNetwork network, Observation[] batch) =>
        Enumerable.Range(1, 1000)
            .Select(seed => network.RandomWeights(seed))
            .First(weights => network.KinkDistance(weights, batch) > 100 * Difference);
}
