using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace RnnGen;

/// <summary>Gathers sequences into the flat arrays of a data set.</summary>
/// <param name="featureCount">How many numbers a step has; 0 where there are tokens.</param>
/// <param name="targetSize">How many numbers a target has; 0 where targets are ids.</param>
internal sealed class SequenceAccumulator(int featureCount = 0, int targetSize = 0)
{
    private readonly List<int> _tokens = [];
    private readonly List<float> _features = [];
    private readonly List<int> _targets = [];
    private readonly List<float> _targetValues = [];
    private readonly List<SequenceExtent> _extents = [];

    /// <summary>How many sequences there are so far.</summary>
    public int Count => _extents.Count;

    /// <summary>The targets so far, for whoever learns only at the end what they are called.</summary>
    public Span<int> Targets => CollectionsMarshal.AsSpan(_targets);

    /// <summary>Appends one sequence of tokens with ids as targets.</summary>
    public void Add(ReadOnlySpan<int> inputs, ReadOnlySpan<int> targets, int tokensCut) =>
        Add(new SequenceSample { Tokens = inputs, Targets = targets }, tokensCut);

    /// <summary>Appends one sequence.</summary>
    public void Add(in SequenceSample sample, int tokensCut = 0)
    {
        _extents.Add(new SequenceExtent(
            featureCount == 0 ? _tokens.Count : _features.Count / featureCount,
            featureCount == 0 ? sample.Tokens.Length : sample.Features.Length / featureCount,
            targetSize == 0 ? _targets.Count : _targetValues.Count / targetSize,
            targetSize == 0 ? sample.Targets.Length : sample.TargetValues.Length / targetSize,
            tokensCut));
        _tokens.AddRange(sample.Tokens);
        _features.AddRange(sample.Features);
        _targets.AddRange(sample.Targets);
        _targetValues.AddRange(sample.TargetValues);
    }

    /// <summary>Everything added so far, flat.</summary>
    /// <param name="hasTargetEveryStep">Whether every step has a target, or a sequence a single one.</param>
    public (SequenceStorage Storage, SequenceExtent[] Extents) ToArrays(bool hasTargetEveryStep)
    {
        var storage = new SequenceStorage
        {
            Tokens = [.. _tokens],
            Features = [.. _features],
            FeatureCount = featureCount,
            Targets = [.. _targets],
            TargetValues = [.. _targetValues],
            TargetSize = targetSize,
            HasTargetEveryStep = hasTargetEveryStep,
        };
        return (storage, [.. _extents]);
    }
}
