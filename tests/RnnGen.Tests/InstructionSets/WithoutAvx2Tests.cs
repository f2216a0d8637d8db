using System.Threading.Tasks;

namespace RnnGen.Tests.InstructionSets;

public class WithoutAvx2Tests
{
    [Fact]
    public Task Numbers_hold() => InstructionSwitch.AssertNumbersHoldWithout(InstructionSwitch.Avx2, Rerun.Category, Rerun.Numbers, fewestTests: 4000);
}
