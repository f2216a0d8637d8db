using System;

namespace RnnGen.Training;

/// <summary>How many sequences are measured at a time.</summary>
internal static class EvaluationChunk
{
    /// <summary>The most floats that several sequences may take: 1 GiB, less than an array can hold. Of a single one the declared sizes see to that.</summary>
    public const long MostFloats = 1L << 28;

    /// <summary>What is enough where a block a thread does not need more: 16 MiB.</summary>
    private const long WantedFloats = 1L << 22;

    private const int Most = 512;

    /// <summary>
    /// A block a thread, and more blocks as long as the activations stay small; fewer where the blocks are large, and at last less than a block.
    /// </summary>
    /// <param name="floatsPerSequence">What the longest of them takes.</param>
    /// <param name="threads">How many threads share the blocks.</param>
    /// <returns>At least 1.</returns>
    public static int MostSequences(long floatsPerSequence, int threads)
    {
        int blockEach = Math.Min(threads, Most / SequenceBlock.MaxRows) * SequenceBlock.MaxRows;
        long wanted = Math.Clamp(WholeBlocks(WantedFloats / floatsPerSequence), blockEach, Most);
        return (int)Math.Min(wanted, Math.Max(1, WholeBlocks(MostFloats / floatsPerSequence)));
    }

    // Fewer rows than a block has are a block of their own.
    private static long WholeBlocks(long rows) => rows < SequenceBlock.MaxRows ? rows : rows - (rows % SequenceBlock.MaxRows);
}
