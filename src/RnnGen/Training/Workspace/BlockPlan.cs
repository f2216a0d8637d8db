using System;
using static RnnGen.Training.GrowingMemory;

namespace RnnGen.Training;

/// <summary>
/// In which order the sequences of a batch run, which of them side by side, and which slots of their blocks are real steps. A function of the lengths alone.
/// </summary>
/// <param name="hasOutputEveryStep">Whether every step has an output, or the last one of a sequence.</param>
internal sealed class BlockPlan(bool hasOutputEveryStep)
{
    private SequenceBlock[] _blocks = [];
    private SlotRun[] _runs = [];
    private SlotRun[] _recurrentRuns = [];
    private SlotRun[] _outputRuns = [];
    private int[] _activeRows = [];
    private int[] _order = [];
    private int[] _lengths = [];
    private long[] _sortKeys = [];
    private int _blockCount;
    private int _runCount;
    private int _recurrentRunCount;
    private int _outputRunCount;

    /// <summary>How many sequences there are.</summary>
    public int SequenceCount { get; private set; }

    /// <summary>The blocks.</summary>
    public ReadOnlySpan<SequenceBlock> Blocks => _blocks.AsSpan(0, _blockCount);

    /// <summary>The places in the batch of the sequences as they run: the longest first.</summary>
    public ReadOnlySpan<int> Order => _order.AsSpan(0, SequenceCount);

    /// <summary>The lengths of the sequences, in steps, by their places in the batch.</summary>
    public ReadOnlySpan<int> Lengths => _lengths.AsSpan(0, SequenceCount);

    /// <summary>At a block's <c>Slot + t</c>, for t from 0 to Steps: how many rows have a step t.</summary>
    public ReadOnlySpan<int> ActiveRows => _activeRows;

    /// <summary>The slots of a block's real steps.</summary>
    public ReadOnlySpan<SlotRun> Runs(SequenceBlock block) => _runs.AsSpan(block.FirstRun, block.RunCount);

    /// <summary>The slots of a block's real steps but for the first of each sequence.</summary>
    public ReadOnlySpan<SlotRun> RecurrentRuns(SequenceBlock block) => _recurrentRuns.AsSpan(block.FirstRecurrentRun, block.RecurrentRunCount);

    /// <summary>The slots of a block's steps that have an output.</summary>
    public ReadOnlySpan<SlotRun> OutputRuns(SequenceBlock block) => _outputRuns.AsSpan(block.FirstOutputRun, block.OutputRunCount);

    /// <summary>Begins a batch.</summary>
    /// <param name="count">How many sequences it has: at least 1.</param>
    /// <returns>Receives the length of each, at least 1, before <see cref="PlanBlocks"/>.</returns>
    public Span<int> Begin(int count)
    {
        SequenceCount = count;
        Grow(ref _lengths, count);
        return _lengths.AsSpan(0, count);
    }

    /// <summary>Forgets the batch.</summary>
    public void Clear()
    {
        SequenceCount = 0;
        _blockCount = 0;
    }

    /// <summary>Sorts the sequences and cuts them into blocks.</summary>
    /// <returns>How many slots the blocks have together; where that is beyond an array, they are not to be used.</returns>
    public long PlanBlocks()
    {
        SortByLength();
        _blockCount = BlocksOf(SequenceCount);
        Grow(ref _blocks, _blockCount);
        long slot = 0;
        for (int b = 0; b < _blockCount; b++)
        {
            int first = b * SequenceBlock.MaxRows;
            int rows = Math.Min(SequenceBlock.MaxRows, SequenceCount - first);
            int steps = _lengths[_order[first]];
            _blocks[b] = new SequenceBlock((int)Math.Min(slot, int.MaxValue), rows, steps, first);
            slot += (steps + 1L) * rows;
        }

        return slot;
    }

    /// <summary>Makes room for so many slots as <see cref="PlanBlocks"/> returned.</summary>
    public void ReserveSlots(int slots) => Grow(ref _activeRows, slots);

