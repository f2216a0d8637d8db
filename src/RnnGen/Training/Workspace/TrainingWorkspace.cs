using System;
using RnnGen.Numerics;
using static System.FormattableString;

namespace RnnGen.Training;

/// <summary>
/// A mini-batch in the order in which the emitted code runs it, and the memory it runs in: sequences sorted by length and cut into
/// blocks, the activations that the forward pass keeps, the gradients that the backward pass leaves. Made once and loaded again for every
/// batch; it allocates only while batches still grow.
/// </summary>
public sealed partial class TrainingWorkspace
{
    private static readonly int LongestBuffer = Array.MaxLength - 64;

    private readonly ModelDescription _description;
    private readonly AlignedBuffer[] _buffers;
    private readonly AlignedBuffer _transposed;
    private readonly int _featureStride;
    private readonly int _targetStride;
    private SequenceBlock[] _blocks = [];
    private SlotRun[] _runs = [];
    private SlotRun[] _outputRuns = [];
    private int[] _tokens = [];
    private int[] _targets = [];
    private int[] _activeRows = [];
    private int[] _predicted = [];
    private float[] _lossWeights = [];
    private float[] _losses = [];
    private AlignedBuffer _features = new(0);
    private AlignedBuffer _targetValues = new(0);
    private int[] _order = [];
    private int[] _lengths = [];
    private int[] _starts = [];
    private long[] _sortKeys = [];
    private int _blockCount;
    private int _runCount;
    private int _outputRunCount;
    private int _slots;
    private CarriedStates? _carried;

    /// <summary>An empty workspace for models of one class.</summary>
    /// <param name="description">The class's description.</param>
    public TrainingWorkspace(ModelDescription description)
    {
        ArgumentNullException.ThrowIfNull(description);
        _description = description;
        _transposed = new AlignedBuffer(description.TransposedStorage);
        _buffers = new AlignedBuffer[description.TrainingRowWidths.Length];
        Array.Fill(_buffers, new AlignedBuffer(0));
        _featureStride = description.FeatureStride;
        _targetStride = description.Task == SequenceTask.Regression ? Softmax.RowLength(description.OutputSize) : 0;
    }

    /// <summary>How much each label counts in the loss; null if all count the same.</summary>
    internal LabelWeighting? Weighting { get; init; }

    /// <summary>The factors of recurrent dropout have numbers from here on.</summary>
    internal const int RecurrentSite = 1 << 16;

    /// <summary>The key of this training step's factors of dropout; null where nothing is dropped.</summary>
    internal ulong? DropoutKey { get; set; }

    /// <summary>The class of models that the workspace serves.</summary>
    public ModelDescription Description => _description;

    /// <summary>Checks that the workspace was made for a class: its buffers have the sizes that the class's kernels assume.</summary>
    /// <param name="description">The class's description.</param>
    /// <exception cref="ArgumentException">The workspace belongs to another class.</exception>
    public void CheckDescription(ModelDescription description)
    {
        ArgumentNullException.ThrowIfNull(description);
        if (!ReferenceEquals(description, _description))
        {
            throw new ArgumentException($"The workspace was made for {_description.Name}, not for {description.Name}.");
        }
    }

    /// <summary>The blocks of the loaded batch.</summary>
    public ReadOnlySpan<SequenceBlock> Blocks => _blocks.AsSpan(0, _blockCount);

    /// <summary>The slots of a block's real steps, as few runs of consecutive slots.</summary>
    /// <param name="block">One of <see cref="Blocks"/>.</param>
    public ReadOnlySpan<SlotRun> Runs(SequenceBlock block) => _runs.AsSpan(block.FirstRun, block.RunCount);

    /// <summary>The slots of a block's steps that have an output: all, or, where there is one a sequence, the last steps.</summary>
    /// <param name="block">One of <see cref="Blocks"/>.</param>
    public ReadOnlySpan<SlotRun> OutputRuns(SequenceBlock block) => _outputRuns.AsSpan(block.FirstOutputRun, block.OutputRunCount);

    /// <summary>How many sequences the loaded batch has.</summary>
    public int SequenceCount { get; private set; }

