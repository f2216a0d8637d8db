namespace RnnGen.Tests.Models;

[SequenceClassifier(Vocabulary = 12, Hidden = 16, SequenceLength = 12, Classes = 4, Cell = CellKind.Gru, ResetBefore = true, Embedding = 17)]
internal sealed partial class ResetBeforeGruClassifier16x1Embedded;

[SequenceLabeler(Vocabulary = 11, Hidden = 5, SequenceLength = 12, Labels = 8, Cell = CellKind.Gru, ResetBefore = true, Embedding = 8)]
internal sealed partial class ResetBeforeGruLabeler5x1Embedded;

[SequenceGenerator(Vocabulary = 13, Hidden = 17, SequenceLength = 12, Cell = CellKind.Gru, ResetBefore = true, Embedding = 1)]
internal sealed partial class ResetBeforeGruGenerator17x1Embedded;

[SequenceClassifier(Vocabulary = 15, Hidden = 9, SequenceLength = 12, Classes = 4, Cell = CellKind.Gru, ResetBefore = true, Bidirectional = true)]
internal sealed partial class ResetBeforeGruBothWaysClassifier9x1;

[SequenceLabeler(Vocabulary = 14, Hidden = 33, SequenceLength = 12, Labels = 6, Cell = CellKind.Gru, ResetBefore = true, Bidirectional = true)]
internal sealed partial class ResetBeforeGruBothWaysLabeler33x1;

[SequenceClassifier(Vocabulary = 14, Hidden = 3, SequenceLength = 12, Classes = 5, Cell = CellKind.Gru, ResetBefore = true, Bidirectional = true, Embedding = 20)]
internal sealed partial class ResetBeforeGruBothWaysClassifier3x1Embedded;

[SequenceLabeler(Vocabulary = 11, Hidden = 20, SequenceLength = 12, Labels = 8, Cell = CellKind.Gru, ResetBefore = true, Bidirectional = true, Embedding = 5)]
internal sealed partial class ResetBeforeGruBothWaysLabeler20x1Embedded;

[SequenceClassifier(Vocabulary = 11, Hidden = 15, SequenceLength = 12, Classes = 3, Cell = CellKind.Gru, ResetBefore = true, Layers = 2)]
internal sealed partial class ResetBeforeGruClassifier15x2;

[SequenceLabeler(Vocabulary = 15, Hidden = 24, SequenceLength = 12, Labels = 12, Cell = CellKind.Gru, ResetBefore = true, Layers = 2)]
internal sealed partial class ResetBeforeGruLabeler24x2;

[SequenceGenerator(Vocabulary = 14, Hidden = 8, SequenceLength = 12, Cell = CellKind.Gru, ResetBefore = true, Layers = 2)]
internal sealed partial class ResetBeforeGruGenerator8x2;

[SequenceClassifier(Vocabulary = 12, Hidden = 31, SequenceLength = 12, Classes = 5, Cell = CellKind.Gru, ResetBefore = true, Layers = 2, Embedding = 16)]
internal sealed partial class ResetBeforeGruClassifier31x2Embedded;

[SequenceLabeler(Vocabulary = 13, Hidden = 12, SequenceLength = 12, Labels = 15, Cell = CellKind.Gru, ResetBefore = true, Layers = 2, Embedding = 3)]
internal sealed partial class ResetBeforeGruLabeler12x2Embedded;

[SequenceGenerator(Vocabulary = 12, Hidden = 1, SequenceLength = 12, Cell = CellKind.Gru, ResetBefore = true, Layers = 2, Embedding = 17)]
internal sealed partial class ResetBeforeGruGenerator1x2Embedded;

[SequenceClassifier(Vocabulary = 12, Hidden = 6, SequenceLength = 12, Classes = 8, Cell = CellKind.Gru, ResetBefore = true, Layers = 2, Bidirectional = true)]
internal sealed partial class ResetBeforeGruBothWaysClassifier6x2;

