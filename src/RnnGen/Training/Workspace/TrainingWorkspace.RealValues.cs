using System;
using static RnnGen.Training.GrowingMemory;

namespace RnnGen.Training;

/// <content>Sequences of features, and targets that are numbers.</content>
public sealed partial class TrainingWorkspace
{
    private int[] _presence = [];

    /// <summary>The row of true numbers in a slot that has a target.</summary>
    internal ReadOnlySpan<float> TargetValuesAt(int slot) => _targetValues.Span.Slice(slot * _targetStride, _targetStride);

    private void RequireStandardization(FeatureStandardization? standardization)
    {
        if (_featureStride > 0 && standardization?.FeatureCount != _description.FeatureCount)
        {
            throw new ArgumentException(
                $"{_description.Name} reads {_description.FeatureCount} features; their standardisation is {(standardization is null ? "missing" : "for another number")}.",
                nameof(standardization));
        }
    }

    private int StepsOf(in SequenceSample sample) =>
        _featureStride == 0 ? sample.Tokens.Length : sample.Features.Length / _description.FeatureCount;

    /// <summary>The ids that are true; for a regressor 0 where there is a row of numbers and -1 where there is none.</summary>
    private ReadOnlySpan<int> TargetsOf(in SequenceSample sample)
    {
        if (_targetStride == 0)
        {
            return sample.Targets;
        }

        int size = _description.OutputSize;
        int count = sample.TargetValues.Length / size;
        Grow(ref _presence, count);
        for (int i = 0; i < count; i++)
        {
            _presence[i] = float.IsNaN(sample.TargetValues[i * size]) ? -1 : 0;
        }

        return _presence.AsSpan(0, count);
    }

    private void FillFeatures(
        SequenceBlock block, int row, ReadOnlySpan<float> features, FeatureStandardization? standardization, int sequence)
    {
        if (_featureStride == 0)
        {
            return;
        }

        Span<float> rows = _features.Span[((block.Slot + row) * _featureStride)..];
        if (!standardization!.TryApply(features, rows, block.Rows * _featureStride))
        {
            (string name, string subject) = sequence < 0 ? ("features", "") : ("dataset", $" of {TrainingInput.Subject(sequence)}");
            throw standardization.Refusal(features, firstStep: 0, name, subject);
        }
    }

    private void FillTargetValues(int slot, int stride, ReadOnlySpan<float> values)
    {
        int size = _description.OutputSize;
        for (; !values.IsEmpty; values = values[size..])
        {
            if (_targets[slot] >= 0)
            {
                values[..size].CopyTo(_targetValues.Span[(slot * _targetStride)..]);
            }

            slot += stride;
        }
    }
}
