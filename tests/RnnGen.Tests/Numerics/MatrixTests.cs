using System;
using System.Linq;
using RnnGen.Numerics;
using RnnGen.Tests.InstructionSets;

namespace RnnGen.Tests.Numerics;

/// <summary>Transposition.</summary>
[Trait(Rerun.Category, Rerun.Numbers)]
[Trait(Rerun.Size, Rerun.Small)]
public class MatrixTests
{
    private const float Untouched = -7f;

    /// <summary>Sizes around the tiles of four and the blocks of sixteen.</summary>
    private static readonly int[] Sizes = [1, 2, 3, 4, 5, 7, 8, 15, 16, 17, 19, 20, 33, 48, 65];

    [Fact]
    public void An_element_goes_to_the_row_of_its_column_and_nothing_else_is_written()
    {
        foreach (int rows in Sizes)
        {
            foreach (int columns in Sizes)
            {
                int sourceStride = columns + 3;
                int destinationStride = rows + 2;
                float[] source = Numbers(rows * sourceStride);
                float[] destination = [.. Enumerable.Repeat(Untouched, columns * destinationStride)];

                Matrix.Transpose(source, sourceStride, rows, columns, destination, destinationStride);

                for (int column = 0; column < columns; column++)
                {
                    for (int row = 0; row < destinationStride; row++)
                    {
                        float expected = row < rows ? source[(row * sourceStride) + column] : Untouched;
                        Assert.Equal(expected, destination[(column * destinationStride) + row]);
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData(5, 16)]
    [InlineData(24, 48)]
    [InlineData(20, 40)]
    [InlineData(33, 100)]
    public void Panels_give_the_transpose_of_the_matrix_that_they_hold(int rows, int columns)
    {
        const int Width = 16;
        int panel = (rows + 3) * Width;
        float[] source = Numbers((columns + Width - 1) / Width * panel);
        int stride = rows + 2;
        float[] destination = [.. Enumerable.Repeat(Untouched, columns * stride)];

        Matrix.TransposePanels(source, Width, panel, rows, columns, destination, stride);

        for (int column = 0; column < columns; column++)
        {
            for (int row = 0; row < stride; row++)
            {
                float expected = row < rows ? source[(column / Width * panel) + (row * Width) + (column % Width)] : Untouched;
                Assert.Equal(expected, destination[(column * stride) + row]);
            }
        }
    }

    [Theory]
    [InlineData(34, 15, "source")]
    [InlineData(35, 14, "destination")]
    public void Memory_that_is_too_short_is_refused(int sourceLength, int destinationLength, string parameter) =>
        Assert.Throws<ArgumentException>(parameter, () => Matrix.Transpose(new float[sourceLength], 8, 5, 3, new float[destinationLength], 5));

    [Theory]
    [InlineData(2, 5, "source")]
    [InlineData(3, 4, "destination")]
    public void Rows_that_overlap_are_refused(int sourceStride, int destinationStride, string parameter) =>
        Assert.Throws<ArgumentException>(parameter, () => Matrix.Transpose(new float[100], sourceStride, 5, 3, new float[100], destinationStride));

    [Fact]
    public void Panels_that_overlap_or_end_early_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("panelWidth", () => Matrix.TransposePanels(new float[100], 0, 100, 2, 2, new float[100], 2));
        Assert.Throws<ArgumentOutOfRangeException>("panelStride", () => Matrix.TransposePanels(new float[100], 4, 7, 2, 8, new float[100], 2));
        Assert.Throws<ArgumentException>("source", () => Matrix.TransposePanels(new float[8], 4, 8, 2, 8, new float[100], 2));
        Assert.Throws<ArgumentException>("destination", () => Matrix.TransposePanels(new float[16], 4, 8, 2, 8, new float[8], 2));
    }

    [Fact]
    public void A_matrix_without_rows_or_columns_has_nothing_to_write()
    {
        Matrix.Transpose([], 4, 0, 4, [], 4);
        Matrix.Transpose([], 4, 4, 0, [], 4);
    }

    private static float[] Numbers(int count) => [.. Enumerable.Range(1, count).Select(i => (float)i)];
}
