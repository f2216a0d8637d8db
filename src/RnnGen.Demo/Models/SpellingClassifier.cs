namespace RnnGen.Demo.Models;

/// <summary>Classifies words and names by their characters.</summary>
[SequenceClassifier(Vocabulary = 100, Hidden = 128, SequenceLength = 32, Classes = 20)]
internal sealed partial class SpellingClassifier;
