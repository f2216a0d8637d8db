namespace RnnGen.Benchmarks.Models;

/// <summary>The networks of the streaming suite with Elman's cell: <see cref="Workloads.Sizes"/> for each hidden size measured.</summary>
[SequenceRegressor(Features = 16, Hidden = 8, SequenceLength = 32, Outputs = 8, EveryStep = true)]
public sealed partial class Stream8;

/// <inheritdoc cref="Stream8"/>
[SequenceRegressor(Features = 16, Hidden = 16, SequenceLength = 32, Outputs = 8, EveryStep = true)]
public sealed partial class Stream16;

/// <inheritdoc cref="Stream8"/>
[SequenceRegressor(Features = 16, Hidden = 32, SequenceLength = 32, Outputs = 8, EveryStep = true)]
public sealed partial class Stream32;

/// <inheritdoc cref="Stream8"/>
[SequenceRegressor(Features = 16, Hidden = 64, SequenceLength = 32, Outputs = 8, EveryStep = true)]
public sealed partial class Stream64;

/// <inheritdoc cref="Stream8"/>
[SequenceRegressor(Features = 16, Hidden = 128, SequenceLength = 32, Outputs = 8, EveryStep = true)]
public sealed partial class Stream128;

/// <inheritdoc cref="Stream8"/>
[SequenceRegressor(Features = 16, Hidden = 256, SequenceLength = 32, Outputs = 8, EveryStep = true)]
public sealed partial class Stream256;
