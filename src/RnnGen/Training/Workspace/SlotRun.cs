namespace RnnGen.Training;

/// <summary>Consecutive slots of a workspace, all of them real steps.</summary>
/// <param name="Slot">The first slot.</param>
/// <param name="Count">How many: 1 to <see cref="MaxCount"/>.</param>
public readonly record struct SlotRun(int Slot, int Count)
{
    /// <summary>
    /// The longest run: with it, the rows of two buffers that the weight gradient of an Elman cell multiplies stay in a second-level cache of
    /// 1 MiB up to 512 hidden units; of a gated cell's, the columns that are gone over at a time.
    /// </summary>
    public const int MaxCount = 256;

    /// <summary>The slot after the last.</summary>
    public int End => Slot + Count;
}
