namespace RnnGen.Demo.Models;

/// <summary>Classifies sentences by their words.</summary>
[SequenceClassifier(Vocabulary = 12000, Hidden = 64, SequenceLength = 64, Classes = 2)]
internal sealed partial class SentenceClassifier;
