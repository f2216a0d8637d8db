using System;
using RnnGen.Training;

namespace RnnGen.Inference;

/// <summary>A workspace for forward passes, which knows where the outputs of each sequence come to lie.</summary>
internal sealed class PredictionWorkspace(ModelDescription description)
{
    private int[] _outputSlots = [];
    private int[] _starts = [];
    private int _outputCount;

    /// <summary>The memory that the emitted code runs in.</summary>
    public TrainingWorkspace Training { get; } = new(description);

    /// <summary>The slot of each sequence's output or, where a model has them, of each step's, in the order of the input.</summary>
    public ReadOnlySpan<int> OutputSlots => _outputSlots.AsSpan(0, _outputCount);

    public void Load(ReadOnlySpan<int> tokens, ReadOnlySpan<int> lengths)
    {
        Training.LoadInputs(tokens, lengths);
        PlaceOutputs(lengths, tokens.Length);
    }

    public void Load(ReadOnlySpan<float> features, ReadOnlySpan<int> lengths, FeatureStandardization standardization)
    {
        Training.LoadInputs(features, lengths, standardization);
        PlaceOutputs(lengths, features.Length / description.FeatureCount);
    }

    private void PlaceOutputs(ReadOnlySpan<int> lengths, int steps)
    {
        _outputCount = description.HasOutputEveryStep ? steps : lengths.Length;
        if (_outputSlots.Length < _outputCount)
        {
            _outputSlots = new int[_outputCount];
        }

        if (_starts.Length < lengths.Length)
        {
            _starts = new int[lengths.Length];
        }

        int start = 0;
        for (int i = 0; i < lengths.Length; i++)
        {
            _starts[i] = start;
            start += lengths[i];
        }

        foreach (SequenceBlock block in Training.Blocks)
        {
            for (int row = 0; row < block.Rows; row++)
            {
                int sequence = Training.BatchIndex(block.FirstSequence + row);
                if (!description.HasOutputEveryStep)
                {
                    _outputSlots[sequence] = block.Slot + ((lengths[sequence] - 1) * block.Rows) + row;
                    continue;
                }

                for (int t = 0; t < lengths[sequence]; t++)
                {
                    _outputSlots[_starts[sequence] + t] = block.Slot + (t * block.Rows) + row;
                }
            }
        }
    }
}
