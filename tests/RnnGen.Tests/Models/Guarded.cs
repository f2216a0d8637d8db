using System;
using System.Runtime.InteropServices;

namespace RnnGen.Tests.Models;

/// <summary>A span in the middle of a larger array whose other elements must survive: it catches what writes past an end.</summary>
/// <remarks>
/// The margins are wider than a 512-bit vector, and filled with a pattern that is a NaN to a float and far outside every vocabulary to an
/// int, so that a read past an end spoils the result. The span does not start on a vector's boundary.
/// </remarks>
internal sealed class Guarded<T>
    where T : unmanaged
{
    private const int Pattern = 0x7FC0DEAD;
    private const int Margin = 67;
    private readonly T[] _array;
    private readonly int _length;

    public Guarded(int length)
    {
        _length = length;
        _array = new T[length + (2 * Margin)];
        MemoryMarshal.Cast<T, int>(_array.AsSpan()).Fill(Pattern);
    }

    public static Guarded<T> Of(ReadOnlySpan<T> values)
    {
        var guarded = new Guarded<T>(values.Length);
        values.CopyTo(guarded.Span);
        return guarded;
    }

    /// <summary>The span itself; filled with the pattern at first.</summary>
    public Span<T> Span => _array.AsSpan(Margin, _length);

    public Guarded<T> Cleared()
    {
        Span.Clear();
        return this;
    }

    public void AssertMarginsAreIntact()
    {
        AssertPattern(_array.AsSpan(0, Margin), "before");
        AssertPattern(_array.AsSpan(Margin + _length), "after");
    }

    /// <summary>Nothing at all was written.</summary>
    public void AssertUntouched() => AssertPattern(_array, "in or around");

    private static void AssertPattern(Span<T> margin, string where)
    {
        int written = MemoryMarshal.Cast<T, int>(margin).IndexOfAnyExcept(Pattern);
        Assert.True(written < 0, $"Something was written {where} the span, at {written} of {margin.Length}.");
    }
}
