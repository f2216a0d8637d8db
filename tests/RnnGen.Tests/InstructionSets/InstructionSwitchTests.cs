using System.Runtime.Intrinsics;

namespace RnnGen.Tests.InstructionSets;

[Trait(Rerun.Category, Rerun.Numbers)]
[Trait(Rerun.Size, Rerun.Small)]
public class InstructionSwitchTests
{
    [Fact]
    public void A_switch_that_is_off_takes_the_vectors_away()
    {
        Assert.False(InstructionSwitch.IsOff(InstructionSwitch.Avx512) && Vector512.IsHardwareAccelerated);
        Assert.False(InstructionSwitch.IsOff(InstructionSwitch.Avx2) && Vector256.IsHardwareAccelerated);
        Assert.False(InstructionSwitch.IsOff(InstructionSwitch.Vectors) && Vector128.IsHardwareAccelerated);
    }
}
