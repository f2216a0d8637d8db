using System.Linq;
using RnnGen.Benchmarks.Machine;
using RnnGen.Benchmarks.Workloads;
using RnnGen.Numerics;

namespace RnnGen.Benchmarks.Contestants.Ceilings;

/// <summary>Reads W once for every step of every sequence, always in the same direction, from whichever cache holds it.</summary>
internal sealed class LoadCeiling(Workload workload) : Ceiling(ContestantNames.ReadingW, "reading W")
{
    private readonly AlignedBuffer _weights = LoadSweep.CreateBuffer(workload.RecurrentWeights);
    private readonly int _passes = workload.Lengths.Sum(length => length - 1);
    private float _sum;

    public override void Run() => _sum = LoadSweep.Run(_weights.Span, _passes);
}
