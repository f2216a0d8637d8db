using System;
using RnnGen.Training;

namespace RnnGen.Inference;

/// <summary>
/// A workspace for forward passes over many sequences: it puts those of similar length together, and has memory for one such block, which all blocks run in, one after
/// another. What a pass keeps for the way back is overwritten by the next before it leaves the cache.
/// </summary>
internal sealed class PredictionWorkspace(ModelDescription description)
{
    /// <summary>Steps that run together, so that a few very long sequences do not take memory without bounds.</summary>
    private const int MostSteps = 8192;

    /// <summary>Floats that are reserved for steps which have not come yet: 16 MiB.</summary>
    private const long ReservedFloats = 1 << 22;

    private readonly BlockPlan _plan = new(description.HasOutputEveryStep);
    private readonly int[] _blockStarts = new int[SequenceBlock.MaxRows];
    private readonly int[] _blockLengths = new int[SequenceBlock.MaxRows];
    private int[] _starts = [];
    private OutputPlace[] _outputs = [];
    private int _outputCount;
    private int _done;
    private int _reservedSteps;

    /// <summary>The memory that the emitted code runs in; there is one block in it.</summary>
    public TrainingWorkspace Training { get; } = new(description);

    /// <summary>How many outputs all sequences have.</summary>
    public int TotalOutputs { get; private set; }

    /// <summary>The outputs of the sequences at hand, in the order of their steps.</summary>
    public ReadOnlySpan<OutputPlace> Outputs => _outputs.AsSpan(0, _outputCount);

    /// <summary>Begins with some sequences, whose lengths have been checked.</summary>
    /// <param name="lengths">The length of each, in steps.</param>
    public void Begin(ReadOnlySpan<int> lengths)
    {
        lengths.CopyTo(_plan.Begin(lengths.Length));
        _ = _plan.PlanBlocks();
        GrowingMemory.Grow(ref _starts, lengths.Length);
        int start = 0;
        for (int i = 0; i < lengths.Length; i++)
        {
            _starts[i] = start;
            start += lengths[i];
        }

        TotalOutputs = description.HasOutputEveryStep ? start : lengths.Length;
        _done = 0;
    }

    /// <summary>
    /// Makes room for a sequence on its own: for the longest at once, so that only the first call allocates; where that is much memory, for sequences of twice as
    /// many steps as this one.
    /// </summary>
    /// <param name="steps">How many steps it has: 1 to SequenceLength.</param>
    public void ReserveOne(int steps)
    {
        if (steps <= _reservedSteps)
        {
            return;
        }

        _reservedSteps = (int)Math.Min(description.SequenceLength, Math.Max(2L * steps, ReservedFloats / Training.FloatsPerSlot));
        Training.Reserve([_reservedSteps], batchSize: 1);
        GrowingMemory.Grow(ref _outputs, _reservedSteps);
    }

    /// <summary>Loads the next few of them, the longest first, if any are left.</summary>
    /// <param name="all">The inputs of all sequences.</param>
    /// <param name="standardization">What features go through; not read where there are tokens.</param>
    /// <returns>Whether any were left.</returns>
    /// <exception cref="ArgumentException">A feature is not finite when standardised.</exception>
    public bool LoadNext(in SequenceSample all, FeatureStandardization? standardization)
    {
        ReadOnlySpan<int> left = _plan.Order[_done..];
        if (left.IsEmpty)
        {
            return false;
        }

        int rows = Math.Clamp(MostSteps / _plan.Lengths[left[0]], 1, Math.Min(SequenceBlock.MaxRows, left.Length));
        for (int row = 0; row < rows; row++)
        {
            _blockStarts[row] = _starts[left[row]];
            _blockLengths[row] = _plan.Lengths[left[row]];
        }

        Training.LoadInputs(all, _blockStarts.AsSpan(0, rows), _blockLengths.AsSpan(0, rows), standardization);
        PlaceOutputs(left[..rows]);
        _done += rows;
        return true;
    }

    private void PlaceOutputs(ReadOnlySpan<int> sequences)
    {
        SequenceBlock block = Training.Blocks[0];
        _outputCount = 0;
        for (int row = 0; row < block.Rows; row++)
        {
            int sequence = sequences[Training.BatchIndex(row)];
            int length = _plan.Lengths[sequence];
            int first = description.HasOutputEveryStep ? 0 : length - 1;
            GrowingMemory.Grow(ref _outputs, _outputCount + length - first);
            for (int t = first; t < length; t++)
            {
                int place = description.HasOutputEveryStep ? _starts[sequence] + t : sequence;
                _outputs[_outputCount++] = new OutputPlace(block.Slot + (t * block.Rows) + row, place);
            }
        }
    }
}
