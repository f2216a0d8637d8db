using System;
using RnnGen.Numerics;

namespace RnnGen.Training;

/// <summary>Memory that is kept from batch to batch and replaced only by more of it.</summary>
internal static class GrowingMemory
{
    /// <summary>Makes an array at least as long as asked for; what it holds stays.</summary>
    public static void Grow<T>(ref T[] array, int length)
    {
        if (array.Length < length)
        {
            // A quarter more than asked for, so that slowly growing batches do not allocate each time.
            Array.Resize(ref array, (int)Math.Min(length + (length / 4L), Array.MaxLength));
        }
    }

    /// <summary>Makes a buffer at least as long as asked for; a new one is zero throughout.</summary>
    public static void Grow(ref AlignedBuffer buffer, int length)
    {
        if (buffer.Length < length)
        {
            buffer = new AlignedBuffer(length);
        }
    }
}
