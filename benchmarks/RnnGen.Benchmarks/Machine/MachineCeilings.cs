using System;
using System.Diagnostics;
using System.Runtime.Intrinsics;
using RnnGen.Numerics;

namespace RnnGen.Benchmarks.Machine;

/// <summary>What one core can do at most, measured.</summary>
/// <param name="Fma512">Multiply-adds in 512-bit vectors, in GFLOP/s; NaN where the machine has none.</param>
/// <param name="Fma256">Multiply-adds in 256-bit vectors, in GFLOP/s.</param>
/// <param name="FirstLevel">Loads from a buffer of <see cref="LoadSweep.FirstLevelBytes"/>, in GB/s.</param>
/// <param name="SecondLevel">Loads from a buffer of <see cref="LoadSweep.SecondLevelBytes"/>, in GB/s.</param>
internal sealed record MachineCeilings(double Fma512, double Fma256, double FirstLevel, double SecondLevel)
{
    private const int Iterations = 20_000;
    private const int SweptBytes = 4 << 20;
    private static readonly TimeSpan PerCeiling = TimeSpan.FromSeconds(0.25);

    /// <summary>Measures the ceilings: the best of many short bursts each.</summary>
    public static MachineCeilings Measure() => new(
        Vector512.IsHardwareAccelerated ? Best(() => FmaBurst.Run512(Iterations), (double)Iterations * FmaBurst.Flops512) : double.NaN,
        Best(() => FmaBurst.Run256(Iterations), (double)Iterations * FmaBurst.Flops256),
        BestSweep(LoadSweep.FirstLevelBytes),
        BestSweep(LoadSweep.SecondLevelBytes));

    private static double BestSweep(int bytes)
    {
        AlignedBuffer buffer = LoadSweep.CreateBuffer(bytes / sizeof(float));
        return Best(() => LoadSweep.Run(buffer.Span, SweptBytes / bytes), SweptBytes);
    }

    // Per nanosecond is giga per second.
    private static double Best(Func<float> burst, double amount)
    {
        double fastest = double.PositiveInfinity;
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < PerCeiling)
        {
            long start = Stopwatch.GetTimestamp();
            _ = burst();
            fastest = Math.Min(fastest, Stopwatch.GetElapsedTime(start).TotalNanoseconds);
        }

        return amount / fastest;
    }
}
