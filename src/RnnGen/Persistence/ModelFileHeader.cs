namespace RnnGen;

/// <summary>
/// What a model file says about itself, read without its weights. Files that were not written here say little; absent facts are null.
/// </summary>
public sealed class ModelFileHeader
{
    /// <summary>
    /// Whether the file is a checkpoint of a training run: <see cref="Trainer"/> resumes from it, and nothing loads it as a model. The declaration is that of the model in training;
    /// there is no other metadata.
    /// </summary>
    public bool IsCheckpoint { get; init; }

    /// <summary>What the model answers.</summary>
    public SequenceTask? Task { get; init; }

    /// <summary>The cell, in the words of the file: <c>elman</c>, <c>gru</c> or <c>lstm</c>.</summary>
    public string? Cell { get; init; }

    /// <summary>Whether a GRU's reset is applied before the recurrent product; false also for other cells.</summary>
    public bool? ResetsBefore { get; init; }

    /// <summary>The nonlinearity of an Elman cell, in the words of the file: <c>tanh</c> or <c>relu</c>.</summary>
    public string? Nonlinearity { get; init; }

    /// <summary>The declared vocabulary; null also for a model that reads features.</summary>
    public int? VocabularySize { get; init; }

    /// <summary>The declared number of features; null also for a model that reads tokens.</summary>
    public int? FeatureCount { get; init; }

    /// <summary>The declared number of hidden units.</summary>
    public int? HiddenSize { get; init; }

    /// <summary>The declared number of recurrent layers.</summary>
    public int? LayerCount { get; init; }

    /// <summary>Whether every layer reads the sequence both ways.</summary>
    public bool? IsBidirectional { get; init; }

    /// <summary>How many numbers stand for a token; 0 without an embedding.</summary>
    public int? EmbeddingSize { get; init; }

    /// <summary>What the output layer reads of a sequence that gets one answer, in the words of the file: <c>last</c>, <c>mean</c> or <c>max</c>.</summary>
    public string? Pooling { get; init; }

    /// <summary>The declared longest sequence, in steps.</summary>
    public int? SequenceLength { get; init; }

    /// <summary>The declared number of outputs.</summary>
    public int? OutputSize { get; init; }

    /// <summary>Whether a regressor has outputs at every step; null also for other tasks.</summary>
    public bool? HasOutputEveryStep { get; init; }

    /// <summary>Vocabulary, label names and the caller's own entries.</summary>
    public required ModelMetadata Metadata { get; init; }
}
