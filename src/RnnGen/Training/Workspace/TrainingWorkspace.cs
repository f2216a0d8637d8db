using System;
using RnnGen.Numerics;

namespace RnnGen.Training;

/// <summary>
/// A mini-batch in the order in which the emitted code runs it, and the memory it runs in: sequences sorted by length and cut into
/// blocks, the activations that the forward pass keeps, the gradients that the backward pass leaves. Made once and loaded again for every
/// batch; it allocates only while batches still grow.
/// </summary>
public sealed partial class TrainingWorkspace
{
    private readonly ModelDescription _description;
    private readonly BlockPlan _plan;
    private readonly AlignedBuffer[] _buffers;
    private readonly int _featureStride;
    private readonly int _targetStride;
    private int[] _tokens = [];
    private int[] _targets = [];
    private int[] _predicted = [];
    private float[] _lossWeights = [];
    private float[] _losses = [];
    private AlignedBuffer _features = new(0);
    private AlignedBuffer _targetValues = new(0);
    private int[] _starts = [];
    private int[] _places = [];
    private bool _isShard;
    private int _slots;
    private CarriedStates? _carried;

    /// <summary>An empty workspace for models of one class.</summary>
    /// <param name="description">The class's description.</param>
    public TrainingWorkspace(ModelDescription description)
    {
        ArgumentNullException.ThrowIfNull(description);
        _description = description;
        _plan = new BlockPlan(description.HasOutputEveryStep);
        _buffers = new AlignedBuffer[description.TrainingRowWidths.Length];
        Array.Fill(_buffers, new AlignedBuffer(0));
        _featureStride = description.FeatureStride;
        _targetStride = description.Task == SequenceTask.Regression ? Softmax.RowLength(description.OutputSize) : 0;
    }

    /// <summary>How much each label counts in the loss; null if all count the same.</summary>
    internal LabelWeighting? Weighting { get; init; }

    /// <summary>What the losses of the loaded batch, or of the whole batch that a shard is of, are divided by.</summary>
    internal double Shares { get; private set; }

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
    public ReadOnlySpan<SequenceBlock> Blocks => _plan.Blocks;

    /// <summary>The slots of a block's real steps, as few runs of consecutive slots.</summary>
    /// <param name="block">One of <see cref="Blocks"/>.</param>
    public ReadOnlySpan<SlotRun> Runs(SequenceBlock block) => _plan.Runs(block);

    /// <summary>
    /// The slots of a block's real steps before which a state need not be zero: those after the first step, or, where windows of a continuous text go on, all. The others
    /// add nothing to the gradient of W.
    /// </summary>
    /// <param name="block">One of <see cref="Blocks"/>.</param>
    public ReadOnlySpan<SlotRun> RecurrentRuns(SequenceBlock block) => _carried is null ? _plan.RecurrentRuns(block) : _plan.Runs(block);

    /// <summary>The slots of a block's steps that have an output: all, or, where there is one a sequence, the last steps.</summary>
    /// <param name="block">One of <see cref="Blocks"/>.</param>
    public ReadOnlySpan<SlotRun> OutputRuns(SequenceBlock block) => _plan.OutputRuns(block);

    /// <summary>How many sequences the loaded batch has.</summary>
    public int SequenceCount => _plan.SequenceCount;

    /// <summary>The input token of every slot; 0 throughout for a model that reads features.</summary>
    public ReadOnlySpan<int> Tokens => _tokens.AsSpan(0, _slots);

    /// <summary>
    /// The standardised input of every slot: a row of <see cref="ModelDescription.FeatureStride"/> floats, padded with zeros, on a 64-byte boundary; what
    /// stands in slots that are no real step is finite and of no meaning. Empty for a model that reads tokens, and of no meaning after a load that threw.
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
    public ReadOnlySpan<int> ActiveRows => _plan.ActiveRows[.._slots];

    /// <summary>Receives the loss of every slot that has a target, not weighted: the cross-entropy in nats, or a regressor's mean squared error.</summary>
    public Span<float> Losses => _losses.AsSpan(0, _slots);

    /// <summary>Receives the most probable output of every slot that has a target; of no meaning for a regressor.</summary>
    public Span<int> Predicted => _predicted.AsSpan(0, _slots);

    /// <summary>The transposed copy of the weights.</summary>
    public Span<float> Transposed => TransposedCopy.Span;

    /// <summary>Where it is: in memory of the workspace's own, unless it was told to read another's. That memory is made when it is asked for: predictions have no use for it.</summary>
    internal AlignedBuffer TransposedCopy
    {
        get => field ??= new AlignedBuffer(_description.TransposedStorage);
        set;
    }

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
    /// <returns>Whether they are all zero for certain.</returns>
    public bool BeginStates(SequenceBlock block, int buffer)
    {
        int width = _description.TrainingRowWidths[buffer];
        Span<float> states = Buffer(buffer).Slice(block.Slot * width, block.Rows * width);
        states.Clear();
        if (_carried is not { } carried)
        {
            return true;
        }

        int place = _description.StateBuffers.IndexOf(buffer);
        for (int row = 0; row < block.Rows; row++)
        {
            carried.Of(place, _plan.Order[block.FirstSequence + row]).CopyTo(states[(row * width)..]);
        }

        return false;
    }

    /// <summary>How wide the rows of a training buffer are.</summary>
    /// <param name="index">Which buffer.</param>
    public int RowWidth(int index) => _description.TrainingRowWidths[index];

    /// <summary>A workspace for other sequences of the same batches.</summary>
    internal TrainingWorkspace CreateSibling() => new(_description) { Weighting = Weighting };

    /// <summary>The place in the batch, as it was loaded, of a sequence of the workspace.</summary>
    /// <param name="sequence">0 to <see cref="SequenceCount"/> - 1, in the workspace's order: longest first.</param>
    public int BatchIndex(int sequence) => _isShard ? _places[_plan.Order[sequence]] : _plan.Order[sequence];

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
                int index = _plan.Order[block.FirstSequence + row];
                int last = block.Slot + (_plan.Lengths[index] * block.Rows) + row;
                states.Slice(last * width, width).CopyTo(destination[(index * width)..]);
            }
        }
    }
}
