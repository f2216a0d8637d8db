using System;
using static System.FormattableString;
using static RnnGen.Training.GrowingMemory;

namespace RnnGen.Training;

/// <content>How a batch comes in: what is checked, how much room it takes, and which slots its sequences fill.</content>
public sealed partial class TrainingWorkspace
{
    private static readonly int LongestBuffer = Array.MaxLength - 64;

    /// <summary>Loads the sequences of a data set that <paramref name="indices"/> name, as one batch.</summary>
    /// <param name="dataset">A data set for the model's task and no longer than its sequences.</param>
    /// <param name="indices">Which sequences: at least one, each from 0 to Count - 1.</param>
    /// <param name="standardization">What features go through: the model's. Not read where there are tokens.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="indices"/> is empty, the data set is not of the model's kind, or one of the sequences is too long for the model, has a wrong number of
    /// targets, or features that are not finite when standardised.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is out of range, or a token or a target is out of the model's.</exception>
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
        dataset.RequireIndices(indices, "A batch");

        // The emitted kernels index rows of weights by these numbers without further checks.
        TrainingInput.CheckKind(_description, dataset);
        foreach (int index in indices)
        {
            TrainingInput.Check(_description, dataset.SampleAt(index), index);
        }

        _carried = carried;
        carried?.Begin(dataset, indices);
        Fill(dataset, indices, standardization, SumOfShares(dataset, indices));
    }

    /// <summary>Loads some sequences of a batch, which have been checked.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="indices">Which sequences.</param>
    /// <param name="places">Their places in the batch.</param>
    /// <param name="standardization">What features go through.</param>
    /// <param name="shares">The batch's <see cref="SumOfShares"/>.</param>
    /// <exception cref="ArgumentException">A feature is not finite when standardised.</exception>
    /// <exception cref="InvalidOperationException">The activations do not fit in one array.</exception>
    internal void LoadShard(
        SequenceDataset dataset, ReadOnlySpan<int> indices, ReadOnlySpan<int> places, FeatureStandardization? standardization, double shares)
    {
        _carried = null;
        Fill(dataset, indices, standardization, shares);
        Grow(ref _places, places.Length);
        places.CopyTo(_places);
        _isShard = true;
    }

    private void Fill(SequenceDataset dataset, ReadOnlySpan<int> indices, FeatureStandardization? standardization, double shares)
    {
        Shares = shares;
        Span<int> lengths = _plan.Begin(indices.Length);
        for (int i = 0; i < indices.Length; i++)
        {
            lengths[i] = dataset.LengthOf(indices[i]);
        }

        Arrange();
        foreach (SequenceBlock block in Blocks)
        {
            for (int row = 0; row < block.Rows; row++)
            {
                int index = indices[_plan.Order[block.FirstSequence + row]];
                FillRow(block, row, dataset.SampleAt(index), standardization, shares, index);
            }
        }
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
        _plan.Begin(1)[0] = StepsOf(sample);
        Arrange();
        Shares = ShareOf(sample);
        FillRow(Blocks[0], 0, sample, standardization, Shares);
    }

    /// <summary>Loads sequences without targets, for a forward pass alone.</summary>
    /// <param name="tokens">The token ids of all sequences, one after another.</param>
    /// <param name="lengths">The length of each sequence: at least one sequence, each from 1 to the model's SequenceLength.</param>
    /// <exception cref="ArgumentException">
    /// The model reads features, there is no sequence, one has a wrong length, or the lengths do not add up to the tokens.
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
    /// The model reads tokens, there is no sequence, one has a wrong length, the lengths do not add up to the features, or one of these is not finite when standardised.
    /// </exception>
    /// <exception cref="InvalidOperationException">The activations of the batch do not fit in one array.</exception>
    public void LoadInputs(ReadOnlySpan<float> features, ReadOnlySpan<int> lengths, FeatureStandardization standardization)
    {
        TrainingInput.RequireFeatures(_description, nameof(features));
        RequireStandardization(standardization);
        TrainingInput.CheckLengths(_description, features, lengths);
        LoadInputs(new SequenceSample { Features = features }, lengths, standardization);
    }

    private void LoadInputs(in SequenceSample all, ReadOnlySpan<int> lengths, FeatureStandardization? standardization)
    {
        Grow(ref _starts, lengths.Length);
        int start = 0;
        for (int i = 0; i < lengths.Length; i++)
        {
            _starts[i] = start;
            start += lengths[i];
        }

        LoadInputs(all, _starts.AsSpan(0, lengths.Length), lengths, standardization);
    }

    /// <summary>Loads sequences without targets, which have been checked, from wherever they are among others.</summary>
    /// <param name="all">The inputs of all sequences.</param>
    /// <param name="starts">Where each sequence begins, in steps.</param>
    /// <param name="lengths">The length of each sequence, in steps.</param>
    /// <param name="standardization">What features go through; not read where there are tokens.</param>
    /// <exception cref="ArgumentException">A feature is not finite when standardised.</exception>
    /// <exception cref="InvalidOperationException">The activations do not fit in one array.</exception>
    internal void LoadInputs(
        in SequenceSample all, ReadOnlySpan<int> starts, ReadOnlySpan<int> lengths, FeatureStandardization? standardization)
    {
        int features = _description.FeatureCount;
        _carried = null;
        lengths.CopyTo(_plan.Begin(lengths.Length));
        Arrange();
        Shares = 0;
        foreach (SequenceBlock block in Blocks)
        {
            for (int row = 0; row < block.Rows; row++)
            {
                int index = _plan.Order[block.FirstSequence + row];
                var sample = new SequenceSample
                {
                    Tokens = features == 0 ? all.Tokens.Slice(starts[index], lengths[index]) : [],
                    Features = all.Features.Slice(starts[index] * features, lengths[index] * features),
                };
                FillRow(block, row, sample, standardization, Shares);
            }
        }
    }

    /// <summary>How many floats a step of a sequence takes: its activations, its features and its target values.</summary>
    internal long FloatsPerSlot
    {
        get
        {
            long floats = _featureStride + _targetStride;
            foreach (int width in _description.TrainingRowWidths)
            {
                floats += width;
            }

            return floats;
        }
    }

    /// <summary>Makes room for the largest batch that a data set can give, so that no later load of such a batch allocates.</summary>
    /// <param name="lengths">The lengths of its sequences, the longest first.</param>
    /// <param name="batchSize">The most sequences a batch will have: 1 to as many as there are.</param>
    internal void Reserve(ReadOnlySpan<int> lengths, int batchSize)
    {
        Grow(ref _presence, lengths[0]);
        Grow(ref _places, batchSize);
        EnsureSlots(_plan.Reserve(lengths, batchSize));
    }

    /// <summary>Gives the sequences, whose lengths the plan has, their slots: empty ones.</summary>
    private void Arrange()
    {
        _isShard = false;

        long slots = _plan.PlanBlocks();
        EnsureSlots(slots);
        _plan.PlanRuns();
        _slots = (int)slots;
        DropoutKey = null;
        Array.Clear(_tokens, 0, _slots);
        Array.Fill(_targets, -1, 0, _slots);
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
            // What was loaded before is gone, and nothing is in its place: no later pass may find blocks without slots.
            _plan.Clear();
            _slots = 0;
            int fitting = LongestBuffer / widest;
            throw new InvalidOperationException(Invariant(
                $"The activations of this batch need {slots} rows of {widest} floats, and at most {fitting} fit; use a smaller batch."));
        }

        int length = (int)slots;
        Grow(ref _tokens, length);
        Grow(ref _targets, length);
        _plan.ReserveSlots(length);
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

    /// <summary>What the losses of a batch's sequences are divided by, all together: without weights the number of those that have a target.</summary>
    internal double SumOfShares(SequenceDataset dataset, ReadOnlySpan<int> indices)
    {
        double shares = 0;
        foreach (int index in indices)
        {
            shares += ShareOf(dataset.SampleAt(index));
        }

        return shares;
    }

    private double ShareOf(in SequenceSample sample) =>
        Weighting is { } weighting ? weighting.ShareOf(weighting.WeightOf(sample.Targets)) : TrainingInput.HasTarget(_description, sample) ? 1 : 0;

    private void FillRow(
        SequenceBlock block, int row, in SequenceSample sample, FeatureStandardization? standardization, double shares, int sequence = -1)
    {
        for (int t = 0; t < sample.Tokens.Length; t++)
        {
            _tokens[block.Slot + (t * block.Rows) + row] = sample.Tokens[t];
        }

        FillFeatures(block, row, sample.Features, standardization, sequence);
        ReadOnlySpan<int> targets = TargetsOf(sample);
        int firstSlot = block.Slot + ((StepsOf(sample) - targets.Length) * block.Rows) + row;
        if (Weighting is { } weighting)
        {
            FillWeightedTargets(weighting, firstSlot, block.Rows, targets, shares);
        }
        else
        {
            FillTargets(firstSlot, block.Rows, targets, shares);
        }

        FillTargetValues(firstSlot, block.Rows, sample.TargetValues);
    }

    private void FillTargets(int slot, int stride, ReadOnlySpan<int> targets, double shares)
    {
        int counted = 0;
        foreach (int target in targets)
        {
            counted += target >= 0 ? 1 : 0;
        }

        float weight = counted == 0 ? 0f : 1f / ((float)shares * counted);
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
}
