namespace RnnGen.Tests.Models;

[SequenceClassifier(Vocabulary = 2, Hidden = 1, SequenceLength = 9, Classes = 2, Cell = CellKind.Lstm)]
internal sealed partial class LstmClassifier1;

[SequenceClassifier(Vocabulary = 3, Hidden = 2, SequenceLength = 12, Classes = 3, Cell = CellKind.Lstm)]
internal sealed partial class LstmClassifier2;

[SequenceClassifier(Vocabulary = 5, Hidden = 3, SequenceLength = 16, Classes = 5, Cell = CellKind.Lstm)]
internal sealed partial class LstmClassifier3;

[SequenceClassifier(Vocabulary = 9, Hidden = 7, SequenceLength = 11, Classes = 40, Cell = CellKind.Lstm)]
internal sealed partial class LstmClassifier7;

[SequenceClassifier(Vocabulary = 13, Hidden = 8, SequenceLength = 9, Classes = 4, Cell = CellKind.Lstm)]
internal sealed partial class LstmClassifier8;

[SequenceClassifier(Vocabulary = 21, Hidden = 15, SequenceLength = 15, Classes = 16, Cell = CellKind.Lstm)]
internal sealed partial class LstmClassifier15;

[SequenceClassifier(Vocabulary = 33, Hidden = 16, SequenceLength = 20, Classes = 8, Cell = CellKind.Lstm)]
internal sealed partial class LstmClassifier16;

[SequenceClassifier(Vocabulary = 8, Hidden = 17, SequenceLength = 10, Classes = 9, Cell = CellKind.Lstm)]
internal sealed partial class LstmClassifier17;

[SequenceClassifier(Vocabulary = 19, Hidden = 33, SequenceLength = 12, Classes = 6, Cell = CellKind.Lstm)]
internal sealed partial class LstmClassifier33;

[SequenceClassifier(Vocabulary = 15, Hidden = 65, SequenceLength = 16, Classes = 2, Cell = CellKind.Lstm)]
internal sealed partial class LstmClassifier65;

[SequenceClassifier(Vocabulary = 30, Hidden = 200, SequenceLength = 10, Classes = 3, Cell = CellKind.Lstm)]
internal sealed partial class LstmClassifier200;

[SequenceLabeler(Vocabulary = 9, Hidden = 1, SequenceLength = 10, Labels = 3, Cell = CellKind.Lstm)]
internal sealed partial class LstmLabeler1;

[SequenceLabeler(Vocabulary = 13, Hidden = 2, SequenceLength = 24, Labels = 16, Cell = CellKind.Lstm)]
internal sealed partial class LstmLabeler2;

[SequenceLabeler(Vocabulary = 6, Hidden = 3, SequenceLength = 11, Labels = 8, Cell = CellKind.Lstm)]
internal sealed partial class LstmLabeler3;

[SequenceLabeler(Vocabulary = 8, Hidden = 7, SequenceLength = 15, Labels = 32, Cell = CellKind.Lstm)]
internal sealed partial class LstmLabeler7;

[SequenceLabeler(Vocabulary = 24, Hidden = 8, SequenceLength = 20, Labels = 6, Cell = CellKind.Lstm)]
internal sealed partial class LstmLabeler8;

[SequenceLabeler(Vocabulary = 19, Hidden = 15, SequenceLength = 14, Labels = 10, Cell = CellKind.Lstm)]
internal sealed partial class LstmLabeler15;

[SequenceLabeler(Vocabulary = 64, Hidden = 16, SequenceLength = 9, Labels = 2, Cell = CellKind.Lstm)]
internal sealed partial class LstmLabeler16;

[SequenceLabeler(Vocabulary = 27, Hidden = 17, SequenceLength = 12, Labels = 17, Cell = CellKind.Lstm)]
internal sealed partial class LstmLabeler17;

[SequenceLabeler(Vocabulary = 15, Hidden = 31, SequenceLength = 18, Labels = 40, Cell = CellKind.Lstm)]
internal sealed partial class LstmLabeler31;

[SequenceLabeler(Vocabulary = 30, Hidden = 48, SequenceLength = 9, Labels = 2, Cell = CellKind.Lstm)]
internal sealed partial class LstmLabeler48;

[SequenceLabeler(Vocabulary = 3, Hidden = 100, SequenceLength = 12, Labels = 17, Cell = CellKind.Lstm)]
internal sealed partial class LstmLabeler100;

[SequenceGenerator(Vocabulary = 2, Hidden = 1, SequenceLength = 14, Cell = CellKind.Lstm)]
internal sealed partial class LstmGenerator1;

[SequenceGenerator(Vocabulary = 3, Hidden = 2, SequenceLength = 9, Cell = CellKind.Lstm)]
internal sealed partial class LstmGenerator2;

[SequenceGenerator(Vocabulary = 5, Hidden = 3, SequenceLength = 12, Cell = CellKind.Lstm)]
internal sealed partial class LstmGenerator3;

[SequenceGenerator(Vocabulary = 8, Hidden = 7, SequenceLength = 16, Cell = CellKind.Lstm)]
internal sealed partial class LstmGenerator7;

[SequenceGenerator(Vocabulary = 16, Hidden = 8, SequenceLength = 9, Cell = CellKind.Lstm)]
internal sealed partial class LstmGenerator8;

[SequenceGenerator(Vocabulary = 15, Hidden = 15, SequenceLength = 10, Cell = CellKind.Lstm)]
internal sealed partial class LstmGenerator15;

[SequenceGenerator(Vocabulary = 31, Hidden = 16, SequenceLength = 12, Cell = CellKind.Lstm)]
internal sealed partial class LstmGenerator16;

[SequenceGenerator(Vocabulary = 33, Hidden = 17, SequenceLength = 9, Cell = CellKind.Lstm)]
internal sealed partial class LstmGenerator17;

[SequenceGenerator(Vocabulary = 64, Hidden = 32, SequenceLength = 16, Cell = CellKind.Lstm)]
internal sealed partial class LstmGenerator32;

[SequenceGenerator(Vocabulary = 20, Hidden = 64, SequenceLength = 11, Cell = CellKind.Lstm)]
internal sealed partial class LstmGenerator64;

[SequenceGenerator(Vocabulary = 40, Hidden = 128, SequenceLength = 15, Cell = CellKind.Lstm)]
internal sealed partial class LstmGenerator128;
