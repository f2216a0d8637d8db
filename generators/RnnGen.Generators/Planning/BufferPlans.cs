using System.Collections.Generic;
using System.Linq;
using RnnGen.Generators.Model;

namespace RnnGen.Generators.Planning;

/// <summary>The buffers of a training workspace: those of every cell, one cell after another, then those that the whole network has once.</summary>
/// <param name="plan">The model.</param>
internal sealed class BufferPlans(ModelPlan plan)
{
    /// <summary>What each cell has; the first are those of the first layer's forward direction.</summary>
    public IReadOnlyList<BufferPlan> OfCell { get; } = [.. CellBuffers(plan)];

    /// <summary>What the network has once; the last is that of the outputs.</summary>
    public IReadOnlyList<BufferPlan> OfNetwork { get; } = [.. NetworkBuffers(plan)];

    /// <summary>All of them, by their number.</summary>
    public IEnumerable<BufferPlan> All => Enumerable.Repeat(OfCell, plan.Cells).SelectMany(buffers => buffers)
        .Concat(OfNetwork.SelectMany(buffer => Enumerable.Repeat(buffer, buffer.Count)));

    /// <summary>The buffers that have a name, with their numbers: a cell's are counted from its first one.</summary>
    public IEnumerable<(BufferPlan Buffer, int Number)> Named
    {
        get
        {
            for (int i = 0; i < OfCell.Count; i++)
            {
                yield return (OfCell[i], i);
            }

            int number = plan.Cells * OfCell.Count;
            foreach (BufferPlan buffer in OfNetwork)
            {
                yield return (buffer, number);
                number += buffer.Count;
            }
        }
    }

    private static IEnumerable<BufferPlan> CellBuffers(ModelPlan plan)
    {
        string row = plan.Directions > 1 ? "the row of step t holds the state before it, in reverse the one after it" : "the row of step t holds s_(t-1)";
        yield return new("States", plan.StateStrideName, plan.Cell.States > 1
            ? $"s and beside it c, one step ahead: {(plan.Directions > 1 ? row : row + " and c_(t-1)")}."
            : $"s, one step ahead: {row}.");
        if (plan.HasRecurrentDropout)
        {
            yield return new("DroppedStates", plan.StateStrideName, "What the recurrent product of a step reads: the state before it, without what is dropped.");
        }

        if (!plan.Cell.IsGated)
        {
            yield return new("Gradients", "HiddenStride", "a: the gradients of the pre-activations.");
            yield break;
        }

        yield return new("Gradients", "HiddenStride", "The gradients of s, one step ahead like s itself.");
        if (plan.Cell.States > 1)
        {
            yield return new("CellGradients", "HiddenStride", "The gradients of c, one step ahead like c itself.");
        }

        yield return new("Steps", "StepStride", "What a step keeps, then a: the gradients of the pre-activations in its place.");
    }

    private static IEnumerable<BufferPlan> NetworkBuffers(ModelPlan plan)
    {
        if (plan.Spec.Embedding > 0)
        {
            yield return new("Inputs", plan.First.StrideName, "x: the tokens' rows of the embedding.");
            yield return new("InputGradients", plan.First.StrideName, "Their gradients.");
        }

        if (plan.HasDenseCell)
        {
            yield return new("Projections", plan.GateStrideName, "U x_t + b of the cell at hand.");
        }

        if (plan.HasRecurrentDropout)
        {
            yield return new("DroppedGradients", "HiddenStride", "The gradients of what the recurrent product at hand reads.");
        }

        if (plan.JoinsStates && plan.UpperLayers > 0)
        {
            yield return new("UpperInputs", plan.Upper.StrideName, "What each layer above the first reads: a buffer for each.") { Count = plan.UpperLayers };
        }

        if (plan.HasSummary)
        {
            yield return new("Summaries", plan.JoinedStrideName, "What the output layer reads.");
        }

        if (plan.HasJoinedGradients)
        {
            yield return new("JoinedGradients", plan.JoinedStrideName, "The gradients of what the layer at hand reads.");
        }

        yield return new("Outputs", "OutputStride", plan.Spec.Task == ModelTask.Regression
            ? "The outputs, then their gradients."
            : "Logits, then probabilities, then the gradients of the logits.");
    }
}
