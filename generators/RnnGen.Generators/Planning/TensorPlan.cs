namespace RnnGen.Generators.Planning;

/// <summary>A tensor's PyTorch shape and its place in the span of parameters.</summary>
/// <param name="Name">The name in a state_dict.</param>
/// <param name="Rows">PyTorch's first dimension.</param>
/// <param name="Columns">PyTorch's second; 1 for a vector.</param>
/// <param name="IsVector">One dimension in PyTorch.</param>
/// <param name="Offset">First element.</param>
/// <param name="RowStride">Step along the first dimension.</param>
/// <param name="ColumnStride">Step along the second.</param>
/// <param name="Letter">The letter of the equations.</param>
internal sealed record TensorPlan(
    string Name, int Rows, int Columns, bool IsVector, int Offset, int RowStride, int ColumnStride, string Letter);
