namespace RnnGen.Benchmarks.Startup;

/// <summary>The network of the benchmarks' other suites.</summary>
[SequenceClassifier(Vocabulary = 64, Hidden = 64, SequenceLength = 32, Classes = 8)]
internal sealed partial class Classifier;
