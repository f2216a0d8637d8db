namespace RnnGen.Tests.Models;

[SequenceClassifier(Vocabulary = 12, Hidden = 16, SequenceLength = 12, Classes = 4, Cell = CellKind.Lstm, Embedding = 1)]
internal sealed partial class LstmClassifier16x1Embedded;

[SequenceLabeler(Vocabulary = 11, Hidden = 5, SequenceLength = 12, Labels = 8, Cell = CellKind.Lstm, Embedding = 20)]
internal sealed partial class LstmLabeler5x1Embedded;

[SequenceGenerator(Vocabulary = 13, Hidden = 17, SequenceLength = 12, Cell = CellKind.Lstm, Embedding = 5)]
internal sealed partial class LstmGenerator17x1Embedded;

[SequenceClassifier(Vocabulary = 15, Hidden = 9, SequenceLength = 12, Classes = 4, Cell = CellKind.Lstm, Bidirectional = true)]
internal sealed partial class LstmBothWaysClassifier9x1;

[SequenceLabeler(Vocabulary = 14, Hidden = 33, SequenceLength = 12, Labels = 6, Cell = CellKind.Lstm, Bidirectional = true)]
internal sealed partial class LstmBothWaysLabeler33x1;

[SequenceClassifier(Vocabulary = 14, Hidden = 3, SequenceLength = 12, Classes = 5, Cell = CellKind.Lstm, Bidirectional = true, Embedding = 16)]
internal sealed partial class LstmBothWaysClassifier3x1Embedded;

[SequenceLabeler(Vocabulary = 11, Hidden = 20, SequenceLength = 12, Labels = 8, Cell = CellKind.Lstm, Bidirectional = true, Embedding = 3)]
internal sealed partial class LstmBothWaysLabeler20x1Embedded;

[SequenceClassifier(Vocabulary = 11, Hidden = 15, SequenceLength = 12, Classes = 3, Cell = CellKind.Lstm, Layers = 2)]
internal sealed partial class LstmClassifier15x2;

[SequenceLabeler(Vocabulary = 15, Hidden = 24, SequenceLength = 12, Labels = 12, Cell = CellKind.Lstm, Layers = 2)]
internal sealed partial class LstmLabeler24x2;

[SequenceGenerator(Vocabulary = 14, Hidden = 8, SequenceLength = 12, Cell = CellKind.Lstm, Layers = 2)]
internal sealed partial class LstmGenerator8x2;

[SequenceClassifier(Vocabulary = 12, Hidden = 31, SequenceLength = 12, Classes = 5, Cell = CellKind.Lstm, Layers = 2, Embedding = 17)]
internal sealed partial class LstmClassifier31x2Embedded;

[SequenceLabeler(Vocabulary = 13, Hidden = 12, SequenceLength = 12, Labels = 15, Cell = CellKind.Lstm, Layers = 2, Embedding = 8)]
internal sealed partial class LstmLabeler12x2Embedded;

[SequenceGenerator(Vocabulary = 12, Hidden = 1, SequenceLength = 12, Cell = CellKind.Lstm, Layers = 2, Embedding = 1)]
internal sealed partial class LstmGenerator1x2Embedded;

[SequenceClassifier(Vocabulary = 12, Hidden = 6, SequenceLength = 12, Classes = 8, Cell = CellKind.Lstm, Layers = 2, Bidirectional = true)]
internal sealed partial class LstmBothWaysClassifier6x2;

[SequenceLabeler(Vocabulary = 13, Hidden = 7, SequenceLength = 12, Labels = 10, Cell = CellKind.Lstm, Layers = 2, Bidirectional = true)]
internal sealed partial class LstmBothWaysLabeler7x2;

[SequenceClassifier(Vocabulary = 12, Hidden = 16, SequenceLength = 12, Classes = 4, Cell = CellKind.Lstm, Layers = 2, Bidirectional = true, Embedding = 20)]
internal sealed partial class LstmBothWaysClassifier16x2Embedded;

[SequenceLabeler(Vocabulary = 11, Hidden = 5, SequenceLength = 12, Labels = 8, Cell = CellKind.Lstm, Layers = 2, Bidirectional = true, Embedding = 5)]
internal sealed partial class LstmBothWaysLabeler5x2Embedded;

