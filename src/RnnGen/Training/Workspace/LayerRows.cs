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
public static class LayerRows
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
