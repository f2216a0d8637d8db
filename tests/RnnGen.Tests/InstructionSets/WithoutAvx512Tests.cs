using System.Threading.Tasks;

namespace RnnGen.Tests.InstructionSets;

public class WithoutAvx512Tests
{
    [Fact]
    public Task Numbers_hold() => InstructionSwitch.AssertNumbersHoldWithout(InstructionSwitch.Avx512, Rerun.Category, Rerun.Numbers, fewestTests: 4000);
}
