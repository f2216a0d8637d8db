namespace RnnGen.Demo.Models;

/// <summary>Divides sentences into two classes by their words.</summary>
/// <remarks>
/// A class of its own beside <see cref="SentenceClassifier"/>: with 18 classes that never occur, the first steps would teach little but which
/// classes these are, and drive the hidden state to where the gradient vanishes.
/// </remarks>
[SequenceClassifier(Vocabulary = 12000, Hidden = 64, SequenceLength = 64, Classes = 2)]
internal sealed partial class SentimentClassifier;
