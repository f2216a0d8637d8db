namespace RnnGen.Persistence;

/// <summary>
/// A model's tensor as the lines that a file stores one after another, each with one stride in memory: the rows of a matrix, the gates
/// of a vector.
/// </summary>
/// <param name="Tensor">The tensor.</param>
internal readonly record struct TensorLines(TensorInfo Tensor)
{
    /// <summary>How many lines there are.</summary>
    public int Count => Tensor.IsVector ? Tensor.Gates : Tensor.Rows;

    /// <summary>How many elements a line has.</summary>
    public int Length => Tensor.IsVector ? Tensor.GateRows : Tensor.Columns;

    /// <summary>The distance of two elements of a line in the span of all parameters.</summary>
    public int Stride => Tensor.IsVector ? Tensor.RowStride : Tensor.ColumnStride;

    /// <summary>Where a line, which must not be that of a shared gate, begins in the span of all parameters.</summary>
    public int Start(int line) => Tensor.IndexOf(FirstRow(line), 0);

    /// <summary>An element's indices as Python writes them.</summary>
    public string IndexText(int line, int place) => Tensor.IsVector ? $"[{FirstRow(line) + place}]" : $"[{line}, {place}]";

    private int FirstRow(int line) => Tensor.IsVector ? line * Tensor.GateRows : line;
}
