namespace RnnGen.Tests.Models;

[SequenceGenerator(Vocabulary = 11, Hidden = 7, SequenceLength = 12, Embedding = 7, TieEmbedding = true, Dropout = 0.3)]
internal sealed partial class TiedGenerator7;

[SequenceGenerator(Vocabulary = 19, Hidden = 20, SequenceLength = 12, Cell = CellKind.Gru, Layers = 2, Embedding = 20, TieEmbedding = true, Dropout = 0.2, RecurrentDropout = 0.4)]
internal sealed partial class TiedGruGenerator20;

[SequenceGenerator(Vocabulary = 40, Hidden = 16, SequenceLength = 12, Cell = CellKind.Lstm, Embedding = 16, TieEmbedding = true)]
internal sealed partial class TiedLstmGenerator16;

[SequenceLabeler(Vocabulary = 11, Hidden = 9, SequenceLength = 12, Labels = 4, Layers = 3, Bidirectional = true, Dropout = 0.4, RecurrentDropout = 0.3)]
internal sealed partial class DropoutLabeler9;

[SequenceLabeler(Vocabulary = 12, Hidden = 17, SequenceLength = 12, Labels = 5, Cell = CellKind.Gru, Layers = 2, Bidirectional = true, Embedding = 5, Dropout = 0.5, RecurrentDropout = 0.2)]
internal sealed partial class DropoutGruLabeler17;

[SequenceLabeler(Vocabulary = 13, Hidden = 8, SequenceLength = 12, Labels = 6, Cell = CellKind.Lstm, Layers = 2, Bidirectional = true, Dropout = 0.3, RecurrentDropout = 0.5)]
internal sealed partial class DropoutLstmLabeler8;

[SequenceClassifier(Vocabulary = 11, Hidden = 33, SequenceLength = 12, Classes = 4, RecurrentDropout = 0.5, Nonlinearity = Nonlinearity.Relu)]
internal sealed partial class DropoutReluClassifier33;

[SequenceClassifier(Vocabulary = 11, Hidden = 16, SequenceLength = 12, Classes = 3, Cell = CellKind.Gru, RecurrentDropout = 0.25, Pooling = Pooling.Mean)]
internal sealed partial class DropoutGruClassifier16;

[SequenceClassifier(Vocabulary = 11, Hidden = 7, SequenceLength = 12, Classes = 2, Cell = CellKind.Lstm, RecurrentDropout = 0.1)]
internal sealed partial class DropoutLstmClassifier7;

[SequenceGenerator(Vocabulary = 14, Hidden = 12, SequenceLength = 12, Layers = 2, Dropout = 0.5)]
internal sealed partial class DropoutGenerator12;

[SequenceGenerator(Vocabulary = 14, Hidden = 15, SequenceLength = 12, Layers = 3, Cell = CellKind.Gru, Dropout = 0.5)]
internal sealed partial class DropoutGruGenerator15;

[SequenceGenerator(Vocabulary = 14, Hidden = 10, SequenceLength = 12, Layers = 2, Cell = CellKind.Lstm, Dropout = 0.5)]
internal sealed partial class DropoutLstmGenerator10;