[SequenceClassifier(Vocabulary = 13, Hidden = 17, SequenceLength = 12, Classes = 5, Cell = CellKind.Lstm, Layers = 3)]
internal sealed partial class LstmClassifier17x3;

[SequenceLabeler(Vocabulary = 15, Hidden = 9, SequenceLength = 12, Labels = 12, Cell = CellKind.Lstm, Layers = 3)]
internal sealed partial class LstmLabeler9x3;

[SequenceGenerator(Vocabulary = 14, Hidden = 33, SequenceLength = 12, Cell = CellKind.Lstm, Layers = 3)]
internal sealed partial class LstmGenerator33x3;

[SequenceClassifier(Vocabulary = 14, Hidden = 3, SequenceLength = 12, Classes = 5, Cell = CellKind.Lstm, Layers = 3, Bidirectional = true, Embedding = 16)]
internal sealed partial class LstmBothWaysClassifier3x3Embedded;

[SequenceLabeler(Vocabulary = 11, Hidden = 20, SequenceLength = 12, Labels = 8, Cell = CellKind.Lstm, Layers = 3, Bidirectional = true, Embedding = 3)]
internal sealed partial class LstmBothWaysLabeler20x3Embedded;

[SequenceClassifier(Vocabulary = 11, Hidden = 15, SequenceLength = 12, Classes = 3, Cell = CellKind.Lstm, Pooling = Pooling.Mean)]
internal sealed partial class LstmClassifier15x1Mean;

[SequenceClassifier(Vocabulary = 15, Hidden = 24, SequenceLength = 12, Classes = 5, Cell = CellKind.Lstm, Bidirectional = true, Embedding = 17, Pooling = Pooling.Mean)]
internal sealed partial class LstmBothWaysClassifier24x1EmbeddedMean;

[SequenceClassifier(Vocabulary = 14, Hidden = 8, SequenceLength = 12, Classes = 3, Cell = CellKind.Lstm, Layers = 2, Embedding = 8, Pooling = Pooling.Mean)]
internal sealed partial class LstmClassifier8x2EmbeddedMean;

[SequenceClassifier(Vocabulary = 12, Hidden = 31, SequenceLength = 12, Classes = 5, Cell = CellKind.Lstm, Layers = 2, Bidirectional = true, Pooling = Pooling.Mean)]
internal sealed partial class LstmBothWaysClassifier31x2Mean;

[SequenceClassifier(Vocabulary = 13, Hidden = 12, SequenceLength = 12, Classes = 7, Cell = CellKind.Lstm, Pooling = Pooling.Max)]
internal sealed partial class LstmClassifier12x1Max;

[SequenceClassifier(Vocabulary = 12, Hidden = 1, SequenceLength = 12, Classes = 3, Cell = CellKind.Lstm, Bidirectional = true, Embedding = 1, Pooling = Pooling.Max)]
internal sealed partial class LstmBothWaysClassifier1x1EmbeddedMax;

[SequenceClassifier(Vocabulary = 12, Hidden = 6, SequenceLength = 12, Classes = 8, Cell = CellKind.Lstm, Layers = 2, Embedding = 20, Pooling = Pooling.Max)]
internal sealed partial class LstmClassifier6x2EmbeddedMax;

[SequenceClassifier(Vocabulary = 13, Hidden = 7, SequenceLength = 12, Classes = 2, Cell = CellKind.Lstm, Layers = 2, Bidirectional = true, Pooling = Pooling.Max)]
internal sealed partial class LstmBothWaysClassifier7x2Max;

[SequenceLabeler(Vocabulary = 15, Hidden = 4, SequenceLength = 12, Labels = 7, Cell = CellKind.Lstm, Layers = 8, Bidirectional = true, Embedding = 6)]
internal sealed partial class LstmBothWaysLabeler4x8Embedded;

[SequenceGenerator(Vocabulary = 15, Hidden = 64, SequenceLength = 12, Cell = CellKind.Lstm, Layers = 2, Embedding = 48)]
internal sealed partial class LstmGenerator64x2Embedded;

[SequenceLabeler(Vocabulary = 11, Hidden = 65, SequenceLength = 12, Labels = 8, Cell = CellKind.Lstm, Bidirectional = true, Embedding = 33)]
internal sealed partial class LstmBothWaysLabeler65x1Embedded;
