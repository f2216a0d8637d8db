using System.Collections.Immutable;

namespace RnnGen.Persistence;

/// <summary>One tensor of a model file, and the tensors of the model that its lines become.</summary>
/// <param name="Name">The name in the file.</param>
/// <param name="Tensor">The model's tensor of this shape, to which the lines go that are not shared.</param>
/// <param name="FirstBias">The model's tensor to which shared lines are added; null where there are none.</param>
/// <param name="SharedGates">How many gates, from the first one on, are shared; more than 0 for vectors only.</param>
internal sealed record StoredTensor(string Name, TensorInfo Tensor, TensorInfo? FirstBias, int SharedGates)
{
    /// <summary>Whether it is a second name of a tensor that the file has, too, and may lack; if it is there, it must be the same.</summary>
    public bool IsAlias { get; init; }

    /// <summary>PyTorch's shape.</summary>
    public ImmutableArray<long> Shape => Tensor.IsVector ? [Tensor.Rows] : [Tensor.Rows, Tensor.Columns];

    /// <summary>The shape as Python prints it.</summary>
    public string ShapeText => $"[{string.Join(", ", Shape)}]";

    /// <summary>Whether a line of the tensor is added to that of <see cref="FirstBias"/> when it is read, and written as zeros.</summary>
    public bool IsShared(int line) => line < SharedGates;
}
