namespace RnnGen.Tests.Models;

[SequenceClassifier(Vocabulary = 12, Hidden = 16, SequenceLength = 12, Classes = 4, Cell = CellKind.Gru, Embedding = 17)]
internal sealed partial class GruClassifier16x1Embedded;

[SequenceLabeler(Vocabulary = 11, Hidden = 5, SequenceLength = 12, Labels = 8, Cell = CellKind.Gru, Embedding = 8)]
internal sealed partial class GruLabeler5x1Embedded;

[SequenceGenerator(Vocabulary = 13, Hidden = 17, SequenceLength = 12, Cell = CellKind.Gru, Embedding = 1)]
internal sealed partial class GruGenerator17x1Embedded;

[SequenceClassifier(Vocabulary = 15, Hidden = 9, SequenceLength = 12, Classes = 4, Cell = CellKind.Gru, Bidirectional = true)]
internal sealed partial class GruBothWaysClassifier9x1;

[SequenceLabeler(Vocabulary = 14, Hidden = 33, SequenceLength = 12, Labels = 6, Cell = CellKind.Gru, Bidirectional = true)]
internal sealed partial class GruBothWaysLabeler33x1;

[SequenceClassifier(Vocabulary = 14, Hidden = 3, SequenceLength = 12, Classes = 5, Cell = CellKind.Gru, Bidirectional = true, Embedding = 20)]
internal sealed partial class GruBothWaysClassifier3x1Embedded;

[SequenceLabeler(Vocabulary = 11, Hidden = 20, SequenceLength = 12, Labels = 8, Cell = CellKind.Gru, Bidirectional = true, Embedding = 5)]
internal sealed partial class GruBothWaysLabeler20x1Embedded;

[SequenceClassifier(Vocabulary = 11, Hidden = 15, SequenceLength = 12, Classes = 3, Cell = CellKind.Gru, Layers = 2)]
internal sealed partial class GruClassifier15x2;

[SequenceLabeler(Vocabulary = 15, Hidden = 24, SequenceLength = 12, Labels = 12, Cell = CellKind.Gru, Layers = 2)]
internal sealed partial class GruLabeler24x2;

[SequenceGenerator(Vocabulary = 14, Hidden = 8, SequenceLength = 12, Cell = CellKind.Gru, Layers = 2)]
internal sealed partial class GruGenerator8x2;

[SequenceClassifier(Vocabulary = 12, Hidden = 31, SequenceLength = 12, Classes = 5, Cell = CellKind.Gru, Layers = 2, Embedding = 16)]
internal sealed partial class GruClassifier31x2Embedded;

[SequenceLabeler(Vocabulary = 13, Hidden = 12, SequenceLength = 12, Labels = 15, Cell = CellKind.Gru, Layers = 2, Embedding = 3)]
internal sealed partial class GruLabeler12x2Embedded;

[SequenceGenerator(Vocabulary = 12, Hidden = 1, SequenceLength = 12, Cell = CellKind.Gru, Layers = 2, Embedding = 17)]
internal sealed partial class GruGenerator1x2Embedded;

[SequenceClassifier(Vocabulary = 12, Hidden = 6, SequenceLength = 12, Classes = 8, Cell = CellKind.Gru, Layers = 2, Bidirectional = true)]
internal sealed partial class GruBothWaysClassifier6x2;

[SequenceLabeler(Vocabulary = 13, Hidden = 7, SequenceLength = 12, Labels = 10, Cell = CellKind.Gru, Layers = 2, Bidirectional = true)]
internal sealed partial class GruBothWaysLabeler7x2;

[SequenceClassifier(Vocabulary = 12, Hidden = 16, SequenceLength = 12, Classes = 4, Cell = CellKind.Gru, Layers = 2, Bidirectional = true, Embedding = 8)]
internal sealed partial class GruBothWaysClassifier16x2Embedded;

[SequenceLabeler(Vocabulary = 11, Hidden = 5, SequenceLength = 12, Labels = 8, Cell = CellKind.Gru, Layers = 2, Bidirectional = true, Embedding = 1)]
internal sealed partial class GruBothWaysLabeler5x2Embedded;

[SequenceClassifier(Vocabulary = 13, Hidden = 17, SequenceLength = 12, Classes = 5, Cell = CellKind.Gru, Layers = 3)]
internal sealed partial class GruClassifier17x3;

