using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace RnnGen;

/// <summary>Encoded sequences that a model is to read in one call: as many as make it worth while, and no more than a bounded memory holds the outputs of.</summary>
/// <param name="model">The model's description.</param>
internal sealed class SequenceBatch(ModelDescription model)
{
    // So many sequences does a model sort by length together.
    private const int MostSequences = 1024;

    // 4 MiB of outputs.
    private const int MostOutputs = 1 << 20;

    private readonly List<int> _tokens = [];
    private readonly List<int> _lengths = [];
    private float[] _outputs = [];

    /// <summary>How many sequences there are.</summary>
    public int Count => _lengths.Count;

    /// <summary>Whether they are enough for a call.</summary>
    public bool IsFull => Count == MostSequences || (long)Rows * model.OutputSize >= MostOutputs;

    /// <summary>The token ids of all sequences, one after another.</summary>
    public ReadOnlySpan<int> Tokens => CollectionsMarshal.AsSpan(_tokens);

    /// <summary>The length of each sequence.</summary>
    public ReadOnlySpan<int> Lengths => CollectionsMarshal.AsSpan(_lengths);

    private int Rows => model.HasOutputEveryStep ? _tokens.Count : Count;

    /// <summary>Adds a sequence.</summary>
    public void Add(ReadOnlySpan<int> ids)
    {
        _tokens.AddRange(ids);
        _lengths.Add(ids.Length);
    }

    /// <summary>Memory for just the outputs of all sequences, a row a sequence or a step.</summary>
    public Span<float> TakeOutputs()
    {
        int length = Rows * model.OutputSize;
        if (_outputs.Length < length)
        {
            _outputs = new float[length];
        }

        return _outputs.AsSpan(0, length);
    }

    /// <summary>Takes all sequences out.</summary>
    public void Clear()
    {
        _tokens.Clear();
        _lengths.Clear();
    }
}