    /// <summary>The input token of every slot; 0 throughout for a model that reads features.</summary>
    public ReadOnlySpan<int> Tokens => _tokens.AsSpan(0, _slots);

    /// <summary>
    /// The standardised input of every slot: a row of <see cref="ModelDescription.FeatureStride"/> floats, padded with zeros, on a 64-byte boundary; what
    /// stands in slots that are no real step is finite and of no meaning. Empty for a model that reads tokens.
    /// </summary>
    public ReadOnlySpan<float> Features => _features.Span[..(_slots * _featureStride)];

    /// <summary>
    /// The true output of every slot, -1 where there is none; 0 where a regressor has one in <see cref="TargetValues"/>. The only target of a sequence is in the
    /// slot of its last step.
    /// </summary>
    public ReadOnlySpan<int> Targets => _targets.AsSpan(0, _slots);

    /// <summary>
    /// The true numbers of a regressor's slots that have a target: a row of <see cref="ModelDescription.OutputSize"/> floats, padded with zeros to a multiple of
    /// 16, on a 64-byte boundary. Empty for other tasks.
    /// </summary>
    public ReadOnlySpan<float> TargetValues => _targetValues.Span[..(_slots * _targetStride)];

    /// <summary>The factor of a slot's loss in that of the batch; 0 where there is no target.</summary>
    public ReadOnlySpan<float> LossWeights => _lossWeights.AsSpan(0, _slots);

    /// <summary>
    /// At a block's <c>Slot + t</c>, for t from 0 to Steps: how many rows have a step t. Never rises with t; 0 at t = Steps.
    /// </summary>
    public ReadOnlySpan<int> ActiveRows => _activeRows.AsSpan(0, _slots);

    /// <summary>Receives the loss of every slot that has a target, not weighted: the cross-entropy in nats, or a regressor's mean squared error.</summary>
    public Span<float> Losses => _losses.AsSpan(0, _slots);

    /// <summary>Receives the most probable output of every slot that has a target; of no meaning for a regressor.</summary>
    public Span<int> Predicted => _predicted.AsSpan(0, _slots);

    /// <summary>The transposed copy of the weights.</summary>
    public Span<float> Transposed => _transposed.Span;

    /// <summary>
    /// A training buffer: a row of <see cref="ModelDescription.TrainingRowWidths"/>[<paramref name="index"/>] floats for every slot.
    /// </summary>
    /// <param name="index">Which buffer.</param>
    public Span<float> Buffer(int index) => _buffers[index].Span[..(_slots * _description.TrainingRowWidths[index])];

    /// <summary>The row of logits, or of a regressor's outputs, in a slot: that of the last buffer.</summary>
    internal Span<float> OutputRow(int slot)
    {
        int width = _description.TrainingRowWidths[^1];
        return _buffers[^1].Span.Slice(slot * width, width);
    }

    /// <summary>
    /// Writes the states that a block's sequences have before their first step: s_0 = 0, or, where a window of a continuous text goes on,
    /// the state that the window before it ended in.
    /// </summary>
    /// <param name="block">One of <see cref="Blocks"/>.</param>
    /// <param name="buffer">One of <see cref="ModelDescription.StateBuffers"/>.</param>
    public void BeginStates(SequenceBlock block, int buffer)
    {
        int width = _description.TrainingRowWidths[buffer];
        Span<float> states = Buffer(buffer).Slice(block.Slot * width, block.Rows * width);
        states.Clear();
        if (_carried is not { } carried)
        {
            return;
        }

        int place = _description.StateBuffers.IndexOf(buffer);
        for (int row = 0; row < block.Rows; row++)
        {
            carried.Of(place, _order[block.FirstSequence + row]).CopyTo(states[(row * width)..]);
        }
    }

    /// <summary>Whether passes over the loaded batch drop what their networks declare: only in training.</summary>
    public bool HasDropout => DropoutKey is not null;

