namespace RnnGen.Benchmarks.Models;

/// <summary>The classifiers of the inference and throughput suites: <see cref="Workloads.Sizes"/> for each hidden size measured.</summary>
[SequenceClassifier(Vocabulary = 64, Hidden = 16, SequenceLength = 32, Classes = 8)]
public sealed partial class Classifier16;

/// <inheritdoc cref="Classifier16"/>
[SequenceClassifier(Vocabulary = 64, Hidden = 32, SequenceLength = 32, Classes = 8)]
public sealed partial class Classifier32;

/// <inheritdoc cref="Classifier16"/>
[SequenceClassifier(Vocabulary = 64, Hidden = 64, SequenceLength = 32, Classes = 8)]
public sealed partial class Classifier64;

/// <inheritdoc cref="Classifier16"/>
[SequenceClassifier(Vocabulary = 64, Hidden = 128, SequenceLength = 32, Classes = 8)]
public sealed partial class Classifier128;

/// <inheritdoc cref="Classifier16"/>
[SequenceClassifier(Vocabulary = 64, Hidden = 256, SequenceLength = 32, Classes = 8)]
public sealed partial class Classifier256;
