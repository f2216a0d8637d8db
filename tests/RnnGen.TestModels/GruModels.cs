namespace RnnGen.Tests.Models;

[SequenceClassifier(Vocabulary = 2, Hidden = 1, SequenceLength = 9, Classes = 2, Cell = CellKind.Gru)]
internal sealed partial class GruClassifier1;

[SequenceClassifier(Vocabulary = 3, Hidden = 2, SequenceLength = 12, Classes = 3, Cell = CellKind.Gru)]
internal sealed partial class GruClassifier2;

[SequenceClassifier(Vocabulary = 5, Hidden = 3, SequenceLength = 16, Classes = 5, Cell = CellKind.Gru)]
internal sealed partial class GruClassifier3;

[SequenceClassifier(Vocabulary = 9, Hidden = 7, SequenceLength = 11, Classes = 40, Cell = CellKind.Gru)]
internal sealed partial class GruClassifier7;

[SequenceClassifier(Vocabulary = 13, Hidden = 8, SequenceLength = 9, Classes = 4, Cell = CellKind.Gru)]
internal sealed partial class GruClassifier8;

[SequenceClassifier(Vocabulary = 21, Hidden = 15, SequenceLength = 15, Classes = 16, Cell = CellKind.Gru)]
internal sealed partial class GruClassifier15;

[SequenceClassifier(Vocabulary = 33, Hidden = 16, SequenceLength = 20, Classes = 8, Cell = CellKind.Gru)]
internal sealed partial class GruClassifier16;

[SequenceClassifier(Vocabulary = 8, Hidden = 17, SequenceLength = 10, Classes = 9, Cell = CellKind.Gru)]
internal sealed partial class GruClassifier17;

[SequenceClassifier(Vocabulary = 24, Hidden = 31, SequenceLength = 14, Classes = 15, Cell = CellKind.Gru)]
internal sealed partial class GruClassifier31;

[SequenceClassifier(Vocabulary = 64, Hidden = 48, SequenceLength = 18, Classes = 33, Cell = CellKind.Gru)]
internal sealed partial class GruClassifier48;

[SequenceClassifier(Vocabulary = 38, Hidden = 100, SequenceLength = 9, Classes = 17, Cell = CellKind.Gru)]
internal sealed partial class GruClassifier100;

[SequenceLabeler(Vocabulary = 9, Hidden = 1, SequenceLength = 10, Labels = 3, Cell = CellKind.Gru)]
internal sealed partial class GruLabeler1;

[SequenceLabeler(Vocabulary = 13, Hidden = 2, SequenceLength = 24, Labels = 16, Cell = CellKind.Gru)]
internal sealed partial class GruLabeler2;

[SequenceLabeler(Vocabulary = 6, Hidden = 3, SequenceLength = 11, Labels = 8, Cell = CellKind.Gru)]
internal sealed partial class GruLabeler3;

[SequenceLabeler(Vocabulary = 8, Hidden = 7, SequenceLength = 15, Labels = 32, Cell = CellKind.Gru)]
internal sealed partial class GruLabeler7;

[SequenceLabeler(Vocabulary = 24, Hidden = 8, SequenceLength = 20, Labels = 6, Cell = CellKind.Gru)]
internal sealed partial class GruLabeler8;

[SequenceLabeler(Vocabulary = 19, Hidden = 15, SequenceLength = 14, Labels = 10, Cell = CellKind.Gru)]
internal sealed partial class GruLabeler15;

[SequenceLabeler(Vocabulary = 64, Hidden = 16, SequenceLength = 9, Labels = 2, Cell = CellKind.Gru)]
internal sealed partial class GruLabeler16;

[SequenceLabeler(Vocabulary = 27, Hidden = 17, SequenceLength = 12, Labels = 17, Cell = CellKind.Gru)]
internal sealed partial class GruLabeler17;

[SequenceLabeler(Vocabulary = 38, Hidden = 32, SequenceLength = 10, Labels = 3, Cell = CellKind.Gru)]
internal sealed partial class GruLabeler32;

[SequenceLabeler(Vocabulary = 20, Hidden = 64, SequenceLength = 24, Labels = 3, Cell = CellKind.Gru)]
internal sealed partial class GruLabeler64;

[SequenceLabeler(Vocabulary = 5, Hidden = 128, SequenceLength = 9, Labels = 2, Cell = CellKind.Gru)]
internal sealed partial class GruLabeler128;

[SequenceGenerator(Vocabulary = 2, Hidden = 1, SequenceLength = 14, Cell = CellKind.Gru)]
internal sealed partial class GruGenerator1;

[SequenceGenerator(Vocabulary = 3, Hidden = 2, SequenceLength = 9, Cell = CellKind.Gru)]
internal sealed partial class GruGenerator2;

[SequenceGenerator(Vocabulary = 5, Hidden = 3, SequenceLength = 12, Cell = CellKind.Gru)]
internal sealed partial class GruGenerator3;

[SequenceGenerator(Vocabulary = 8, Hidden = 7, SequenceLength = 16, Cell = CellKind.Gru)]
internal sealed partial class GruGenerator7;

[SequenceGenerator(Vocabulary = 16, Hidden = 8, SequenceLength = 9, Cell = CellKind.Gru)]
internal sealed partial class GruGenerator8;

[SequenceGenerator(Vocabulary = 15, Hidden = 15, SequenceLength = 10, Cell = CellKind.Gru)]
internal sealed partial class GruGenerator15;

[SequenceGenerator(Vocabulary = 31, Hidden = 16, SequenceLength = 12, Cell = CellKind.Gru)]
internal sealed partial class GruGenerator16;

[SequenceGenerator(Vocabulary = 33, Hidden = 17, SequenceLength = 9, Cell = CellKind.Gru)]
internal sealed partial class GruGenerator17;

[SequenceGenerator(Vocabulary = 48, Hidden = 33, SequenceLength = 10, Cell = CellKind.Gru)]
internal sealed partial class GruGenerator33;

[SequenceGenerator(Vocabulary = 65, Hidden = 65, SequenceLength = 9, Cell = CellKind.Gru)]
internal sealed partial class GruGenerator65;

[SequenceGenerator(Vocabulary = 18, Hidden = 200, SequenceLength = 20, Cell = CellKind.Gru)]
internal sealed partial class GruGenerator200;
