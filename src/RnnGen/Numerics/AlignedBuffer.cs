using System;
using System.Runtime.InteropServices;

namespace RnnGen.Numerics;

/// <summary>A zeroed buffer of floats that starts on a 64-byte boundary, so that no vector load crosses a cache line.</summary>
/// <remarks>Backed by a pinned array: the garbage collector neither moves nor has to free it by hand.</remarks>
public sealed class AlignedBuffer
{
    private const int Alignment = 64;
    private readonly float[] _array;
    private readonly int _start;

    /// <summary>Allocates a buffer of zeros.</summary>
    /// <param name="length">How many floats: 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative.</exception>
    public AlignedBuffer(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Length = length;
        _array = GC.AllocateArray<float>(length + (Alignment / sizeof(float)), pinned: true);
        nint misalignment = Marshal.UnsafeAddrOfPinnedArrayElement(_array, 0) & (Alignment - 1);
        _start = (int)((Alignment - misalignment) & (Alignment - 1)) / sizeof(float);
    }

    /// <summary>How many floats the buffer holds.</summary>
    public int Length { get; }

    /// <summary>The floats, the first of them on a 64-byte boundary.</summary>
    public Span<float> Span => _array.AsSpan(_start, Length);
}
