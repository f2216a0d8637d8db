using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace RnnGen;

/// <summary>Gathers sequences into the flat arrays of a data set.</summary>
internal sealed class SequenceAccumulator
{
    private readonly List<int> _tokens = [];
    private readonly List<int> _targets = [];
    private readonly List<SequenceExtent> _extents = [];

    /// <summary>How many sequences there are so far.</summary>
    public int Count => _extents.Count;

    /// <summary>The targets so far, for whoever learns only at the end what they are called.</summary>
    public Span<int> Targets => CollectionsMarshal.AsSpan(_targets);

    /// <summary>Appends one sequence.</summary>
    public void Add(ReadOnlySpan<int> inputs, ReadOnlySpan<int> targets, int tokensCut)
    {
        _extents.Add(new SequenceExtent(_tokens.Count, inputs.Length, _targets.Count, targets.Length, tokensCut));
        _tokens.AddRange(inputs);
        _targets.AddRange(targets);
    }

    /// <summary>Everything added so far, flat.</summary>
    public (int[] Tokens, int[] Targets, SequenceExtent[] Extents) ToArrays() => ([.. _tokens], [.. _targets], [.. _extents]);
}
