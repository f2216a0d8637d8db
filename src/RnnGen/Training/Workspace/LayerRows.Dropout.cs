using System;
using RnnGen.Numerics;

namespace RnnGen.Training;

/// <content>Dropout of what a layer reads, and of the states that its recurrent product reads.</content>
public static partial class LayerRows
{
    /// <summary>
    /// Dropout of what a layer reads, and of its gradient on the way back: multiplies the rows of a block by the factors of this training step.
    /// Outside of training it does nothing.
    /// </summary>
    /// <param name="workspace">A loaded workspace.</param>
    /// <param name="block">One of its blocks.</param>
    /// <param name="buffer">Which training buffer.</param>
    /// <param name="width">How many numbers of its rows are multiplied.</param>
    /// <param name="site">What the factors are for: the number of the layer.</param>
    /// <param name="rate">The probability that a number is dropped.</param>
    public static void Drop(TrainingWorkspace workspace, SequenceBlock block, int buffer, int width, int site, float rate)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        if (!workspace.HasDropout)
        {
            return;
        }

        int stride = workspace.RowWidth(buffer);
        Span<float> rows = workspace.Buffer(buffer);
        ReadOnlySpan<int> activeRows = workspace.ActiveRows.Slice(block.Slot, block.Steps);
        Span<float> factors = stackalloc float[width];
        for (int t = 0; t < block.Steps; t++)
        {
            for (int row = 0; row < activeRows[t]; row++)
            {
                workspace.FillDropout(site, block.FirstSequence + row, t, rate, factors);
                Span<float> numbers = rows.Slice((block.Slot + (t * block.Rows) + row) * stride, width);
                DropoutMask.Multiply(factors, numbers, numbers);
            }
        }
    }

    /// <summary>
    /// Recurrent dropout (Gal and Ghahramani 2016): writes the states that the recurrent product of a step reads, multiplied by factors that a
    /// sequence keeps for all of its steps. Outside of training they are the states as they are.
    /// </summary>
    /// <param name="workspace">A loaded workspace.</param>
    /// <param name="block">One of its blocks.</param>
    /// <param name="step">The step.</param>
    /// <param name="states">The buffer of the states.</param>
    /// <param name="before">How many slots after that of the step the state before it is.</param>
    /// <param name="destination">The buffer that receives the products, in the slots of the step.</param>
    /// <param name="site">What the factors are for: the number of the cell.</param>
    /// <param name="rate">The probability that a unit is dropped.</param>
    public static void DropStates(
        TrainingWorkspace workspace, SequenceBlock block, int step, int states, int before, int destination, int site, float rate)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        int units = workspace.Description.HiddenSize;
        int width = workspace.RowWidth(states);
        int slot = block.Slot + (step * block.Rows);
        Span<float> factors = stackalloc float[units];
        for (int row = 0; row < workspace.ActiveRows[block.Slot + step]; row++)
        {
            ReadOnlySpan<float> from = workspace.Buffer(states).Slice((slot + before + row) * width, units);
            Span<float> to = workspace.Buffer(destination).Slice((slot + row) * width, width);
            if (workspace.HasDropout)
            {
                workspace.FillDropout(TrainingWorkspace.RecurrentSite + site, block.FirstSequence + row, 0, rate, factors);
                DropoutMask.Multiply(factors, from, to[..units]);
            }
            else
            {
                from.CopyTo(to);
            }

            to[units..].Clear();
        }
    }

    /// <summary>The way back of <see cref="DropStates"/>: adds the gradients of the products' left sides, multiplied by the same factors.</summary>
    /// <param name="workspace">A loaded workspace.</param>
    /// <param name="block">One of its blocks.</param>
    /// <param name="count">How many sequences, from the first on.</param>
    /// <param name="source">The buffer of the gradients.</param>
    /// <param name="sourceSlot">The slot of the first of them.</param>
    /// <param name="destination">The buffer of the gradients of the states.</param>
    /// <param name="slot">The slot of the first sequence there.</param>
    /// <param name="site">What the factors are for: the number of the cell.</param>
    /// <param name="rate">The probability that a unit is dropped.</param>
    public static void AddDropped(
        TrainingWorkspace workspace, SequenceBlock block, int count, int source, int sourceSlot, int destination, int slot, int site, float rate)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        int units = workspace.Description.HiddenSize;
        int width = workspace.RowWidth(source);
        Span<float> factors = stackalloc float[units];
        for (int row = 0; row < count; row++)
        {
            Span<float> from = workspace.Buffer(source).Slice((sourceSlot + row) * width, units);
            if (workspace.HasDropout)
            {
                workspace.FillDropout(TrainingWorkspace.RecurrentSite + site, block.FirstSequence + row, 0, rate, factors);
                DropoutMask.Multiply(factors, from, from);
            }

            RowMath.Add(from, workspace.Buffer(destination).Slice((slot + row) * width, units));
        }
    }
}
