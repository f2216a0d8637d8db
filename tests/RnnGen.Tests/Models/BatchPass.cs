using System;
using System.Collections.Generic;
using System.Linq;
using RnnGen.Tests.Reference;
using RnnGen.Training;

namespace RnnGen.Tests.Models;

/// <summary>One forward and backward pass over a batch, as a trainer does it, with every span guarded.</summary>
/// <param name="model">The model.</param>
/// <param name="workspace">The workspace to run in: a new one, or one that other batches have left their numbers in.</param>
internal sealed class BatchPass(IModelUnderTest model, TrainingWorkspace workspace)
{
    private readonly ModelDescription _description = model.Case.Description;

    public BatchPass(IModelUnderTest model)
        : this(model, new TrainingWorkspace(model.Case.Description))
    {
    }

    /// <summary>Whether blocks and parts run from the last to the first; a trainer's threads run them in any order.</summary>
    public bool Reversed { get; init; }

    /// <summary>Called after the batch is loaded, before anything is computed.</summary>
    public Action<TrainingWorkspace> Prepare { get; init; } = _ => { };

    public static SequenceDataset ToDataset(ModelCase modelCase, IReadOnlyList<Observation> batch)
    {
        ReferenceShape shape = modelCase.Shape;
        int length = modelCase.SequenceLength;
        int[][] tokens = [.. batch.Select(observation => observation.Tokens)];
        int[][] targets = [.. batch.Select(observation => observation.Targets)];
        float[][] features = [.. batch.Select(observation => FlatObservation.Flatten(observation.Inputs))];
        float[][] values = [.. batch.Select(observation => FlatObservation.Flatten(observation.Values))];
        return (shape.Features > 0, shape.IsRegressor) switch
        {
            (false, false) => SequenceDataset.FromTokens(shape.Task, length, tokens, targets),
            (false, true) => SequenceDataset.FromTokens(length, tokens, shape.Outputs, values, shape.EveryStep),
            (true, false) => SequenceDataset.FromFeatures(shape.Task, length, shape.Features, features, targets),
            (true, true) => SequenceDataset.FromFeatures(length, shape.Features, features, shape.Outputs, values, shape.EveryStep),
        };
    }

    public BatchResult Run(IReadOnlyList<Observation> batch)
    {
        workspace.Load(ToDataset(model.Case, batch), [.. Enumerable.Range(0, batch.Count)], model.Standardization);
        Prepare(workspace);
        Guarded<float> transposed = new Guarded<float>(_description.TransposedStorage).Cleared();
        model.Transpose(transposed.Span);
        transposed.AssertMarginsAreIntact();
        transposed.Span.CopyTo(workspace.Transposed);
        foreach (int block in InOrder(workspace.Blocks.Length))
        {
            model.ForwardBlock(workspace, block);
        }

        foreach (int block in InOrder(workspace.Blocks.Length))
        {
            model.BackwardBlock(workspace, block);
        }

        Guarded<float> gradients = new Guarded<float>(_description.ParameterStorage).Cleared();
        foreach (int part in InOrder(_description.GradientParts))
        {
            model.AccumulateGradients(workspace, part, gradients.Span);
        }

        gradients.AssertMarginsAreIntact();
        return new BatchResult(
            workspace.TotalLoss(),
            gradients.Span.ToArray(),
            OfEverySequence(workspace.Losses),
            model.Case.Shape.IsRegressor ? [] : OfEverySequence(workspace.Predicted));
    }

    private IEnumerable<int> InOrder(int count) => Reversed ? Enumerable.Range(0, count).Reverse() : Enumerable.Range(0, count);

    private T[][] OfEverySequence<T>(ReadOnlySpan<T> perSlot)
    {
        var result = new T[workspace.SequenceCount][];
        foreach (SequenceBlock block in workspace.Blocks)
        {
            for (int row = 0; row < block.Rows; row++)
            {
                var ofSequence = new List<T>();
                for (int slot = block.Slot + row; slot < block.Slot + (block.Steps * block.Rows); slot += block.Rows)
                {
                    if (workspace.Targets[slot] >= 0)
                    {
                        ofSequence.Add(perSlot[slot]);
                    }
                }

                result[workspace.BatchIndex(block.FirstSequence + row)] = [.. ofSequence];
            }
        }

        return result;
    }
}
