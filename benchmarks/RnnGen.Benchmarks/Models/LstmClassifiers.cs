namespace RnnGen.Benchmarks.Models;

/// <summary>Classifiers with an LSTM cell, for the inference and throughput suites: <see cref="Workloads.Sizes"/> for each hidden size measured.</summary>
[SequenceClassifier(Cell = CellKind.Lstm, Vocabulary = 64, Hidden = 16, SequenceLength = 32, Classes = 8)]
public sealed partial class LstmClassifier16;

/// <inheritdoc cref="LstmClassifier16"/>
[SequenceClassifier(Cell = CellKind.Lstm, Vocabulary = 64, Hidden = 32, SequenceLength = 32, Classes = 8)]
public sealed partial class LstmClassifier32;

/// <inheritdoc cref="LstmClassifier16"/>
[SequenceClassifier(Cell = CellKind.Lstm, Vocabulary = 64, Hidden = 64, SequenceLength = 32, Classes = 8)]
public sealed partial class LstmClassifier64;

/// <inheritdoc cref="LstmClassifier16"/>
[SequenceClassifier(Cell = CellKind.Lstm, Vocabulary = 64, Hidden = 128, SequenceLength = 32, Classes = 8)]
public sealed partial class LstmClassifier128;

/// <inheritdoc cref="LstmClassifier16"/>
[SequenceClassifier(Cell = CellKind.Lstm, Vocabulary = 64, Hidden = 256, SequenceLength = 32, Classes = 8)]
public sealed partial class LstmClassifier256;
