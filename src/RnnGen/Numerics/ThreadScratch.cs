using System;

namespace RnnGen.Numerics;

/// <summary>A buffer a thread, for outputs too large for the stack; it grows to the largest ever asked for and stays.</summary>
public static class ThreadScratch
{
    [ThreadStatic]
    private static AlignedBuffer? s_buffer;

    /// <summary>The calling thread's buffer, its contents undefined; the next call on the same thread gives the same memory.</summary>
    /// <param name="length">How many floats: 0 or more.</param>
    public static Span<float> Take(int length)
    {
        if (s_buffer is null || s_buffer.Length < length)
        {
            s_buffer = new AlignedBuffer(length);
        }

        return s_buffer.Span[..length];
    }
}
