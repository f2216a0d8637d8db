using System;
using System.Collections.Generic;
using System.Linq;
using RnnGen.Tests.Reference;

namespace RnnGen.Tests.Golden;

/// <summary>The double-precision reference agrees with PyTorch, within the contract's tolerances: they absorb PyTorch's own single precision.</summary>
public class ReferenceAgainstGoldenTests
{
    public static IEnumerable<TheoryDataRow<string>> Models => GoldenModel.Names.Select(name => new TheoryDataRow<string>(name));

    [Fact]
    public void Every_cell_with_every_task_and_both_nonlinearities_are_among_the_frozen_models()
    {
        ReferenceShape[] shapes = [.. GoldenModel.Names.Select(name => GoldenModel.Read(name).Shape)];
        Assert.Equal(
            from cell in Enum.GetValues<CellKind>()
            from task in Enum.GetValues<SequenceTask>()
            select (cell, task),
            shapes.Select(shape => (shape.Cell, shape.Task)).Distinct().Order());
        Assert.Equal(Enum.GetValues<Nonlinearity>(), shapes.Select(shape => shape.Nonlinearity).Distinct().Order());
    }

    [Fact]
    public void Every_cell_with_layers_directions_an_embedding_and_real_valued_input_is_among_the_frozen_models()
    {
        ReferenceShape[] shapes = [.. GoldenModel.Names.Select(name => GoldenModel.Read(name).Shape)];
        Assert.All(Enum.GetValues<CellKind>(), cell =>
        {
            ReferenceShape[] ofCell = [.. shapes.Where(shape => shape.Cell == cell)];
            Assert.Contains(ofCell, shape => shape is { Layers: 2, Bidirectional: true, Embedding: > 0 });
            Assert.Contains(ofCell, shape => shape is { Layers: > 1, Features: > 0 });
            Assert.Contains(ofCell, shape => shape is { Bidirectional: true, Features: > 0 });
            Assert.Contains(ofCell, shape => shape is { Task: SequenceTask.Labeling, Bidirectional: true });
            Assert.Contains(ofCell, shape => shape is { Task: SequenceTask.Generation, Layers: > 1 });
            Assert.Contains(ofCell, shape => shape.IsRegressor);
        });
    }

    [Fact]
    public void Every_pooling_and_regression_label_weights_a_tied_embedding_and_the_other_reset_are_among_the_frozen_models()
    {
        GoldenModel[] models = [.. GoldenModel.Names.Select(GoldenModel.Read)];
        Assert.Equal(Enum.GetValues<Pooling>(), models.Select(model => model.Shape.Pooling).Distinct().Order());
        Assert.Equal(
            [false, true], models.Where(model => model.Shape.IsRegressor).Select(model => model.Shape.EveryStep).Distinct().Order());
        Assert.Equal(
            [SequenceTask.Classification, SequenceTask.Labeling],
            models.Where(model => model.LabelWeights is not null).Select(model => model.Shape.Task).Distinct().Order());
        Assert.Contains(models, model => model.Shape.TieEmbedding);
        Assert.Contains(models, model => model.Shape is { ResetBefore: true, Layers: > 1, Bidirectional: true });
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Outputs_agree(string name)
    {
        GoldenModel golden = GoldenModel.Read(name);
        var network = new ReferenceNetwork(golden.Shape);
        for (int i = 0; i < golden.Batch.Count; i++)
        {
            NumericAssert.Rows(golden.Logits[i], network.Logits(golden.Weights, golden.Batch[i]), NumericAssert.OutputTolerance);
        }

        for (int i = 0; i < golden.Probabilities.Count; i++)
        {
            NumericAssert.Rows(
                golden.Probabilities[i], network.Probabilities(golden.Weights, golden.Batch[i]), NumericAssert.OutputTolerance);
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void The_loss_and_its_gradients_agree(string name)
    {
        GoldenModel golden = GoldenModel.Read(name);
        var network = new ReferenceNetwork(golden.Shape);
        NumericAssert.Loss(golden.Loss, network.Loss(golden.Weights, golden.Batch, golden.LabelWeights));
        NumericAssert.Gradients(golden.Gradients, network.Gradients(golden.Weights, golden.Batch, golden.LabelWeights));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Twenty_steps_of_sgd_lead_to_the_same_weights(string name)
    {
        GoldenModel golden = GoldenModel.Read(name);
        NumericAssert.Run(golden.Sgd, Train(golden, new ReferenceSgd(rate: 0.1)), NumericAssert.SgdWeightTolerance);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Twenty_steps_of_adam_lead_to_the_same_weights(string name)
    {
        GoldenModel golden = GoldenModel.Read(name);
        NumericAssert.Run(golden.Adam, Train(golden, new ReferenceAdam(rate: 0.01)), NumericAssert.AdamWeightTolerance);
    }

    private static TrainingRun Train(GoldenModel golden, IReferenceOptimizer optimizer)
    {
        var network = new ReferenceNetwork(golden.Shape);
        TensorSet weights = golden.Weights.Clone();
        var losses = new List<double>();
        for (int step = 0; step < 20; step++)
        {
            losses.Add(network.Loss(weights, golden.Batch, golden.LabelWeights));
            optimizer.Step(weights, network.Gradients(weights, golden.Batch, golden.LabelWeights));
        }

        return new TrainingRun(losses, weights);
    }
}
