using System;
using RnnGen.Benchmarks.Machine;
using RnnGen.Numerics;

namespace RnnGen.Benchmarks.Contestants.Ceilings;

/// <summary>Reads as many numbers as the work reads weights, all from one level of the cache, whether they would fit it or not.</summary>
internal sealed class BandwidthCeiling : Ceiling
{
    private readonly AlignedBuffer _buffer;
    private readonly int _count;
    private int _next;
    private float _sum;

    private BandwidthCeiling(string name, string limit, int bufferBytes, int count)
        : base(name, limit)
    {
        _buffer = LoadSweep.CreateBuffer(bufferBytes / sizeof(float));
        _count = (count + LoadSweep.Granularity - 1) / LoadSweep.Granularity * LoadSweep.Granularity;
    }

    /// <summary>Reads from the first level.</summary>
    /// <param name="count">How many floats; rounded up to a multiple of <see cref="LoadSweep.Granularity"/>.</param>
    public static BandwidthCeiling FirstLevel(int count) => new(ContestantNames.FirstLevelLoads, "loads from L1", LoadSweep.FirstLevelBytes, count);

    /// <summary>Reads from the second level.</summary>
    /// <param name="count">How many floats; rounded up to a multiple of <see cref="LoadSweep.Granularity"/>.</param>
    public static BandwidthCeiling SecondLevel(int count) => new(ContestantNames.SecondLevelLoads, "loads from L2", LoadSweep.SecondLevelBytes, count);

    /// <summary>Goes on where the last run ended, so that a run shorter than the buffer still reads all of it, in turn.</summary>
    public override void Run()
    {
        Span<float> buffer = _buffer.Span;
        int first = Math.Min(_count, buffer.Length - _next);
        float sum = LoadSweep.Run(buffer.Slice(_next, first), passes: 1);
        (int passes, int rest) = Math.DivRem(_count - first, buffer.Length);
        sum += LoadSweep.Run(buffer, passes) + LoadSweep.Run(buffer[..rest], passes: 1);
        _next = first < _count ? rest : (_next + first) % buffer.Length;
        _sum = sum;
    }
}
