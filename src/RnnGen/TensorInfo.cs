namespace RnnGen;

/// <summary>A named tensor of a model and its place in the span of all parameters.</summary>
/// <remarks>
/// The shape is PyTorch's, so that <c>weight_hh_l0[i, j]</c> connects hidden unit j of the step before to hidden unit i; the place is
/// RnnGen's, which stores most matrices transposed and with padded rows. Element (i, j) is at
/// <c>Offset + i * RowStride + j * ColumnStride</c>. Places of the span that no tensor names are padding, and stay zero.
/// </remarks>
/// <param name="Name">The tensor's name in a PyTorch state_dict, for example <c>rnn.weight_hh_l0</c>.</param>
/// <param name="Rows">PyTorch's first dimension.</param>
/// <param name="Columns">PyTorch's second dimension; 1 for a vector.</param>
/// <param name="IsVector">Whether PyTorch's tensor has one dimension.</param>
/// <param name="Offset">Where element (0, 0) is.</param>
/// <param name="RowStride">Distance between (i, j) and (i + 1, j).</param>
/// <param name="ColumnStride">Distance between (i, j) and (i, j + 1).</param>
/// <param name="InitialBound">A new model draws the elements uniformly from -InitialBound to InitialBound; 0 for tensors that start at zero.</param>
public sealed record TensorInfo(
    string Name, int Rows, int Columns, bool IsVector, int Offset, int RowStride, int ColumnStride, float InitialBound)
{
    /// <summary>How many elements the tensor has.</summary>
    public int Count => Rows * Columns;

    /// <summary>The place of element (<paramref name="row"/>, <paramref name="column"/>) in the span of all parameters.</summary>
    public int IndexOf(int row, int column) => Offset + (row * RowStride) + (column * ColumnStride);
}
