namespace RnnGen.Benchmarks.Models;

/// <summary>The labelers of the training suite: <see cref="Workloads.Sizes"/> for each hidden size measured.</summary>
[SequenceLabeler(Vocabulary = 64, Hidden = 16, SequenceLength = 32, Labels = 8)]
public sealed partial class Labeler16;

/// <inheritdoc cref="Labeler16"/>
[SequenceLabeler(Vocabulary = 64, Hidden = 32, SequenceLength = 32, Labels = 8)]
public sealed partial class Labeler32;

/// <inheritdoc cref="Labeler16"/>
[SequenceLabeler(Vocabulary = 64, Hidden = 64, SequenceLength = 32, Labels = 8)]
public sealed partial class Labeler64;

/// <inheritdoc cref="Labeler16"/>
[SequenceLabeler(Vocabulary = 64, Hidden = 128, SequenceLength = 32, Labels = 8)]
public sealed partial class Labeler128;

/// <inheritdoc cref="Labeler16"/>
[SequenceLabeler(Vocabulary = 64, Hidden = 256, SequenceLength = 32, Labels = 8)]
public sealed partial class Labeler256;
