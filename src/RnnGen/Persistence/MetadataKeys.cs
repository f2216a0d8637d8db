namespace RnnGen.Persistence;

/// <summary>The entries of a model file's <c>__metadata__</c> that are the library's own.</summary>
internal static class MetadataKeys
{
    /// <summary>What all of them begin with.</summary>
    public const string Prefix = "rnngen.";

    /// <summary>The version of these entries: <see cref="CurrentVersion"/>.</summary>
    public const string Version = Prefix + "version";

    /// <summary>The version of a checkpoint's own entries; only in the file of a training run, which is no model.</summary>
    public const string Checkpoint = Prefix + "checkpoint";

    /// <summary>A <see cref="SequenceTask"/>, in lower case.</summary>
    public const string Task = Prefix + "task";

    /// <summary>A <see cref="CellKind"/>, in lower case.</summary>
    public const string Cell = Prefix + "cell";

    /// <summary><c>true</c>, where a GRU's reset is applied before the recurrent product; absent where it is not, and for other cells.</summary>
    public const string ResetBefore = Prefix + "reset_before";

    /// <summary>A <see cref="RnnGen.Nonlinearity"/>, in lower case.</summary>
    public const string Nonlinearity = Prefix + "nonlinearity";

    /// <summary>A whole number; only where a model reads tokens.</summary>
    public const string VocabularySize = Prefix + "vocabulary_size";

    /// <summary>A whole number; only where a model reads features.</summary>
    public const string FeatureCount = Prefix + "feature_count";

    /// <summary>A whole number.</summary>
    public const string HiddenSize = Prefix + "hidden_size";

    /// <summary>A whole number; only where it is not 1.</summary>
    public const string LayerCount = Prefix + "layer_count";

    /// <summary><c>true</c>, where the network reads both ways; absent where it does not.</summary>
    public const string Bidirectional = Prefix + "bidirectional";

    /// <summary>A whole number; only where there is an embedding.</summary>
    public const string EmbeddingSize = Prefix + "embedding_size";

    /// <summary>A <see cref="RnnGen.Pooling"/>, in lower case; only where it is not the last state.</summary>
    public const string Pooling = Prefix + "pooling";

    /// <summary>A whole number.</summary>
    public const string SequenceLength = Prefix + "sequence_length";

    /// <summary>A whole number.</summary>
    public const string OutputSize = Prefix + "output_size";

    /// <summary><c>true</c>, where a regressor has outputs at every step; absent where it has not, and for other tasks.</summary>
    public const string OutputEveryStep = Prefix + "output_every_step";

    /// <summary>A <see cref="RnnGen.Tokenizer.Name"/>.</summary>
    public const string Tokenizer = Prefix + "tokenizer";

    /// <summary>A JSON array of strings: the token of id i at place i, the four special ones included.</summary>
    public const string Vocabulary = Prefix + "vocabulary";

    /// <summary>A JSON array of strings: the name of label i at place i.</summary>
    public const string Labels = Prefix + "labels";

    /// <summary>The version that is written, and the only one that is read.</summary>
    public const int CurrentVersion = 1;
}
