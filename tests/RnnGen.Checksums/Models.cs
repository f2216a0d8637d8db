namespace RnnGen.Checksums;

// Of each task a model whose recurrent product is one chain of sums and one where it is several, with and without a tail.

[SequenceClassifier(Vocabulary = 40, Hidden = 5, SequenceLength = 24, Classes = 3)]
internal sealed partial class Classifier5;

[SequenceClassifier(Vocabulary = 12, Hidden = 128, SequenceLength = 16, Classes = 9)]
internal sealed partial class Classifier128;

[SequenceLabeler(Vocabulary = 19, Hidden = 33, SequenceLength = 20, Labels = 5, Nonlinearity = Nonlinearity.Relu)]
internal sealed partial class ReluLabeler33;

[SequenceLabeler(Vocabulary = 50, Hidden = 64, SequenceLength = 18, Labels = 17)]
internal sealed partial class Labeler64;

[SequenceGenerator(Vocabulary = 8, Hidden = 17, SequenceLength = 30)]
internal sealed partial class Generator17;

[SequenceGenerator(Vocabulary = 33, Hidden = 200, SequenceLength = 12)]
internal sealed partial class Generator200;
