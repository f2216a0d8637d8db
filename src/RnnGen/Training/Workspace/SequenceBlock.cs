namespace RnnGen.Training;

/// <summary>Up to <see cref="MaxRows"/> sequences that run through the network side by side, the longest first.</summary>
/// <remarks>
/// A block owns (<see cref="Steps"/> + 1) x <see cref="Rows"/> slots of every per-slot array of its workspace, from <see cref="Slot"/>
/// on. Slot (t, r), at <c>Slot + t * Rows + r</c>, is step t of row r. In the forward direction, buffers of hidden states are one step ahead of
/// that: their slot (0, r) holds s_0, which <see cref="TrainingWorkspace.BeginStates"/> writes, and slot (t + 1, r) the state after step t. In
/// reverse, the state after step t is in slot (t, r). Because rows are sorted by length, the rows that still run at step t are the first few:
/// <c>workspace.ActiveRows[Slot + t]</c> of them.
/// </remarks>
/// <param name="Slot">The first slot.</param>
/// <param name="Rows">The number of sequences: 1 to <see cref="MaxRows"/>.</param>
/// <param name="Steps">The length of the longest sequence.</param>
/// <param name="FirstSequence">The place of row 0 among the sequences of the workspace; rows are consecutive.</param>
public readonly record struct SequenceBlock(int Slot, int Rows, int Steps, int FirstSequence)
{
    /// <summary>How many sequences a block can hold: two register tiles of the emitted kernels, one after the other for the same weights.</summary>
    public const int MaxRows = 8;

    internal int FirstRun { get; init; }

    internal int RunCount { get; init; }

    internal int FirstRecurrentRun { get; init; }

    internal int RecurrentRunCount { get; init; }

    internal int FirstOutputRun { get; init; }

    internal int OutputRunCount { get; init; }
}
