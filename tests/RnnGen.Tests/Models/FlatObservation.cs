using System.Collections.Generic;
using System.Linq;
using RnnGen.Tests.Reference;

namespace RnnGen.Tests.Models;

/// <summary>An observation as the members of a generated class take it: in single precision, the steps of one or more sequences one after another, guarded.</summary>
internal sealed class FlatObservation
{
    private readonly bool _hasFeatures;
    private readonly bool _hasValues;
    private readonly Guarded<int> _tokens;
    private readonly Guarded<float> _features;
    private readonly Guarded<int> _targets;
    private readonly Guarded<float> _values;
    private readonly int _featureCount;

    public FlatObservation(params IReadOnlyList<Observation> sequences)
    {
        _hasFeatures = sequences[0].Inputs is not null;
        _hasValues = sequences[0].Values is not null;
        _featureCount = sequences[0].Inputs?[0].Length ?? 0;
        _tokens = Guarded<int>.Of([.. sequences.SelectMany(sequence => sequence.Tokens)]);
        _features = Guarded<float>.Of([.. sequences.SelectMany(sequence => Flatten(sequence.Inputs))]);
        _targets = Guarded<int>.Of([.. sequences.SelectMany(sequence => sequence.Targets)]);
        _values = Guarded<float>.Of([.. sequences.SelectMany(sequence => Flatten(sequence.Values))]);
    }

    public SequenceInput Input => _hasFeatures ? (SequenceInput)_features.Span : _tokens.Span;

    public SequenceTarget Target => _hasValues ? (SequenceTarget)_values.Span : _targets.Span;

    public SequenceInput Step(int step) =>
        _hasFeatures ? (SequenceInput)_features.Span.Slice(step * _featureCount, _featureCount) : _tokens.Span.Slice(step, 1);

    public static float[] Flatten(double[][]? rows) => [.. (rows ?? []).SelectMany(row => row).Select(value => (float)value)];
}
