using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RnnGen.Numerics;

/// <summary>Finds a 64-byte boundary in memory that does not move.</summary>
public static class AlignedMemory
{
    /// <summary>How many floats more than needed a buffer must have to hold an aligned part.</summary>
    public const int Slack = 16;

    private const nint Alignment = 64;

    /// <summary>The part of a stack buffer that starts on a 64-byte boundary.</summary>
    /// <param name="buffer">A span over stack or pinned memory, at least <paramref name="length"/> + <see cref="Slack"/> long.</param>
    /// <param name="length">How many floats are needed.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Span<float> Align(Span<float> buffer, int length)
    {
        // The address as a distance from null: the memory does not move, so that it stays true.
        nint address = Unsafe.ByteOffset(ref Unsafe.NullRef<float>(), ref MemoryMarshal.GetReference(buffer));
        return buffer.Slice((int)((-address & (Alignment - 1)) / sizeof(float)), length);
    }
}