[SequenceLabeler(Vocabulary = 13, Hidden = 7, SequenceLength = 12, Labels = 10, Cell = CellKind.Gru, ResetBefore = true, Layers = 2, Bidirectional = true)]
internal sealed partial class ResetBeforeGruBothWaysLabeler7x2;

[SequenceClassifier(Vocabulary = 12, Hidden = 16, SequenceLength = 12, Classes = 4, Cell = CellKind.Gru, ResetBefore = true, Layers = 2, Bidirectional = true, Embedding = 8)]
internal sealed partial class ResetBeforeGruBothWaysClassifier16x2Embedded;

[SequenceLabeler(Vocabulary = 11, Hidden = 5, SequenceLength = 12, Labels = 8, Cell = CellKind.Gru, ResetBefore = true, Layers = 2, Bidirectional = true, Embedding = 1)]
internal sealed partial class ResetBeforeGruBothWaysLabeler5x2Embedded;

[SequenceLabeler(Vocabulary = 11, Hidden = 20, SequenceLength = 12, Labels = 8, Cell = CellKind.Gru, ResetBefore = true, Layers = 3, Bidirectional = true, Embedding = 5)]
internal sealed partial class ResetBeforeGruBothWaysLabeler20x3Embedded;

[SequenceClassifier(Vocabulary = 11, Hidden = 15, SequenceLength = 12, Classes = 3, Cell = CellKind.Gru, ResetBefore = true, Pooling = Pooling.Mean)]
internal sealed partial class ResetBeforeGruClassifier15x1Mean;

[SequenceClassifier(Vocabulary = 15, Hidden = 24, SequenceLength = 12, Classes = 5, Cell = CellKind.Gru, ResetBefore = true, Bidirectional = true, Embedding = 16, Pooling = Pooling.Mean)]
internal sealed partial class ResetBeforeGruBothWaysClassifier24x1EmbeddedMean;

[SequenceClassifier(Vocabulary = 14, Hidden = 8, SequenceLength = 12, Classes = 3, Cell = CellKind.Gru, ResetBefore = true, Layers = 2, Embedding = 3, Pooling = Pooling.Mean)]
internal sealed partial class ResetBeforeGruClassifier8x2EmbeddedMean;

[SequenceClassifier(Vocabulary = 12, Hidden = 31, SequenceLength = 12, Classes = 5, Cell = CellKind.Gru, ResetBefore = true, Layers = 2, Bidirectional = true, Pooling = Pooling.Mean)]
internal sealed partial class ResetBeforeGruBothWaysClassifier31x2Mean;

[SequenceClassifier(Vocabulary = 13, Hidden = 12, SequenceLength = 12, Classes = 7, Cell = CellKind.Gru, ResetBefore = true, Pooling = Pooling.Max)]
internal sealed partial class ResetBeforeGruClassifier12x1Max;

[SequenceClassifier(Vocabulary = 12, Hidden = 1, SequenceLength = 12, Classes = 3, Cell = CellKind.Gru, ResetBefore = true, Bidirectional = true, Embedding = 17, Pooling = Pooling.Max)]
internal sealed partial class ResetBeforeGruBothWaysClassifier1x1EmbeddedMax;

[SequenceClassifier(Vocabulary = 12, Hidden = 6, SequenceLength = 12, Classes = 8, Cell = CellKind.Gru, ResetBefore = true, Layers = 2, Embedding = 8, Pooling = Pooling.Max)]
internal sealed partial class ResetBeforeGruClassifier6x2EmbeddedMax;

[SequenceClassifier(Vocabulary = 13, Hidden = 7, SequenceLength = 12, Classes = 2, Cell = CellKind.Gru, ResetBefore = true, Layers = 2, Bidirectional = true, Pooling = Pooling.Max)]
internal sealed partial class ResetBeforeGruBothWaysClassifier7x2Max;

[SequenceLabeler(Vocabulary = 12, Hidden = 65, SequenceLength = 12, Labels = 4, Cell = CellKind.Gru, ResetBefore = true, Layers = 2, Bidirectional = true)]
internal sealed partial class ResetBeforeGruBothWaysLabeler65x2;
