using System;
using System.Collections.Immutable;

namespace RnnGen.Training;

/// <summary>The states that the windows of a batch ended in, for the windows that follow them.</summary>
/// <remarks>
/// A window goes on if the one before it in the text was in the same place of the batch before; otherwise it begins with a state of zero. A
/// batch that fails leaves everything as the batch before it left it.
/// </remarks>
internal sealed class CarriedStates
{
    private readonly ModelDescription _description;
    private readonly float[][] _states;
    private SequenceDataset? _dataset;
    private int[] _windows = [];
    private bool[] _continues = [];
    private int _count;

    public CarriedStates(ModelDescription description)
    {
        _description = description;
        _states = new float[description.StateBuffers.Length][];
        Array.Fill(_states, []);
    }

    /// <summary>Makes room for batches of so many sequences.</summary>
    public void Reserve(int sequences)
    {
        if (_windows.Length >= sequences)
        {
            return;
        }

        Array.Resize(ref _windows, sequences);
        Array.Resize(ref _continues, sequences);
        for (int i = 0; i < _states.Length; i++)
        {
            Array.Resize(ref _states[i], sequences * WidthOf(i));
        }
    }

    /// <summary>Finds out which windows of a batch go on.</summary>
    public void Begin(SequenceDataset dataset, ReadOnlySpan<int> windows)
    {
        Reserve(windows.Length);
        for (int i = 0; i < windows.Length; i++)
        {
            _continues[i] = ReferenceEquals(dataset, _dataset) && i < _count && windows[i] == _windows[i] + 1;
        }
    }

    /// <summary>The state with which a window of the batch begins; empty for zero.</summary>
    /// <param name="buffer">A place in <see cref="ModelDescription.StateBuffers"/>.</param>
    /// <param name="index">The place in the batch.</param>
    public ReadOnlySpan<float> Of(int buffer, int index)
    {
        int width = WidthOf(buffer);
        return _continues[index] ? _states[buffer].AsSpan(index * width, width) : [];
    }

    /// <summary>Keeps the states that a batch ended in.</summary>
    /// <param name="workspace">Where it ran forward.</param>
    /// <param name="dataset">The data set that it was loaded from.</param>
    /// <param name="windows">The windows that it was made of.</param>
    public void Keep(TrainingWorkspace workspace, SequenceDataset dataset, ReadOnlySpan<int> windows)
    {
        for (int i = 0; i < _states.Length; i++)
        {
            workspace.CopyFinalStates(_description.StateBuffers[i], _states[i]);
        }

        Remember(dataset, windows);
    }

    /// <summary>A copy of the states, a row a place in the batch, for each of the state buffers.</summary>
    public ImmutableArray<float[]> ToArrays()
    {
        var states = ImmutableArray.CreateBuilder<float[]>(_states.Length);
        for (int i = 0; i < _states.Length; i++)
        {
            states.Add(_states[i][..(_count * WidthOf(i))]);
        }

        return states.MoveToImmutable();
    }

    /// <summary>Whether <see cref="ToArrays"/> may have given these, of so many windows.</summary>
    public bool Fit(ImmutableArray<float[]> states, int windows)
    {
        bool fit = states.Length == _states.Length;
        for (int i = 0; fit && i < _states.Length; i++)
        {
            fit = states[i].Length == (long)windows * WidthOf(i);
        }

        return fit;
    }

    /// <summary>Puts back what <see cref="ToArrays"/> gave.</summary>
    public void Restore(SequenceDataset dataset, ReadOnlySpan<int> windows, ImmutableArray<float[]> states)
    {
        Reserve(windows.Length);
        for (int i = 0; i < _states.Length; i++)
        {
            states[i].CopyTo(_states[i], 0);
        }

        Remember(dataset, windows);
    }

    private int WidthOf(int buffer) => _description.TrainingRowWidths[_description.StateBuffers[buffer]];

    private void Remember(SequenceDataset dataset, ReadOnlySpan<int> windows)
    {
        _dataset = dataset;
        _count = windows.Length;
        windows.CopyTo(_windows);
    }
}
