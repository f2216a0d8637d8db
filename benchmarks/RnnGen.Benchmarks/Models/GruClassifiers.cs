namespace RnnGen.Benchmarks.Models;

/// <summary>Classifiers with a GRU cell, for the inference and throughput suites: <see cref="Workloads.Sizes"/> for each hidden size measured.</summary>
[SequenceClassifier(Cell = CellKind.Gru, Vocabulary = 64, Hidden = 16, SequenceLength = 32, Classes = 8)]
public sealed partial class GruClassifier16;

/// <inheritdoc cref="GruClassifier16"/>
[SequenceClassifier(Cell = CellKind.Gru, Vocabulary = 64, Hidden = 32, SequenceLength = 32, Classes = 8)]
public sealed partial class GruClassifier32;

/// <inheritdoc cref="GruClassifier16"/>
[SequenceClassifier(Cell = CellKind.Gru, Vocabulary = 64, Hidden = 64, SequenceLength = 32, Classes = 8)]
public sealed partial class GruClassifier64;

/// <inheritdoc cref="GruClassifier16"/>
[SequenceClassifier(Cell = CellKind.Gru, Vocabulary = 64, Hidden = 128, SequenceLength = 32, Classes = 8)]
public sealed partial class GruClassifier128;

/// <inheritdoc cref="GruClassifier16"/>
[SequenceClassifier(Cell = CellKind.Gru, Vocabulary = 64, Hidden = 256, SequenceLength = 32, Classes = 8)]
public sealed partial class GruClassifier256;