    /// <summary>Writes the factors of dropout for a sequence at a step.</summary>
    /// <param name="site">What they are for: each number has factors of its own.</param>
    /// <param name="sequence">The place of the sequence in the workspace: 0 to <see cref="SequenceCount"/> - 1.</param>
    /// <param name="step">The step; 0 for factors that are the same at all steps.</param>
    /// <param name="rate">The probability that an element is dropped.</param>
    /// <param name="factors">Receives the factors: 0 and 1 / (1 - rate), or 1 outside of training.</param>
    public void FillDropout(int site, int sequence, int step, float rate, Span<float> factors)
    {
        if (DropoutKey is not { } key)
        {
            factors.Fill(1f);
            return;
        }

        // The place in the batch as it was loaded: the same factors whatever the other sequences' lengths.
        ulong place = ((ulong)site << 32) | (uint)_order[sequence];
        DropoutMask.Fill(DropoutMask.Derive(DropoutMask.Derive(key, place), (ulong)step), rate, factors);
    }

    /// <summary>How wide the rows of a training buffer are.</summary>
    /// <param name="index">Which buffer.</param>
    public int RowWidth(int index) => _description.TrainingRowWidths[index];

    /// <summary>The place in the batch, as it was loaded, of a sequence of the workspace.</summary>
    /// <param name="sequence">0 to <see cref="SequenceCount"/> - 1, in the workspace's order: longest first.</param>
    public int BatchIndex(int sequence) => _order[sequence];

    /// <summary>
    /// The mean loss of the loaded batch: the sum over all slots, in their order, of LossWeights x Losses, in double precision.
    /// </summary>
    public double TotalLoss()
    {
        double total = 0;
        for (int slot = 0; slot < _slots; slot++)
        {
            if (_targets[slot] >= 0)
            {
                total += (double)_lossWeights[slot] * _losses[slot];
            }
        }

        return total;
    }

    /// <summary>Loads the sequences of a data set that <paramref name="indices"/> name, as one batch.</summary>
    /// <param name="dataset">A data set for the model's task and no longer than its sequences.</param>
    /// <param name="indices">Which sequences: at least one, each from 0 to Count - 1.</param>
    /// <param name="standardization">What features go through: the model's. Not read where there are tokens.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="indices"/> is empty, the data set is not of the model's kind, or one of the sequences is too long for the model, has a wrong number of
    /// targets, or features that are not finite when standardised.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A token or a target is out of the model's range.</exception>
    /// <exception cref="InvalidOperationException">The activations of the batch do not fit in one array.</exception>
    public void Load(SequenceDataset dataset, ReadOnlySpan<int> indices, FeatureStandardization? standardization = null) =>
        Load(dataset, indices, standardization, carried: null);

    /// <summary>Loads sequences as one batch, which begins with the states that others ended in.</summary>
    /// <param name="dataset">A data set for the model's task and no longer than its sequences.</param>
    /// <param name="indices">Which sequences: at least one, each from 0 to Count - 1.</param>
    /// <param name="standardization">What features go through: the model's. Not read where there are tokens.</param>
    /// <param name="carried">The states; null for zero.</param>
    internal void Load(
        SequenceDataset dataset, ReadOnlySpan<int> indices, FeatureStandardization? standardization, CarriedStates? carried)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        RequireStandardization(standardization);
        if (indices.IsEmpty)
        {
            throw new ArgumentException("A batch needs at least one sequence.", nameof(indices));
        }

        // The emitted kernels index rows of weights by these numbers without further checks.
        TrainingInput.CheckKind(_description, dataset);
        foreach (int index in indices)
        {
            TrainingInput.Check(_description, dataset.SampleAt(index), index);
        }

        _carried = carried;
        carried?.Begin(dataset, indices);
        Grow(ref _lengths, indices.Length);
        for (int i = 0; i < indices.Length; i++)
        {
            _lengths[i] = dataset.LengthOf(indices[i]);
        }

        SortByLength(indices.Length);
        Reserve(PlanBlocks());
        double shares = SumOfShares(dataset, indices);
        foreach (SequenceBlock block in Blocks)
        {
            for (int row = 0; row < block.Rows; row++)
            {
                int index = indices[_order[block.FirstSequence + row]];
                FillRow(block, row, dataset.SampleAt(index), standardization, shares, index);
            }
        }