    /// <summary>Finds the real steps of the blocks, for which there is room.</summary>
    public void PlanRuns()
    {
        CountActiveRows();
        _runCount = 0;
        _recurrentRunCount = 0;
        _outputRunCount = 0;
        for (int b = 0; b < _blockCount; b++)
        {
            SequenceBlock block = _blocks[b];
            int firstRun = _runCount;
            int firstRecurrentRun = _recurrentRunCount;
            int firstOutputRun = _outputRunCount;
            for (int t = 0; t < block.Steps; t++)
            {
                int slot = block.Slot + (t * block.Rows);
                int active = _activeRows[block.Slot + t];
                AddRun(ref _runs, ref _runCount, firstRun, slot, active);
                if (t > 0)
                {
                    AddRun(ref _recurrentRuns, ref _recurrentRunCount, firstRecurrentRun, slot, active);
                }

                int still = hasOutputEveryStep ? 0 : _activeRows[block.Slot + t + 1];
                AddRun(ref _outputRuns, ref _outputRunCount, firstOutputRun, slot + still, active - still);
            }

            _blocks[b] = block with
            {
                FirstRun = firstRun,
                RunCount = _runCount - firstRun,
                FirstRecurrentRun = firstRecurrentRun,
                RecurrentRunCount = _recurrentRunCount - firstRecurrentRun,
                FirstOutputRun = firstOutputRun,
                OutputRunCount = _outputRunCount - firstOutputRun,
            };
        }
    }

    /// <summary>Makes room for the batch of the longest sequences.</summary>
    /// <param name="lengths">The lengths of all sequences that can come, the longest first.</param>
    /// <param name="count">How many of them a batch has.</param>
    /// <returns>How many slots that batch has.</returns>
    public long Reserve(ReadOnlySpan<int> lengths, int count)
    {
        long slots = 0;
        int steps = 0;
        for (int first = 0; first < count; first += SequenceBlock.MaxRows)
        {
            slots += (long)Math.Min(SequenceBlock.MaxRows, count - first) * (lengths[first] + 1);
            steps += lengths[first];
        }

        Grow(ref _order, count);
        Grow(ref _lengths, count);
        Grow(ref _sortKeys, count);
        Grow(ref _blocks, BlocksOf(count));

        // A step of a block opens at most one run.
        Grow(ref _runs, steps);
        Grow(ref _recurrentRuns, steps);
        Grow(ref _outputRuns, steps);
        return slots;
    }

    private static int BlocksOf(int sequences) => (sequences + SequenceBlock.MaxRows - 1) / SequenceBlock.MaxRows;

    private void SortByLength()
    {
        Grow(ref _order, SequenceCount);
        Grow(ref _sortKeys, SequenceCount);
        for (int i = 0; i < SequenceCount; i++)
        {
            // The place in the batch breaks ties, so that the order, and with it every sum, is a function of the batch alone.
            _sortKeys[i] = ((long)-_lengths[i] << 32) + i;
            _order[i] = i;
        }

        Array.Sort(_sortKeys, _order, 0, SequenceCount);
    }

    private void CountActiveRows()
    {
        foreach (SequenceBlock block in Blocks)
        {
            Span<int> active = _activeRows.AsSpan(block.Slot, block.Steps + 1);
            int counted = 0;
            for (int row = block.Rows - 1; row >= 0; row--)
            {
                // Up to here this row and the longer ones before it still run.
                int length = _lengths[_order[block.FirstSequence + row]];
                active[counted..length].Fill(row + 1);
                counted = length;
            }

            active[counted] = 0;
        }
    }

    private static void AddRun(ref SlotRun[] runs, ref int count, int firstOfBlock, int slot, int length)
    {
        if (length == 0)
        {
            return;
        }

        if (count > firstOfBlock && runs[count - 1].End == slot && runs[count - 1].Count + length <= SlotRun.MaxCount)
        {
            runs[count - 1] = runs[count - 1] with { Count = runs[count - 1].Count + length };
            return;
        }

        Grow(ref runs, count + 1);
        runs[count++] = new SlotRun(slot, length);
    }
}
