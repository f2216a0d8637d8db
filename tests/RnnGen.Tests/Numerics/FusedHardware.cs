using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace RnnGen.Tests.Numerics;

/// <summary>Whether multiply-add rounds once here: then results have the promised bits, and the promised errors; otherwise larger ones.</summary>
internal static class FusedHardware
{
    public static bool IsPresent => Fma.IsSupported || AdvSimd.IsSupported;
}
