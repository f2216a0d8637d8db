namespace RnnGen.Tests.Reference;

/// <summary>A tensor's PyTorch name and shape; a vector has one column.</summary>
/// <param name="Name">The name in a state_dict.</param>
/// <param name="Rows">PyTorch's first dimension.</param>
/// <param name="Columns">PyTorch's second dimension.</param>
/// <param name="RowsHeldAtZero">How many leading rows are no parameters, because another tensor says all that they could say.</param>
internal sealed record TensorShape(string Name, int Rows, int Columns, int RowsHeldAtZero = 0)
{
    public int ParameterCount => (Rows - RowsHeldAtZero) * Columns;
}