        PlanRuns();
    }

    /// <summary>Loads one sequence of tokens with ids as targets, as a batch of its own.</summary>
    /// <param name="inputs">The token ids that the network reads: at least one.</param>
    /// <param name="targets">One target a step, or a single one for the last step of a classifier; -1 where there is none.</param>
    /// <exception cref="ArgumentException">The sequence is empty or too long for the model, or has a wrong number of targets.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token or a target is out of the model's range.</exception>
    public void Load(ReadOnlySpan<int> inputs, ReadOnlySpan<int> targets) =>
        Load(new SequenceSample { Tokens = inputs, Targets = targets }, standardization: null);

    /// <summary>Loads one sequence as a batch of its own.</summary>
    /// <param name="sample">The sequence.</param>
    /// <param name="standardization">What features go through; not read where there are tokens.</param>
    /// <exception cref="ArgumentException">
    /// The sequence is empty or too long for the model, has a wrong number of targets, or numbers that are not finite.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A token or a target is out of the model's range.</exception>
    internal void Load(in SequenceSample sample, FeatureStandardization? standardization)
    {
        RequireStandardization(standardization);
        TrainingInput.Check(_description, sample);
        _carried = null;
        int steps = StepsOf(sample);
        SequenceCount = 1;
        Grow(ref _order, 1);
        _order[0] = 0;
        Grow(ref _blocks, 1);
        _blockCount = 1;
        _blocks[0] = new SequenceBlock(0, 1, steps, 0);
        Reserve(steps + 1);
        FillRow(_blocks[0], 0, sample, standardization, ShareOf(sample.Targets));
        PlanRuns();
    }

    /// <summary>Loads sequences without targets, for a forward pass alone.</summary>
    /// <param name="tokens">The token ids of all sequences, one after another.</param>
    /// <param name="lengths">The length of each sequence: at least one sequence, each from 1 to the model's SequenceLength.</param>
    /// <exception cref="ArgumentException">
    /// There is no sequence, one has a wrong length, or the lengths do not add up to the tokens.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A token is not in the vocabulary.</exception>
    /// <exception cref="InvalidOperationException">The activations of the batch do not fit in one array.</exception>
    public void LoadInputs(ReadOnlySpan<int> tokens, ReadOnlySpan<int> lengths)
    {
        TrainingInput.CheckLengths(_description, tokens, lengths);
        LoadInputs(new SequenceSample { Tokens = tokens }, lengths, standardization: null);
    }

    /// <summary>Loads sequences of features without targets, for a forward pass alone.</summary>
    /// <param name="features">The features of all sequences, a row a step, one sequence after another.</param>
    /// <param name="lengths">The length of each sequence in steps: at least one sequence, each from 1 to the model's SequenceLength.</param>
    /// <param name="standardization">What features go through: the model's.</param>
    /// <exception cref="ArgumentException">
    /// There is no sequence, one has a wrong length, the lengths do not add up to the features, or one of these is not finite when standardised.
    /// </exception>
    /// <exception cref="InvalidOperationException">The activations of the batch do not fit in one array.</exception>
    public void LoadInputs(ReadOnlySpan<float> features, ReadOnlySpan<int> lengths, FeatureStandardization standardization)
    {
        RequireFeatures();
        RequireStandardization(standardization);
        TrainingInput.CheckLengths(_description, features, lengths);
        LoadInputs(new SequenceSample { Features = features }, lengths, standardization);
    }

    private void LoadInputs(in SequenceSample all, ReadOnlySpan<int> lengths, FeatureStandardization? standardization)
    {
        int features = _description.FeatureCount;
        _carried = null;
        Grow(ref _lengths, lengths.Length);
        Grow(ref _starts, lengths.Length);
        lengths.CopyTo(_lengths);
        int start = 0;
        for (int i = 0; i < lengths.Length; i++)
        {
            _starts[i] = start;
            start += lengths[i];
        }

        SortByLength(lengths.Length);
        Reserve(PlanBlocks());
        foreach (SequenceBlock block in Blocks)
        {
            for (int row = 0; row < block.Rows; row++)
            {
                int index = _order[block.FirstSequence + row];
                var sample = new SequenceSample
                {
                    Tokens = features == 0 ? all.Tokens.Slice(_starts[index], lengths[index]) : [],
                    Features = all.Features.Slice(_starts[index] * features, lengths[index] * features),
                };
                FillRow(block, row, sample, standardization, shares: 0);
            }
        }

        PlanRuns();
    }

    /// <summary>Copies the states that the sequences ended in, a row a sequence, by their places in the batch as it was loaded.</summary>
    /// <param name="buffer">One of <see cref="ModelDescription.StateBuffers"/>, after a forward pass.</param>
    /// <param name="destination">Receives <see cref="SequenceCount"/> rows.</param>
    internal void CopyFinalStates(int buffer, Span<float> destination)
    {
        int width = _description.TrainingRowWidths[buffer];
        ReadOnlySpan<float> states = Buffer(buffer);
        foreach (SequenceBlock block in Blocks)
        {
            for (int row = 0; row < block.Rows; row++)
            {
                int index = _order[block.FirstSequence + row];
                int last = block.Slot + (_lengths[index] * block.Rows) + row;
                states.Slice(last * width, width).CopyTo(destination[(index * width)..]);
            }
        }
    }

    /// <summary>Makes room for the largest batch that a data set can give, so that no later load of such a batch allocates.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="batchSize">The most sequences a batch will have: at least 1.</param>
    internal void ReserveFor(SequenceDataset dataset, int batchSize)
    {
        int sequences = Math.Min(batchSize, dataset.Count);
        int[] lengths = new int[dataset.Count];
        for (int i = 0; i < lengths.Length; i++)
        {
            lengths[i] = -dataset.LengthOf(i);
        }

        Array.Sort(lengths);
        long slots = 0;
        int steps = 0;
        for (int first = 0; first < sequences; first += SequenceBlock.MaxRows)
        {
            slots += (long)Math.Min(SequenceBlock.MaxRows, sequences - first) * (1 - lengths[first]);
            steps -= lengths[first];
        }

        Grow(ref _order, sequences);
        Grow(ref _lengths, sequences);
        Grow(ref _sortKeys, sequences);
        Grow(ref _blocks, (sequences + SequenceBlock.MaxRows - 1) / SequenceBlock.MaxRows);

        // A step of a block opens at most one run.
        Grow(ref _runs, steps);
        Grow(ref _outputRuns, steps);
        Grow(ref _presence, -lengths[0]);
        EnsureSlots(slots);
    }

    private void SortByLength(int count)
    {
        SequenceCount = count;
        Grow(ref _order, count);
        Grow(ref _sortKeys, count);
        for (int i = 0; i < count; i++)
        {
            // The place in the batch breaks ties, so that the order, and with it every sum, is a function of the batch alone.
            _sortKeys[i] = ((long)-_lengths[i] << 32) + i;
            _order[i] = i;
        }

        Array.Sort(_sortKeys, _order, 0, count);
    }

    private long PlanBlocks()
    {
        _blockCount = (SequenceCount + SequenceBlock.MaxRows - 1) / SequenceBlock.MaxRows;
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

    private void Reserve(long slots)
    {
        EnsureSlots(slots);
        _slots = (int)slots;
        Array.Clear(_tokens, 0, _slots);
        Array.Fill(_targets, -1, 0, _slots);
        Array.Clear(_activeRows, 0, _slots);
        Array.Clear(_lossWeights, 0, _slots);
    }

    private void EnsureSlots(long slots)
    {
        int widest = Math.Max(1, Math.Max(_featureStride, _targetStride));
        foreach (int width in _description.TrainingRowWidths)
        {
            widest = Math.Max(widest, width);
        }

        if (slots > LongestBuffer / widest)
        {
            int fitting = LongestBuffer / widest;
            throw new InvalidOperationException(Invariant(
                $"The activations of this batch need {slots} rows of {widest} floats, and at most {fitting} fit; use a smaller batch."));
        }

        int length = (int)slots;
        Grow(ref _tokens, length);
        Grow(ref _targets, length);
        Grow(ref _activeRows, length);
        Grow(ref _predicted, length);
        Grow(ref _lossWeights, length);
        Grow(ref _losses, length);
        for (int i = 0; i < _buffers.Length; i++)
        {
            Grow(ref _buffers[i], length * _description.TrainingRowWidths[i]);
        }

        Grow(ref _features, length * _featureStride);
        Grow(ref _targetValues, length * _targetStride);
    }

    private double SumOfShares(SequenceDataset dataset, ReadOnlySpan<int> indices)
    {
        if (Weighting is null)
        {
            return indices.Length;
        }

        double shares = 0;
        foreach (int index in indices)
        {
            shares += ShareOf(dataset.TargetsOf(index));
        }

        return shares;
    }

    private double ShareOf(ReadOnlySpan<int> targets) => Weighting is { } weighting ? weighting.ShareOf(weighting.WeightOf(targets)) : 1;

    private void FillRow(
        SequenceBlock block, int row, in SequenceSample sample, FeatureStandardization? standardization, double shares, int sequence = -1)
    {
        int steps = StepsOf(sample);
        for (int t = 0; t < steps; t++)
        {
            _activeRows[block.Slot + t]++;
        }

        for (int t = 0; t < sample.Tokens.Length; t++)
        {
            _tokens[block.Slot + (t * block.Rows) + row] = sample.Tokens[t];
        }

        FillFeatures(block, row, sample.Features, standardization, sequence);
        ReadOnlySpan<int> targets = TargetsOf(sample);
        int firstSlot = block.Slot + ((steps - targets.Length) * block.Rows) + row;
        if (Weighting is { } weighting)
        {
            FillWeightedTargets(weighting, firstSlot, block.Rows, targets, shares);
        }
        else
        {
            FillTargets(firstSlot, block.Rows, targets);
        }

        FillTargetValues(firstSlot, block.Rows, sample.TargetValues);
    }

    private void FillTargets(int slot, int stride, ReadOnlySpan<int> targets)
    {
        int counted = 0;
        foreach (int target in targets)
        {
            counted += target >= 0 ? 1 : 0;
        }

        float weight = counted == 0 ? 0f : 1f / ((float)SequenceCount * counted);
        foreach (int target in targets)
        {
            if (target >= 0)
            {
                _targets[slot] = target;
                _lossWeights[slot] = weight;
            }

            slot += stride;
        }
    }

    private void FillWeightedTargets(LabelWeighting weighting, int slot, int stride, ReadOnlySpan<int> targets, double shares)
    {
        double sequenceWeight = weighting.WeightOf(targets);
        double share = weighting.ShareOf(sequenceWeight);
        foreach (int target in targets)
        {
            _targets[slot] = weighting.Counted(target);
            _lossWeights[slot] = share > 0 ? (float)(weighting.WeightOf(target) * share / (sequenceWeight * shares)) : 0f;
            slot += stride;
        }
    }

    private void PlanRuns()
    {
        _runCount = 0;
        _outputRunCount = 0;
        for (int b = 0; b < _blockCount; b++)
        {
            SequenceBlock block = _blocks[b];
            int firstRun = _runCount;
            int firstOutputRun = _outputRunCount;
            for (int t = 0; t < block.Steps; t++)
            {
                int slot = block.Slot + (t * block.Rows);
                int active = _activeRows[block.Slot + t];
                AddRun(ref _runs, ref _runCount, firstRun, slot, active);
                int still = _description.HasOutputEveryStep ? 0 : _activeRows[block.Slot + t + 1];
                AddRun(ref _outputRuns, ref _outputRunCount, firstOutputRun, slot + still, active - still);
            }

            _blocks[b] = block with
            {
                FirstRun = firstRun,
                RunCount = _runCount - firstRun,
                FirstOutputRun = firstOutputRun,
                OutputRunCount = _outputRunCount - firstOutputRun,
            };
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

    private static void Grow<T>(ref T[] array, int length)
    {
        if (array.Length < length)
        {
            // A quarter more than asked for, so that slowly growing batches do not allocate each time.
            Array.Resize(ref array, (int)Math.Min(length + (length / 4L), Array.MaxLength));
        }
    }
}
