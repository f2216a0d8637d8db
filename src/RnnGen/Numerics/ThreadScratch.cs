using System;

namespace RnnGen.Numerics;

/// <summary>A buffer a thread, for what is too large for the stack; it grows to the largest ever asked for and stays.</summary>
public static class ThreadScratch
{
    [ThreadStatic]
    private static AlignedBuffer? _buffer;

    /// <summary>The calling thread's buffer, its contents undefined; the next call on the same thread gives the same memory.</summary>
    /// <param name="length">How many floats: 0 or more.</param>
    public static Span<float> Take(int length)
    {
        if (_buffer is null || _buffer.Length < length)
        {
            _buffer = new AlignedBuffer(length);
        }

        return _buffer.Span[..length];
    }
}
