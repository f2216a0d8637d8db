using System;

namespace RnnGen.Numerics;

/// <summary>From which end the next step of a stream reads the weights.</summary>
/// <remarks>
/// Weights that outgrow a cache are read from alternate ends, so that a step begins with what the step before it read last. The steps of a stream come one call
/// at a time, and the cache belongs to the processor rather than to a stream: each thread counts its own. The order changes no result.
/// </remarks>
public static class SweepOrder
{
    [ThreadStatic]
    private static int _steps;

    /// <summary>The number of the calling thread's next step; only whether it is odd matters.</summary>
    public static int Next() => unchecked(_steps++);
}
