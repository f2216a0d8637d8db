using System;
using RnnGen.Numerics;

namespace RnnGen.Training;

/// <summary>
/// What happens to the rows of a block between layers: the tokens' embeddings, the states of both directions side by side, the summary of a
/// whole sequence, and the way back of the gradients. Rows of steps that do not exist are neither read nor written.
/// </summary>
/// <remarks>
/// Buffers of states are one step ahead in the forward direction: the state after step t is in slot (t + 1, row). In the reverse direction
/// it is in slot (t, row). The summary of a sequence stands in the slot of its last step.
/// </remarks>
public static partial class LayerRows
{
    /// <summary>For a layer that has one direction: there is no buffer of the reverse one.</summary>
    private const int None = -1;

    /// <summary>Sets a block's rows of a buffer to zero.</summary>
    /// <param name="workspace">A loaded workspace.</param>
    /// <param name="block">One of its blocks.</param>
    /// <param name="buffer">Which training buffer.</param>
    public static void Clear(TrainingWorkspace workspace, SequenceBlock block, int buffer)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        int width = workspace.RowWidth(buffer);
        workspace.Buffer(buffer).Slice(block.Slot * width, (block.Steps + 1) * block.Rows * width).Clear();
    }

    /// <summary>Copies the tokens' rows of an embedding.</summary>
    /// <param name="workspace">A loaded workspace.</param>
    /// <param name="block">One of its blocks.</param>
    /// <param name="table">A row for every token, as wide as the buffer's.</param>
    /// <param name="destination">Which training buffer receives them.</param>
    public static void Embed(TrainingWorkspace workspace, SequenceBlock block, ReadOnlySpan<float> table, int destination)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        int width = workspace.RowWidth(destination);
        Span<float> rows = workspace.Buffer(destination);
        ReadOnlySpan<int> tokens = workspace.Tokens;
        foreach (SlotRun run in workspace.Runs(block))
        {
            for (int slot = run.Slot; slot < run.End; slot++)
            {
                table.Slice(tokens[slot] * width, width).CopyTo(rows.Slice(slot * width, width));
            }
        }
    }

    /// <summary>Copies the tokens' columns of the output layer's weights, which are the embedding too.</summary>
    /// <param name="workspace">A loaded workspace.</param>
    /// <param name="block">One of its blocks.</param>
    /// <param name="weights">The output layer's weights: a row for every hidden unit.</param>
    /// <param name="stride">The distance between those rows.</param>
    /// <param name="destination">Which training buffer receives them.</param>
    public static void EmbedTied(TrainingWorkspace workspace, SequenceBlock block, ReadOnlySpan<float> weights, int stride, int destination)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        int width = workspace.RowWidth(destination);
        Span<float> rows = workspace.Buffer(destination);
        ReadOnlySpan<int> tokens = workspace.Tokens;
        foreach (SlotRun run in workspace.Runs(block))
        {
            for (int slot = run.Slot; slot < run.End; slot++)
            {
                TiedEmbedding.Copy(weights, stride, tokens[slot], workspace.Description.HiddenSize, rows.Slice(slot * width, width));
            }
        }
    }

    /// <summary>Copies the hidden states after every step, those of the reverse direction to the right of the forward ones.</summary>
    /// <param name="workspace">A loaded workspace.</param>
    /// <param name="block">One of its blocks.</param>
    /// <param name="destination">Which training buffer receives them.</param>
    /// <param name="forward">The buffer of the forward direction's states.</param>
    /// <param name="reverse">The buffer of the reverse direction's states; -1 for none.</param>
    public static void Join(TrainingWorkspace workspace, SequenceBlock block, int destination, int forward, int reverse = None)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var to = new Rows(workspace, destination);
        var from = new Directions(workspace, block, forward, reverse, isAhead: true);
        foreach (SlotRun run in workspace.Runs(block))
        {
            for (int slot = run.Slot; slot < run.End; slot++)
            {
                for (int direction = 0; direction < from.Count; direction++)
                {
                    from.At(direction, slot).CopyTo(to.Part(slot, direction));
                }

                to.ClearPadding(slot, from.Count);
            }
        }
    }

    /// <summary>Adds the gradients of joined states to those of each direction.</summary>
    /// <param name="workspace">A loaded workspace.</param>
    /// <param name="block">One of its blocks.</param>
    /// <param name="source">The buffer of the gradients of joined states.</param>
    /// <param name="isAhead">Whether the forward direction's gradients are one step ahead, like its states.</param>
    /// <param name="forward">The buffer of the gradients of the forward direction's states.</param>
    /// <param name="reverse">That of the reverse direction; -1 for none.</param>
    public static void Split(TrainingWorkspace workspace, SequenceBlock block, int source, bool isAhead, int forward, int reverse = None)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var from = new Rows(workspace, source);
        var to = new Directions(workspace, block, forward, reverse, isAhead);
        foreach (SlotRun run in workspace.Runs(block))
        {
            for (int slot = run.Slot; slot < run.End; slot++)
            {
                for (int direction = 0; direction < to.Count; direction++)
                {
                    RowMath.Add(from.Part(slot, direction), to.At(direction, slot));
                }
            }
        }
    }

    /// <summary>The rows of a buffer that hold the units of one direction, or of two side by side.</summary>
    private readonly ref struct Rows(TrainingWorkspace workspace, int buffer)
    {
        private readonly Span<float> _rows = workspace.Buffer(buffer);
        private readonly int _width = workspace.RowWidth(buffer);
        private readonly int _units = workspace.Description.HiddenSize;

        public Span<float> Part(int slot, int direction) => _rows.Slice((slot * _width) + (direction * _units), _units);

        /// <summary>Weight gradients are computed for whole tiles: what no unit fills must be zero for them.</summary>
        public void ClearPadding(int slot, int directions) =>
            _rows.Slice((slot * _width) + (directions * _units), _width - (directions * _units)).Clear();
    }

    /// <summary>The buffers of what each direction has: states, or their gradients.</summary>
    private readonly ref struct Directions(TrainingWorkspace workspace, SequenceBlock block, int forward, int reverse, bool isAhead)
    {
        private readonly Span<float> _forward = workspace.Buffer(forward);
        private readonly Span<float> _reverse = reverse == None ? default : workspace.Buffer(reverse);
        private readonly int _width = workspace.RowWidth(forward);
        private readonly int _units = workspace.Description.HiddenSize;
        private readonly int _ahead = isAhead ? block.Rows : 0;

        public int Count { get; } = reverse == None ? 1 : 2;

        /// <summary>What belongs to the step of a slot.</summary>
        public Span<float> At(int direction, int slot) => direction == 0
            ? _forward.Slice((slot + _ahead) * _width, _units)
            : _reverse.Slice(slot * _width, _units);
    }
}
