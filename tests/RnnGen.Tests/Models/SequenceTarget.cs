using System;

namespace RnnGen.Tests.Models;

/// <summary>What is true of a sequence: classes, labels or tokens by their ids, or a regressor's numbers. One of the two is empty.</summary>
internal readonly ref struct SequenceTarget
{
    private SequenceTarget(ReadOnlySpan<int> ids, ReadOnlySpan<float> values)
    {
        Ids = ids;
        Values = values;
    }

    public ReadOnlySpan<int> Ids { get; }

    public ReadOnlySpan<float> Values { get; }

    public static implicit operator SequenceTarget(ReadOnlySpan<int> ids) => new(ids, []);

    public static implicit operator SequenceTarget(ReadOnlySpan<float> values) => new([], values);
}
