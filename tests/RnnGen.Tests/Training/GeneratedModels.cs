namespace RnnGen.Tests.Training;

/// <summary>A generated classifier of the sizes of <see cref="PlainElmanClassifier"/>.</summary>
[SequenceClassifier(Vocabulary = 13, Hidden = 7, SequenceLength = 9, Classes = 3)]
internal sealed partial class GeneratedClassifier;

/// <summary>
/// A generated labeler for the same data as <see cref="PlainElmanLabeler"/>, with several tiles of hidden units and a tail.
/// </summary>
[SequenceLabeler(Vocabulary = 13, Hidden = 50, SequenceLength = 9, Labels = 6)]
internal sealed partial class GeneratedLabeler;
