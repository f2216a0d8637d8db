using RnnGen.Benchmarks.Machine;

namespace RnnGen.Benchmarks.Contestants.Ceilings;

/// <summary>As many multiply-adds as the work needs, all in registers.</summary>
/// <param name="flops">How many floating-point operations the work needs.</param>
internal sealed class MultiplyAddCeiling(double flops) : Ceiling(ContestantNames.MultiplyAdds, "multiply-adds")
{
    private float _sum;

    public override void Run() => _sum = FmaBurst.Run(flops);
}
