namespace RnnGen.Tests.Models;

[SequenceClassifier(Vocabulary = 2, Hidden = 1, SequenceLength = 9, Classes = 2, Cell = CellKind.Gru, ResetBefore = true)]
internal sealed partial class ResetBeforeGruClassifier1;

[SequenceClassifier(Vocabulary = 13, Hidden = 8, SequenceLength = 9, Classes = 4, Cell = CellKind.Gru, ResetBefore = true)]
internal sealed partial class ResetBeforeGruClassifier8;

[SequenceClassifier(Vocabulary = 8, Hidden = 17, SequenceLength = 10, Classes = 9, Cell = CellKind.Gru, ResetBefore = true)]
internal sealed partial class ResetBeforeGruClassifier17;

[SequenceClassifier(Vocabulary = 64, Hidden = 48, SequenceLength = 18, Classes = 33, Cell = CellKind.Gru, ResetBefore = true)]
internal sealed partial class ResetBeforeGruClassifier48;

[SequenceClassifier(Vocabulary = 38, Hidden = 100, SequenceLength = 9, Classes = 17, Cell = CellKind.Gru, ResetBefore = true)]
internal sealed partial class ResetBeforeGruClassifier100;

[SequenceLabeler(Vocabulary = 13, Hidden = 2, SequenceLength = 24, Labels = 16, Cell = CellKind.Gru, ResetBefore = true)]
internal sealed partial class ResetBeforeGruLabeler2;

[SequenceLabeler(Vocabulary = 19, Hidden = 15, SequenceLength = 14, Labels = 10, Cell = CellKind.Gru, ResetBefore = true)]
internal sealed partial class ResetBeforeGruLabeler15;

[SequenceLabeler(Vocabulary = 38, Hidden = 32, SequenceLength = 10, Labels = 3, Cell = CellKind.Gru, ResetBefore = true)]
internal sealed partial class ResetBeforeGruLabeler32;

[SequenceLabeler(Vocabulary = 5, Hidden = 128, SequenceLength = 9, Labels = 2, Cell = CellKind.Gru, ResetBefore = true)]
internal sealed partial class ResetBeforeGruLabeler128;

[SequenceGenerator(Vocabulary = 5, Hidden = 3, SequenceLength = 12, Cell = CellKind.Gru, ResetBefore = true)]
internal sealed partial class ResetBeforeGruGenerator3;

[SequenceGenerator(Vocabulary = 8, Hidden = 7, SequenceLength = 16, Cell = CellKind.Gru, ResetBefore = true)]
internal sealed partial class ResetBeforeGruGenerator7;

[SequenceGenerator(Vocabulary = 31, Hidden = 16, SequenceLength = 12, Cell = CellKind.Gru, ResetBefore = true)]
internal sealed partial class ResetBeforeGruGenerator16;

[SequenceGenerator(Vocabulary = 48, Hidden = 33, SequenceLength = 10, Cell = CellKind.Gru, ResetBefore = true)]
internal sealed partial class ResetBeforeGruGenerator33;

[SequenceGenerator(Vocabulary = 18, Hidden = 200, SequenceLength = 20, Cell = CellKind.Gru, ResetBefore = true)]
internal sealed partial class ResetBeforeGruGenerator200;

[SequenceGenerator(Vocabulary = 7, Hidden = 1024, SequenceLength = 4, Cell = CellKind.Gru, ResetBefore = true)]
internal sealed partial class WidestResetBeforeGruGenerator;

[SequenceLabeler(Vocabulary = 4, Hidden = 6, SequenceLength = 1, Labels = 3, Cell = CellKind.Gru, ResetBefore = true)]
internal sealed partial class ShortestResetBeforeGruLabeler;

[SequenceGenerator(Vocabulary = 19, Hidden = 20, SequenceLength = 12, Cell = CellKind.Gru, ResetBefore = true, Layers = 2, Embedding = 20, TieEmbedding = true, Dropout = 0.2, RecurrentDropout = 0.4)]
internal sealed partial class TiedResetBeforeGruGenerator20;

[SequenceLabeler(Vocabulary = 12, Hidden = 17, SequenceLength = 12, Labels = 5, Cell = CellKind.Gru, ResetBefore = true, Layers = 2, Bidirectional = true, Embedding = 5, Dropout = 0.5, RecurrentDropout = 0.2)]
internal sealed partial class DropoutResetBeforeGruLabeler17;

[SequenceClassifier(Vocabulary = 11, Hidden = 16, SequenceLength = 12, Classes = 3, Cell = CellKind.Gru, ResetBefore = true, RecurrentDropout = 0.25, Pooling = Pooling.Mean)]
internal sealed partial class DropoutResetBeforeGruClassifier16;

[SequenceGenerator(Vocabulary = 14, Hidden = 15, SequenceLength = 12, Layers = 3, Cell = CellKind.Gru, ResetBefore = true, Dropout = 0.5)]
internal sealed partial class DropoutResetBeforeGruGenerator15;
