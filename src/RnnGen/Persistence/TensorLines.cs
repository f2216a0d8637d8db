namespace RnnGen.Persistence;

/// <summary>A model's tensor as the lines that a file stores one after another: the rows of a matrix, or a vector as a whole.</summary>
/// <param name="Tensor">The tensor.</param>
internal readonly record struct TensorLines(TensorInfo Tensor)
{
    /// <summary>How many lines there are.</summary>
    public int Count => Tensor.IsVector ? 1 : Tensor.Rows;

    /// <summary>How many elements a line has.</summary>
    public int Length => Tensor.IsVector ? Tensor.Rows : Tensor.Columns;

    /// <summary>The distance of two elements of a line in the span of all parameters.</summary>
    public int Stride => Tensor.IsVector ? Tensor.RowStride : Tensor.ColumnStride;

    /// <summary>Where a line begins in the span of all parameters.</summary>
    public int Start(int line) => Tensor.IndexOf(line, 0);

    /// <summary>An element's indices as Python writes them.</summary>
    public string IndexText(int line, int place) => Tensor.IsVector ? $"[{place}]" : $"[{line}, {place}]";
}
