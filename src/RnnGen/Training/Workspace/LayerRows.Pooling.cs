using System;
using RnnGen.Numerics;

namespace RnnGen.Training;

/// <content>The summary of a sequence, which stands in the slot of its last step, and the way back from it.</content>
public static partial class LayerRows
{
    /// <summary>Copies the state of each direction after all of its steps: that of the last step and, in reverse, that of the first.</summary>
    /// <param name="workspace">A loaded workspace.</param>
    /// <param name="block">One of its blocks.</param>
    /// <param name="destination">Which training buffer receives them.</param>
    /// <param name="forward">The buffer of the forward direction's states.</param>
    /// <param name="reverse">The buffer of the reverse direction's states; -1 for none.</param>
    public static void PoolLast(TrainingWorkspace workspace, SequenceBlock block, int destination, int forward, int reverse = None)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var to = new Rows(workspace, destination);
        var from = new Directions(workspace, block, forward, reverse, isAhead: true);
        for (int row = 0; row < block.Rows; row++)
        {
            int last = LastSlot(workspace, block, row, out _);
            for (int direction = 0; direction < from.Count; direction++)
            {
                from.At(direction, direction == 0 ? last : block.Slot + row).CopyTo(to.Part(last, direction));
            }

            to.ClearPadding(last, from.Count);
        }
    }

    /// <summary>The way back of <see cref="PoolLast"/>: sets the gradients of those states.</summary>
    /// <param name="workspace">A loaded workspace.</param>
    /// <param name="block">One of its blocks.</param>
    /// <param name="source">The buffer of the gradients of the summaries.</param>
    /// <param name="isAhead">Whether the forward direction's gradients are one step ahead, like its states.</param>
    /// <param name="forward">The buffer of the gradients of the forward direction's states.</param>
    /// <param name="reverse">That of the reverse direction; -1 for none.</param>
    public static void SpreadLast(TrainingWorkspace workspace, SequenceBlock block, int source, bool isAhead, int forward, int reverse = None)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var from = new Rows(workspace, source);
        var to = new Directions(workspace, block, forward, reverse, isAhead);
        for (int row = 0; row < block.Rows; row++)
        {
            int last = LastSlot(workspace, block, row, out _);
            for (int direction = 0; direction < to.Count; direction++)
            {
                from.Part(last, direction).CopyTo(to.At(direction, direction == 0 ? last : block.Slot + row));
            }
        }
    }

    /// <summary>The mean of the states over time: their sum in the order of the steps, divided by the number of steps.</summary>
    /// <param name="workspace">A loaded workspace.</param>
    /// <param name="block">One of its blocks.</param>
    /// <param name="destination">Which training buffer receives it.</param>
    /// <param name="forward">The buffer of the forward direction's states.</param>
    /// <param name="reverse">The buffer of the reverse direction's states; -1 for none.</param>
    public static void PoolMean(TrainingWorkspace workspace, SequenceBlock block, int destination, int forward, int reverse = None)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var to = new Rows(workspace, destination);
        var from = new Directions(workspace, block, forward, reverse, isAhead: true);
        for (int row = 0; row < block.Rows; row++)
        {
            int last = LastSlot(workspace, block, row, out int steps);
            for (int direction = 0; direction < from.Count; direction++)
            {
                Span<float> mean = to.Part(last, direction);
                from.At(direction, block.Slot + row).CopyTo(mean);
                for (int slot = block.Slot + row + block.Rows; slot <= last; slot += block.Rows)
                {
                    RowMath.Add(from.At(direction, slot), mean);
                }

                RowMath.Divide(mean, steps);
            }

            to.ClearPadding(last, from.Count);
        }
    }

    /// <summary>The way back of <see cref="PoolMean"/>: sets the gradients of all states.</summary>
    /// <param name="workspace">A loaded workspace.</param>
    /// <param name="block">One of its blocks.</param>
    /// <param name="source">The buffer of the gradients of the summaries, which are divided in their place.</param>
    /// <param name="isAhead">Whether the forward direction's gradients are one step ahead, like its states.</param>
    /// <param name="forward">The buffer of the gradients of the forward direction's states.</param>
    /// <param name="reverse">That of the reverse direction; -1 for none.</param>
    public static void SpreadMean(TrainingWorkspace workspace, SequenceBlock block, int source, bool isAhead, int forward, int reverse = None)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var from = new Rows(workspace, source);
        var to = new Directions(workspace, block, forward, reverse, isAhead);
        for (int row = 0; row < block.Rows; row++)
        {
            int last = LastSlot(workspace, block, row, out int steps);
            for (int direction = 0; direction < to.Count; direction++)
            {
                Span<float> gradient = from.Part(last, direction);
                RowMath.Divide(gradient, steps);
                for (int slot = block.Slot + row; slot <= last; slot += block.Rows)
                {
                    gradient.CopyTo(to.At(direction, slot));
                }
            }
        }
    }

    /// <summary>The largest of the states over time, unit by unit.</summary>
    /// <param name="workspace">A loaded workspace.</param>
    /// <param name="block">One of its blocks.</param>
    /// <param name="destination">Which training buffer receives it.</param>
    /// <param name="forward">The buffer of the forward direction's states.</param>
    /// <param name="reverse">The buffer of the reverse direction's states; -1 for none.</param>
    public static void PoolMax(TrainingWorkspace workspace, SequenceBlock block, int destination, int forward, int reverse = None)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var to = new Rows(workspace, destination);
        var from = new Directions(workspace, block, forward, reverse, isAhead: true);
        for (int row = 0; row < block.Rows; row++)
        {
            int last = LastSlot(workspace, block, row, out _);
            for (int direction = 0; direction < from.Count; direction++)
            {
                Span<float> largest = to.Part(last, direction);
                from.At(direction, block.Slot + row).CopyTo(largest);
                for (int slot = block.Slot + row + block.Rows; slot <= last; slot += block.Rows)
                {
                    RowMath.Max(from.At(direction, slot), largest);
                }
            }

            to.ClearPadding(last, from.Count);
        }
    }

    /// <summary>The way back of <see cref="PoolMax"/>: sets, unit by unit, the gradient of the first of the largest states.</summary>
    /// <param name="workspace">A loaded workspace.</param>
    /// <param name="block">One of its blocks.</param>
    /// <param name="source">The buffer of the gradients of the summaries.</param>
    /// <param name="isAhead">Whether the forward direction's gradients are one step ahead, like its states.</param>
    /// <param name="gradients">The buffers of the gradients of each direction's states.</param>
    /// <param name="summaries">The buffer of the summaries.</param>
    /// <param name="states">The buffers of each direction's states.</param>
    public static void SpreadMax(
        TrainingWorkspace workspace, SequenceBlock block, int source, bool isAhead, ReadOnlySpan<int> gradients, int summaries, ReadOnlySpan<int> states)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var from = new Rows(workspace, source);
        var largest = new Rows(workspace, summaries);
        var read = new Directions(workspace, block, states[0], states.Length > 1 ? states[1] : None, isAhead: true);
        var to = new Directions(workspace, block, gradients[0], gradients.Length > 1 ? gradients[1] : None, isAhead);
        for (int row = 0; row < block.Rows; row++)
        {
            int last = LastSlot(workspace, block, row, out _);
            for (int direction = 0; direction < to.Count; direction++)
            {
                ReadOnlySpan<float> gradient = from.Part(last, direction);
                ReadOnlySpan<float> maximum = largest.Part(last, direction);
                for (int unit = 0; unit < gradient.Length; unit++)
                {
                    int slot = block.Slot + row;
                    while (slot < last && read.At(direction, slot)[unit] != maximum[unit])
                    {
                        slot += block.Rows;
                    }

                    to.At(direction, slot)[unit] = gradient[unit];
                }
            }
        }
    }

    /// <summary>The slot of a row's last step.</summary>
    private static int LastSlot(TrainingWorkspace workspace, SequenceBlock block, int row, out int steps)
    {
        ReadOnlySpan<int> activeRows = workspace.ActiveRows.Slice(block.Slot, block.Steps);
        steps = block.Steps;
        while (activeRows[steps - 1] <= row)
        {
            steps--;
        }

        return block.Slot + ((steps - 1) * block.Rows) + row;
    }
}
