using System.Threading.Tasks;

namespace RnnGen.Tests.InstructionSets;

public class WithoutVectorsTests
{
    [Fact]
    public Task Numbers_hold() => InstructionSwitch.AssertNumbersHoldWithout(InstructionSwitch.Vectors, Rerun.Size, Rerun.Small, fewestTests: 5000);
}
