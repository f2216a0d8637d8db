namespace RnnGen.Benchmarks.Models;

/// <summary>Labelers with an LSTM cell, for the training suite: <see cref="Workloads.Sizes"/> for each hidden size measured.</summary>
[SequenceLabeler(Cell = CellKind.Lstm, Vocabulary = 64, Hidden = 16, SequenceLength = 32, Labels = 8)]
public sealed partial class LstmLabeler16;

/// <inheritdoc cref="LstmLabeler16"/>
[SequenceLabeler(Cell = CellKind.Lstm, Vocabulary = 64, Hidden = 32, SequenceLength = 32, Labels = 8)]
public sealed partial class LstmLabeler32;

/// <inheritdoc cref="LstmLabeler16"/>
[SequenceLabeler(Cell = CellKind.Lstm, Vocabulary = 64, Hidden = 64, SequenceLength = 32, Labels = 8)]
public sealed partial class LstmLabeler64;

/// <inheritdoc cref="LstmLabeler16"/>
[SequenceLabeler(Cell = CellKind.Lstm, Vocabulary = 64, Hidden = 128, SequenceLength = 32, Labels = 8)]
public sealed partial class LstmLabeler128;

/// <inheritdoc cref="LstmLabeler16"/>
[SequenceLabeler(Cell = CellKind.Lstm, Vocabulary = 64, Hidden = 256, SequenceLength = 32, Labels = 8)]
public sealed partial class LstmLabeler256;
