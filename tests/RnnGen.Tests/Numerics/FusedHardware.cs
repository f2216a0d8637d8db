using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace RnnGen.Tests.Numerics;

/// <summary>Whether multiply-add rounds once here: then results have the promised bits and errors, otherwise larger errors.</summary>
internal static class FusedHardware
{
    public const string WhySkipped =
        "Without fused multiply-add results keep to the error bounds, which are tested, and not to these bits.";

    public static bool IsPresent => Fma.IsSupported || AdvSimd.IsSupported;
}
