using System;
using System.Diagnostics;

namespace RnnGen.Demo.Rendering;

/// <summary>What one call of something costs.</summary>
/// <param name="MedianMicroseconds">The median time of a call.</param>
/// <param name="BytesAllocated">Bytes allocated on the managed heap in a call, on average over all calls.</param>
/// <param name="Calls">How many calls were measured.</param>
internal sealed record Measurement(double MedianMicroseconds, double BytesAllocated, int Calls)
{
    // Tiered compilation replaces a method's first code after some thirty calls, in the background.
    private const int WarmUpCalls = 2000;
    private const int MeasuredCalls = 5000;

    /// <summary>Measures a call on this thread.</summary>
    /// <param name="call">Makes call number i, so that the data can differ from one to the next.</param>
    public static Measurement Of(Action<int> call)
    {
        for (int i = 0; i < WarmUpCalls; i++)
        {
            call(i);
        }

        long[] ticks = new long[MeasuredCalls];
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < MeasuredCalls; i++)
        {
            long start = Stopwatch.GetTimestamp();
            call(i);
            ticks[i] = Stopwatch.GetTimestamp() - start;
        }

        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Array.Sort(ticks);
        double microseconds = ticks[MeasuredCalls / 2] * 1e6 / Stopwatch.Frequency;
        return new Measurement(microseconds, (double)allocated / MeasuredCalls, MeasuredCalls);
    }
}
