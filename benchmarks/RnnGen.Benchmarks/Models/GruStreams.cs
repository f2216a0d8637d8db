namespace RnnGen.Benchmarks.Models;

/// <summary>The networks of the streaming suite with a GRU cell: <see cref="Workloads.Sizes"/> for each hidden size measured.</summary>
[SequenceRegressor(Cell = CellKind.Gru, Features = 16, Hidden = 8, SequenceLength = 32, Outputs = 8, EveryStep = true)]
public sealed partial class GruStream8;

/// <inheritdoc cref="GruStream8"/>
[SequenceRegressor(Cell = CellKind.Gru, Features = 16, Hidden = 16, SequenceLength = 32, Outputs = 8, EveryStep = true)]
public sealed partial class GruStream16;

/// <inheritdoc cref="GruStream8"/>
[SequenceRegressor(Cell = CellKind.Gru, Features = 16, Hidden = 32, SequenceLength = 32, Outputs = 8, EveryStep = true)]
public sealed partial class GruStream32;

/// <inheritdoc cref="GruStream8"/>
[SequenceRegressor(Cell = CellKind.Gru, Features = 16, Hidden = 64, SequenceLength = 32, Outputs = 8, EveryStep = true)]
public sealed partial class GruStream64;

/// <inheritdoc cref="GruStream8"/>
[SequenceRegressor(Cell = CellKind.Gru, Features = 16, Hidden = 128, SequenceLength = 32, Outputs = 8, EveryStep = true)]
public sealed partial class GruStream128;

/// <inheritdoc cref="GruStream8"/>
[SequenceRegressor(Cell = CellKind.Gru, Features = 16, Hidden = 256, SequenceLength = 32, Outputs = 8, EveryStep = true)]
public sealed partial class GruStream256;
