using System;

namespace RnnGen.Numerics;

/// <summary>From which end the next step of a sequence or a stream reads the weights.</summary>
/// <remarks>
/// Weights that outgrow a cache are read from alternate ends, so that a step begins with what the step before it read last. The steps of a stream come one call
/// at a time, a sequence begins with what the one before it left, and the cache belongs to the processor rather than to either: each thread counts its own. The order changes no result.
/// </remarks>
public static class SweepOrder
{
    [ThreadStatic]
    private static int _last;

    /// <summary>1 and 0 in turns, for each thread by itself: what a kernel takes as the number of its step.</summary>
    public static int Next() => _last ^= 1;
}
