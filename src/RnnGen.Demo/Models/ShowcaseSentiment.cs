namespace RnnGen.Demo.Models;

/// <summary>Sentiment of the reviews that ship with the demo.</summary>
[SequenceClassifier(Vocabulary = 160, Hidden = 48, SequenceLength = 40, Classes = 2)]
internal sealed partial class ShowcaseSentiment;
