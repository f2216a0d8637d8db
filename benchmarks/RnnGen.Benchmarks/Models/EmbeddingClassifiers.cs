namespace RnnGen.Benchmarks.Models;

/// <summary>The classifiers of the suite of embeddings: 32 numbers a token, as the peers have them, for each hidden size measured.</summary>
[SequenceClassifier(Vocabulary = 64, Embedding = 32, Hidden = 16, SequenceLength = 32, Classes = 8)]
public sealed partial class EmbeddingClassifier16;

/// <inheritdoc cref="EmbeddingClassifier16"/>
[SequenceClassifier(Vocabulary = 64, Embedding = 32, Hidden = 32, SequenceLength = 32, Classes = 8)]
public sealed partial class EmbeddingClassifier32;

/// <inheritdoc cref="EmbeddingClassifier16"/>
[SequenceClassifier(Vocabulary = 64, Embedding = 32, Hidden = 64, SequenceLength = 32, Classes = 8)]
public sealed partial class EmbeddingClassifier64;

/// <inheritdoc cref="EmbeddingClassifier16"/>
[SequenceClassifier(Vocabulary = 64, Embedding = 32, Hidden = 128, SequenceLength = 32, Classes = 8)]
public sealed partial class EmbeddingClassifier128;

/// <inheritdoc cref="EmbeddingClassifier16"/>
[SequenceClassifier(Vocabulary = 64, Embedding = 32, Hidden = 256, SequenceLength = 32, Classes = 8)]
public sealed partial class EmbeddingClassifier256;
