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

    [Fact]
    public void Four_numbers_of_a_vector_are_spread_from_any_quarter()
    {
        float[] numbers = [.. Enumerable.Range(0, 16).Select(i => i + 0.5f)];
        var vector = Vector512.LoadUnsafe(ref numbers[0]);

        Vector512<float>[] fours = [LaneSpread.Quarter(vector, 0), LaneSpread.Quarter(vector, 1), LaneSpread.Quarter(vector, 2), LaneSpread.Quarter(vector, 3)];
        for (int quarter = 0; quarter < 4; quarter++)
        {
            Assert.Equal(Vector512.Create(numbers[4 * quarter]), LaneSpread.Of(fours[quarter], 0));
            Assert.Equal(Vector512.Create(numbers[(4 * quarter) + 1]), LaneSpread.Of(fours[quarter], 1));
            Assert.Equal(Vector512.Create(numbers[(4 * quarter) + 2]), LaneSpread.Of(fours[quarter], 2));
            Assert.Equal(Vector512.Create(numbers[(4 * quarter) + 3]), LaneSpread.Of(fours[quarter], 3));
        }
    }
}
