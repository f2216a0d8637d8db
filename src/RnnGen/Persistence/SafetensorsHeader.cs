using System.Collections.Generic;
using System.Collections.Immutable;

namespace RnnGen.Persistence;

/// <summary>What a safetensors file says about itself.</summary>
/// <param name="Metadata">The entries of <c>__metadata__</c>; empty if the file has none.</param>
/// <param name="Entries">The tensors in the order of their bytes: each begins where the one before ends.</param>
internal sealed record SafetensorsHeader(IReadOnlyDictionary<string, string> Metadata, ImmutableArray<SafetensorsEntry> Entries)
{
    /// <summary>The name that the format reserves for the metadata.</summary>
    public const string MetadataName = "__metadata__";

    /// <summary>The limit of the reference implementation (safetensors/src/tensor.rs, MAX_HEADER_SIZE), in bytes.</summary>
    public const int MaxLength = 100_000_000;

    /// <summary>PyTorch's own limit on the dimensions of a tensor.</summary>
    public const int MaxRank = 64;

    /// <summary>The header is preceded by its own length in 8 bytes, and padded with spaces to a multiple of as many.</summary>
    public const int Alignment = sizeof(ulong);

    /// <summary>How many bytes follow the header.</summary>
    public long DataLength => Entries.IsEmpty ? 0 : Entries[^1].End;
}
