using System;

namespace RnnGen.Tests;

public class TensorInfoTests
{
    // Three gates of two rows, four places from one to the next.
    private static readonly TensorInfo Matrix =
        new("matrix", 6, 2, IsVector: false, Offset: 100, RowStride: 1, ColumnStride: 20, InitialBound: 1, Gates: 3, GateStride: 4);

    private static readonly TensorInfo Vector =
        new("vector", 6, 1, IsVector: true, Offset: 50, RowStride: 1, ColumnStride: 1, InitialBound: 1, Gates: 3, GateStride: 4);

    private static readonly TensorInfo Plain =
        new("plain", 6, 2, IsVector: false, Offset: 100, RowStride: 1, ColumnStride: 20, InitialBound: 1);

    private static readonly TensorInfo Shared = Vector with { Name = "shared", SharedGates = 2 };

    [Fact]
    public void A_gate_lies_its_stride_after_the_gate_before()
    {
        Assert.Equal([100, 101, 104, 105, 108, 109], Places(Matrix, column: 0));
        Assert.Equal([120, 121, 124, 125, 128, 129], Places(Matrix, column: 1));
        Assert.Equal([50, 51, 54, 55, 58, 59], Places(Vector, column: 0));
        Assert.Equal((12, 2, 0), (Matrix.Count, Matrix.GateRows, Matrix.SharedRows));
    }

    [Fact]
    public void A_tensor_without_gates_has_one_stride_for_all_rows()
    {
        Assert.Equal([100, 101, 102, 103, 104, 105], Places(Plain, column: 0));
        Assert.Equal([120, 121, 122, 123, 124, 125], Places(Plain, column: 1));
        Assert.Equal((12, 6, 0), (Plain.Count, Plain.GateRows, Plain.SharedRows));
    }

    [Fact]
    public void Shared_gates_have_no_places_and_the_others_begin_at_the_offset()
    {
        Assert.Equal([50, 51], Places(Shared, column: 0));
        Assert.Equal([50, 51, 54, 55], Places(Shared with { SharedGates = 1 }, column: 0));
        Assert.Equal((2, 2, 4), (Shared.Count, Shared.GateRows, Shared.SharedRows));
    }

    [Fact]
    public void Rows_of_a_panel_stand_together_and_the_next_panel_comes_its_stride_after()
    {
        // Two gates of five rows, two to a panel; the third panel of a gate has one.
        var panels = new TensorInfo(
            "panels", 10, 3, IsVector: false, Offset: 100, RowStride: 1, ColumnStride: 2, InitialBound: 1, Gates: 2, GateStride: 50, PanelRows: 2, PanelStride: 8);

        Assert.Equal([100, 101, 108, 109, 116, 150, 151, 158, 159, 166], Places(panels, column: 0));
        Assert.Equal([104, 105, 112, 113, 120, 154, 155, 162, 163, 170], Places(panels, column: 2));
        Assert.Equal((30, 5, 0), (panels.Count, panels.GateRows, panels.SharedRows));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(6)]
    public void A_row_without_a_place_is_refused(int row)
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(nameof(row), () => Shared.IndexOf(row, 0));
        Assert.Contains("The rows of shared that have a place of their own are 4 to 5.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void A_column_that_is_not_there_is_refused(int column) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(column), () => Matrix.IndexOf(0, column));

    private static int[] Places(TensorInfo tensor, int column)
    {
        int[] places = new int[tensor.Rows - tensor.SharedRows];
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = tensor.IndexOf(tensor.SharedRows + i, column);
        }

        return places;
    }
}
