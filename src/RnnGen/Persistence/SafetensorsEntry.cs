using System.Collections.Immutable;

namespace RnnGen.Persistence;

/// <summary>One tensor of a safetensors header.</summary>
/// <param name="Name">Unique in the file.</param>
/// <param name="Type">The element type.</param>
/// <param name="Shape">The dimensions, none of them negative; empty for a scalar. Elements are stored row by row.</param>
/// <param name="Begin">Where the tensor's bytes begin, counted from the end of the header.</param>
/// <param name="End">Where they end, exclusive.</param>
internal sealed record SafetensorsEntry(string Name, ElementType Type, ImmutableArray<long> Shape, long Begin, long End)
{
    /// <summary>How many elements the tensor has.</summary>
    public long Count => (End - Begin) / ElementCodec.SizeOf(Type);

    /// <summary>The shape as Python prints it.</summary>
    public string ShapeText => $"[{string.Join(", ", Shape)}]";
}
