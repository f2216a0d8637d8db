namespace RnnGen.Tests.Applications;

[SequenceClassifier(Vocabulary = 12, Hidden = 5, SequenceLength = 6, Classes = 3)]
internal sealed partial class SmallClassifier;

[SequenceClassifier(Vocabulary = 12, Hidden = 5, SequenceLength = 2, Classes = 3)]
internal sealed partial class ClassifierWithoutRoom;

[SequenceLabeler(Vocabulary = 12, Hidden = 5, SequenceLength = 5, Labels = 4)]
internal sealed partial class SmallLabeler;

[SequenceGenerator(Vocabulary = 12, Hidden = 5, SequenceLength = 6)]
internal sealed partial class SmallGenerator;
