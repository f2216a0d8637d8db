using System.Collections.Immutable;

namespace RnnGen.Persistence;

/// <summary>One tensor of a model file, and the tensor of the model that it becomes.</summary>
/// <param name="Name">The name in the file.</param>
/// <param name="Tensor">The model's tensor.</param>
/// <param name="IsSecondBias">Whether it is added to the model's tensor when it is read, and written as zeros.</param>
internal sealed record StoredTensor(string Name, TensorInfo Tensor, bool IsSecondBias)
{
    /// <summary>PyTorch's shape.</summary>
    public ImmutableArray<long> Shape => Tensor.IsVector ? [Tensor.Rows] : [Tensor.Rows, Tensor.Columns];

    /// <summary>The shape as Python prints it.</summary>
    public string ShapeText => $"[{string.Join(", ", Shape)}]";
}
