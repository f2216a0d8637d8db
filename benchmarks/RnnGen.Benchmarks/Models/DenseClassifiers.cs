namespace RnnGen.Benchmarks.Models;

/// <summary>The classifiers of the suite of dense input: 32 real numbers a step, for each hidden size measured.</summary>
[SequenceClassifier(Features = 32, Hidden = 16, SequenceLength = 32, Classes = 8)]
public sealed partial class DenseClassifier16;

/// <inheritdoc cref="DenseClassifier16"/>
[SequenceClassifier(Features = 32, Hidden = 32, SequenceLength = 32, Classes = 8)]
public sealed partial class DenseClassifier32;

/// <inheritdoc cref="DenseClassifier16"/>
[SequenceClassifier(Features = 32, Hidden = 64, SequenceLength = 32, Classes = 8)]
public sealed partial class DenseClassifier64;

/// <inheritdoc cref="DenseClassifier16"/>
[SequenceClassifier(Features = 32, Hidden = 128, SequenceLength = 32, Classes = 8)]
public sealed partial class DenseClassifier128;

/// <inheritdoc cref="DenseClassifier16"/>
[SequenceClassifier(Features = 32, Hidden = 256, SequenceLength = 32, Classes = 8)]
public sealed partial class DenseClassifier256;
