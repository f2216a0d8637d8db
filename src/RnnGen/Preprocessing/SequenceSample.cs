using System;

namespace RnnGen;

/// <summary>One sequence with its true outputs. It reads tokens or features, and its targets are ids or numbers; the other spans are empty.</summary>
internal readonly ref struct SequenceSample
{
    /// <summary>One token id a step.</summary>
    public ReadOnlySpan<int> Tokens { get; init; }

    /// <summary>A row of numbers a step.</summary>
    public ReadOnlySpan<float> Features { get; init; }

    /// <summary>A class, or an id a step, -1 where there is none.</summary>
    public ReadOnlySpan<int> Targets { get; init; }

    /// <summary>A row of numbers, or a row a step, all NaN where there is none.</summary>
    public ReadOnlySpan<float> TargetValues { get; init; }
}
