namespace RnnGen.Tests.Reference;

/// <summary>A tensor's PyTorch name and shape; a vector has one column.</summary>
internal sealed record TensorShape(string Name, int Rows, int Columns);