[SequenceLabeler(Vocabulary = 15, Hidden = 9, SequenceLength = 12, Labels = 12, Cell = CellKind.Gru, Layers = 3)]
internal sealed partial class GruLabeler9x3;

[SequenceGenerator(Vocabulary = 14, Hidden = 33, SequenceLength = 12, Cell = CellKind.Gru, Layers = 3)]
internal sealed partial class GruGenerator33x3;

[SequenceClassifier(Vocabulary = 14, Hidden = 3, SequenceLength = 12, Classes = 5, Cell = CellKind.Gru, Layers = 3, Bidirectional = true, Embedding = 20)]
internal sealed partial class GruBothWaysClassifier3x3Embedded;

[SequenceLabeler(Vocabulary = 11, Hidden = 20, SequenceLength = 12, Labels = 8, Cell = CellKind.Gru, Layers = 3, Bidirectional = true, Embedding = 5)]
internal sealed partial class GruBothWaysLabeler20x3Embedded;

[SequenceClassifier(Vocabulary = 11, Hidden = 15, SequenceLength = 12, Classes = 3, Cell = CellKind.Gru, Pooling = Pooling.Mean)]
internal sealed partial class GruClassifier15x1Mean;

[SequenceClassifier(Vocabulary = 15, Hidden = 24, SequenceLength = 12, Classes = 5, Cell = CellKind.Gru, Bidirectional = true, Embedding = 16, Pooling = Pooling.Mean)]
internal sealed partial class GruBothWaysClassifier24x1EmbeddedMean;

[SequenceClassifier(Vocabulary = 14, Hidden = 8, SequenceLength = 12, Classes = 3, Cell = CellKind.Gru, Layers = 2, Embedding = 3, Pooling = Pooling.Mean)]
internal sealed partial class GruClassifier8x2EmbeddedMean;

[SequenceClassifier(Vocabulary = 12, Hidden = 31, SequenceLength = 12, Classes = 5, Cell = CellKind.Gru, Layers = 2, Bidirectional = true, Pooling = Pooling.Mean)]
internal sealed partial class GruBothWaysClassifier31x2Mean;

[SequenceClassifier(Vocabulary = 13, Hidden = 12, SequenceLength = 12, Classes = 7, Cell = CellKind.Gru, Pooling = Pooling.Max)]
internal sealed partial class GruClassifier12x1Max;

[SequenceClassifier(Vocabulary = 12, Hidden = 1, SequenceLength = 12, Classes = 3, Cell = CellKind.Gru, Bidirectional = true, Embedding = 17, Pooling = Pooling.Max)]
internal sealed partial class GruBothWaysClassifier1x1EmbeddedMax;

[SequenceClassifier(Vocabulary = 12, Hidden = 6, SequenceLength = 12, Classes = 8, Cell = CellKind.Gru, Layers = 2, Embedding = 8, Pooling = Pooling.Max)]
internal sealed partial class GruClassifier6x2EmbeddedMax;

[SequenceClassifier(Vocabulary = 13, Hidden = 7, SequenceLength = 12, Classes = 2, Cell = CellKind.Gru, Layers = 2, Bidirectional = true, Pooling = Pooling.Max)]
internal sealed partial class GruBothWaysClassifier7x2Max;

[SequenceLabeler(Vocabulary = 15, Hidden = 4, SequenceLength = 12, Labels = 7, Cell = CellKind.Gru, Layers = 8, Bidirectional = true, Embedding = 6)]
internal sealed partial class GruBothWaysLabeler4x8Embedded;

[SequenceGenerator(Vocabulary = 15, Hidden = 64, SequenceLength = 12, Cell = CellKind.Gru, Layers = 2, Embedding = 48)]
internal sealed partial class GruGenerator64x2Embedded;

[SequenceLabeler(Vocabulary = 11, Hidden = 65, SequenceLength = 12, Labels = 8, Cell = CellKind.Gru, Bidirectional = true, Embedding = 33)]
internal sealed partial class GruBothWaysLabeler65x1Embedded;

[SequenceLabeler(Vocabulary = 14, Hidden = 128, SequenceLength = 12, Labels = 11, Cell = CellKind.Gru, Layers = 2, Bidirectional = true)]
internal sealed partial class GruBothWaysLabeler128x2;
