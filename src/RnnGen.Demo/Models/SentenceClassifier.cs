namespace RnnGen.Demo.Models;

/// <summary>Divides sentences into more than two classes by their words.</summary>
[SequenceClassifier(Vocabulary = 12000, Hidden = 64, SequenceLength = 64, Classes = 20)]
internal sealed partial class SentenceClassifier;
