using System;
using System.Diagnostics;
using RnnGen.Numerics;

namespace RnnGen.Benchmarks.Machine;

/// <summary>
/// A fixed piece of work, a burst of multiply-adds and a sweep over the first-level cache, whose time says how fast the machine is just now. Shared machines
/// run at two speeds, seconds at a time; a trial counts if the probes before and after it ran at full speed.
/// </summary>
internal sealed class SpeedProbe
{
    /// <summary>How much slower than the fastest probe of the run still is full speed.</summary>
    public const double Tolerance = 1.05;

    // Each half takes about ten microseconds: short beside a trial, long beside the clock's resolution.
    private const double BurstFlops = 1e6;
    private const int SweepPasses = 128;
    private readonly AlignedBuffer _buffer = LoadSweep.CreateBuffer(4096);

    /// <summary>The fastest probe so far, in ticks of <see cref="Stopwatch"/>.</summary>
    public long Fastest { get; private set; } = long.MaxValue;

    /// <summary>Takes a probe.</summary>
    /// <returns>Its time in ticks of <see cref="Stopwatch"/>.</returns>
    public long Take()
    {
        // The trial before may have thrown the buffer and the code out of the cache, which says nothing of the machine's speed.
        float sum = FmaBurst.Run(0) + LoadSweep.Run(_buffer.Span, 1);
        long start = Stopwatch.GetTimestamp();
        sum += FmaBurst.Run(BurstFlops) + LoadSweep.Run(_buffer.Span, SweepPasses);
        long ticks = Stopwatch.GetTimestamp() - start;
        Fastest = Math.Min(Fastest, ticks);
        return float.IsNaN(sum) ? long.MaxValue : ticks;
    }

    /// <summary>Whether a probe ran at full speed, judged by all probes so far.</summary>
    public bool IsFullSpeed(long ticks) => ticks <= Fastest * Tolerance;
}
