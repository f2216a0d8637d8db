namespace RnnGen.Tests.Models;

[SequenceClassifier(Vocabulary = 20, Hidden = 33, SequenceLength = 8, Classes = 5, Nonlinearity = Nonlinearity.Relu)]
internal sealed partial class GoldenClassifier33;

[SequenceClassifier(Vocabulary = 13, Hidden = 7, SequenceLength = 9, Classes = 3)]
internal sealed partial class GoldenClassifier7;

[SequenceClassifier(Vocabulary = 32, Hidden = 16, SequenceLength = 12, Classes = 4)]
internal sealed partial class GoldenClassifier16;

[SequenceGenerator(Vocabulary = 17, Hidden = 20, SequenceLength = 10)]
internal sealed partial class GoldenGenerator20;

[SequenceGenerator(Vocabulary = 33, Hidden = 65, SequenceLength = 12)]
internal sealed partial class GoldenGenerator65;

[SequenceLabeler(Vocabulary = 13, Hidden = 7, SequenceLength = 9, Labels = 6)]
internal sealed partial class GoldenLabeler7;

[SequenceLabeler(Vocabulary = 40, Hidden = 64, SequenceLength = 16, Labels = 17)]
internal sealed partial class GoldenLabeler64;

[SequenceClassifier(Vocabulary = 13, Hidden = 7, SequenceLength = 9, Classes = 3, Cell = CellKind.Gru)]
internal sealed partial class GoldenGruClassifier7;

[SequenceLabeler(Vocabulary = 25, Hidden = 32, SequenceLength = 10, Labels = 5, Cell = CellKind.Gru)]
internal sealed partial class GoldenGruLabeler32;

[SequenceGenerator(Vocabulary = 17, Hidden = 20, SequenceLength = 10, Cell = CellKind.Gru)]
internal sealed partial class GoldenGruGenerator20;

[SequenceClassifier(Vocabulary = 13, Hidden = 7, SequenceLength = 9, Classes = 3, Cell = CellKind.Lstm)]
internal sealed partial class GoldenLstmClassifier7;

[SequenceLabeler(Vocabulary = 25, Hidden = 32, SequenceLength = 10, Labels = 5, Cell = CellKind.Lstm)]
internal sealed partial class GoldenLstmLabeler32;

[SequenceGenerator(Vocabulary = 17, Hidden = 20, SequenceLength = 10, Cell = CellKind.Lstm)]
internal sealed partial class GoldenLstmGenerator20;
