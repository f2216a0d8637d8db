using RnnGen;

namespace Consumer;

[SequenceClassifier(Vocabulary = 32, Hidden = 16, SequenceLength = 12, Classes = 2)]
internal sealed partial class ReviewSentiment;

[SequenceLabeler(Vocabulary = 32, Hidden = 9, SequenceLength = 12, Labels = 4)]
internal sealed partial class WordKinds;

[SequenceGenerator(Vocabulary = 32, Hidden = 20, SequenceLength = 24, Nonlinearity = Nonlinearity.Relu)]
internal sealed partial class Rhymes;
