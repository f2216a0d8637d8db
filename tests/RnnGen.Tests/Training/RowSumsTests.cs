using System;
using System.Linq;
using RnnGen.Numerics;
using RnnGen.Training;

namespace RnnGen.Tests.Training;

public class RowSumsTests
{
    /// <summary>A column that is no part of the sum, on either side of it.</summary>
    private const float Guard = 77f;

    public static TheoryData<int, int> Shapes => [.. from columns in new[] { 16, 32, 48, 64, 80, 144 } from count in new[] { 1, 2, 7 } select (columns, count)];

    /// <summary>The same additions in the same order as one by one, a place of the table that comes twice in a row among them.</summary>
    [Theory]
    [MemberData(nameof(Shapes))]
    public void Rows_are_added_to_their_sum_and_to_their_places_as_one_by_one(int columns, int count)
    {
        const int Stride = 160;
        const int Places = 5;
        var random = new SeededRandom(1);
        float[] rows = Numbers(count * Stride, random);
        float[] sum = [.. Numbers(columns, random), Guard];
        float[] table = [.. Numbers(Places * Stride, random), Guard];
        int[] places = [.. Enumerable.Range(0, count).Select(k => k / 2 % Places)];
        float[] expectedSum = [.. sum];
        float[] expectedTable = [.. table];
        for (int k = 0; k < count; k++)
        {
            for (int c = 0; c < columns; c++)
            {
                expectedSum[c] += rows[(k * Stride) + c];
                expectedTable[(places[k] * Stride) + c] += rows[(k * Stride) + c];
            }
        }

        float[] sumAlone = [.. sum];
        RowSums.Add(rows, Stride, count, sumAlone.AsSpan(0, columns));
        RowSums.Add(rows, Stride, count, sum.AsSpan(0, columns), places, table, Stride);

        Assert.Equal(expectedSum, sumAlone);
        Assert.Equal(expectedSum, sum);
        Assert.Equal(expectedTable, table);
    }

    [Fact]
    public void Rows_that_are_not_there_and_places_beyond_the_table_are_refused()
    {
        float[] sum = new float[16];
        Assert.Throws<ArgumentOutOfRangeException>(() => RowSums.Add(new float[47], 16, 3, sum));
        Assert.Throws<ArgumentOutOfRangeException>(() => RowSums.Add(new float[48], 16, 3, sum, [0, 1, 2], new float[32], 16));
    }

    private static float[] Numbers(int count, SeededRandom random) => [.. Enumerable.Range(0, count).Select(_ => random.NextUniform(1f))];
}
