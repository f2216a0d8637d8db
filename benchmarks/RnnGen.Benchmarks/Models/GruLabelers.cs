namespace RnnGen.Benchmarks.Models;

/// <summary>Labelers with a GRU cell, for the training suite: <see cref="Workloads.Sizes"/> for each hidden size measured.</summary>
[SequenceLabeler(Cell = CellKind.Gru, Vocabulary = 64, Hidden = 16, SequenceLength = 32, Labels = 8)]
public sealed partial class GruLabeler16;

/// <inheritdoc cref="GruLabeler16"/>
[SequenceLabeler(Cell = CellKind.Gru, Vocabulary = 64, Hidden = 32, SequenceLength = 32, Labels = 8)]
public sealed partial class GruLabeler32;

/// <inheritdoc cref="GruLabeler16"/>
[SequenceLabeler(Cell = CellKind.Gru, Vocabulary = 64, Hidden = 64, SequenceLength = 32, Labels = 8)]
public sealed partial class GruLabeler64;

/// <inheritdoc cref="GruLabeler16"/>
[SequenceLabeler(Cell = CellKind.Gru, Vocabulary = 64, Hidden = 128, SequenceLength = 32, Labels = 8)]
public sealed partial class GruLabeler128;

/// <inheritdoc cref="GruLabeler16"/>
[SequenceLabeler(Cell = CellKind.Gru, Vocabulary = 64, Hidden = 256, SequenceLength = 32, Labels = 8)]
public sealed partial class GruLabeler256;
