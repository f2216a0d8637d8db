using System.Linq;
using System.Runtime.Intrinsics;
using RnnGen.Numerics;
using RnnGen.Tests.InstructionSets;

namespace RnnGen.Tests.Numerics;

/// <summary>Numbers of a row, spread over a vector.</summary>
[Trait(Rerun.Category, Rerun.Numbers)]
[Trait(Rerun.Size, Rerun.Small)]
public class LaneSpreadTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public void Each_of_four_numbers_fills_a_vector(int first)
    {
        float[] row = [.. Enumerable.Range(1, first + 4).Select(i => i / 3f)];

        Vector512<float> four = LaneSpread.Four(ref row[0], (nuint)first);

        Assert.Equal(Vector512.Create(row[first]), LaneSpread.Of(four, 0));
        Assert.Equal(Vector512.Create(row[first + 1]), LaneSpread.Of(four, 1));
        Assert.Equal(Vector512.Create(row[first + 2]), LaneSpread.Of(four, 2));
        Assert.Equal(Vector512.Create(row[first + 3]), LaneSpread.Of(four, 3));
    }
}
