namespace RnnGen;

/// <summary>
/// What a model file says about itself, read without its weights. Files that were not written here say little; absent facts are null.
/// </summary>
public sealed class ModelFileHeader
{
    /// <summary>What the model answers.</summary>
    public SequenceTask? Task { get; init; }

    /// <summary>The cell, in the words of the file: <c>elman</c>.</summary>
    public string? Cell { get; init; }

    /// <summary>The nonlinearity of an Elman cell, in the words of the file: <c>tanh</c> or <c>relu</c>.</summary>
    public string? Nonlinearity { get; init; }

    /// <summary>The declared vocabulary.</summary>
    public int? VocabularySize { get; init; }

    /// <summary>The declared number of hidden units.</summary>
    public int? HiddenSize { get; init; }

    /// <summary>The declared longest sequence, in steps.</summary>
    public int? SequenceLength { get; init; }

    /// <summary>The declared number of outputs.</summary>
    public int? OutputSize { get; init; }

    /// <summary>Vocabulary, label names and the caller's own entries.</summary>
    public required ModelMetadata Metadata { get; init; }
}
