namespace RnnGen.Tests.Models;

[SequenceClassifier(Vocabulary = 5, Hidden = 3, SequenceLength = 16, Classes = 5, Nonlinearity = Nonlinearity.Relu)]
internal sealed partial class ReluClassifier3;

[SequenceClassifier(Vocabulary = 33, Hidden = 16, SequenceLength = 20, Classes = 8, Nonlinearity = Nonlinearity.Relu)]
internal sealed partial class ReluClassifier16;

[SequenceClassifier(Vocabulary = 15, Hidden = 65, SequenceLength = 16, Classes = 2, Nonlinearity = Nonlinearity.Relu)]
internal sealed partial class ReluClassifier65;

[SequenceLabeler(Vocabulary = 40, Hidden = 5, SequenceLength = 24, Labels = 15, Nonlinearity = Nonlinearity.Relu)]
internal sealed partial class ReluLabeler5;

[SequenceLabeler(Vocabulary = 19, Hidden = 33, SequenceLength = 12, Labels = 5, Nonlinearity = Nonlinearity.Relu)]
internal sealed partial class ReluLabeler33;

[SequenceLabeler(Vocabulary = 50, Hidden = 128, SequenceLength = 24, Labels = 2, Nonlinearity = Nonlinearity.Relu)]
internal sealed partial class ReluLabeler128;

[SequenceGenerator(Vocabulary = 3, Hidden = 2, SequenceLength = 12, Nonlinearity = Nonlinearity.Relu)]
internal sealed partial class ReluGenerator2;

[SequenceGenerator(Vocabulary = 8, Hidden = 17, SequenceLength = 10, Nonlinearity = Nonlinearity.Relu)]
internal sealed partial class ReluGenerator17;

[SequenceGenerator(Vocabulary = 27, Hidden = 64, SequenceLength = 10, Nonlinearity = Nonlinearity.Relu)]
internal sealed partial class ReluGenerator64;
