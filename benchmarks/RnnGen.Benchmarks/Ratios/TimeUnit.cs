using RnnGen.Benchmarks.Workloads;

namespace RnnGen.Benchmarks.Ratios;

/// <summary>What the times of a suite are given in.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Nanoseconds">How many nanoseconds of a run make one of it.</param>
internal sealed record TimeUnit(string Name, double Nanoseconds)
{
    /// <summary>Microseconds a run.</summary>
    public static TimeUnit Microseconds { get; } = new("us", 1000);

    /// <summary>Nanoseconds a step, where a run is a whole sequence.</summary>
    public static TimeUnit NanosecondsPerStep { get; } = new("ns", Sizes.Steps);
}
