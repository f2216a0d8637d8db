using System;

namespace RnnGen.Tests.Models;

/// <summary>What a generated class reads: token ids, or features, a row a step. One of the two is empty.</summary>
internal readonly ref struct SequenceInput
{
    private SequenceInput(ReadOnlySpan<int> tokens, ReadOnlySpan<float> features)
    {
        Tokens = tokens;
        Features = features;
    }

    public ReadOnlySpan<int> Tokens { get; }

    public ReadOnlySpan<float> Features { get; }

    public static implicit operator SequenceInput(ReadOnlySpan<int> tokens) => new(tokens, []);

    public static implicit operator SequenceInput(ReadOnlySpan<float> features) => new([], features);
}
