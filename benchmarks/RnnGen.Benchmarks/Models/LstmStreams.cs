namespace RnnGen.Benchmarks.Models;

/// <summary>The networks of the streaming suite with an LSTM cell: <see cref="Workloads.Sizes"/> for each hidden size measured.</summary>
[SequenceRegressor(Cell = CellKind.Lstm, Features = 16, Hidden = 8, SequenceLength = 32, Outputs = 8, EveryStep = true)]
public sealed partial class LstmStream8;

/// <inheritdoc cref="LstmStream8"/>
[SequenceRegressor(Cell = CellKind.Lstm, Features = 16, Hidden = 16, SequenceLength = 32, Outputs = 8, EveryStep = true)]
public sealed partial class LstmStream16;

/// <inheritdoc cref="LstmStream8"/>
[SequenceRegressor(Cell = CellKind.Lstm, Features = 16, Hidden = 32, SequenceLength = 32, Outputs = 8, EveryStep = true)]
public sealed partial class LstmStream32;

/// <inheritdoc cref="LstmStream8"/>
[SequenceRegressor(Cell = CellKind.Lstm, Features = 16, Hidden = 64, SequenceLength = 32, Outputs = 8, EveryStep = true)]
public sealed partial class LstmStream64;

/// <inheritdoc cref="LstmStream8"/>
[SequenceRegressor(Cell = CellKind.Lstm, Features = 16, Hidden = 128, SequenceLength = 32, Outputs = 8, EveryStep = true)]
public sealed partial class LstmStream128;

/// <inheritdoc cref="LstmStream8"/>
[SequenceRegressor(Cell = CellKind.Lstm, Features = 16, Hidden = 256, SequenceLength = 32, Outputs = 8, EveryStep = true)]
public sealed partial class LstmStream256;
