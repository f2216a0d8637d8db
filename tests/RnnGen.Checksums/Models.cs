namespace RnnGen.Checksums;

// Of each task a model whose recurrent product is one chain of sums and one where it is several, with and without a tail. Of each gated cell a
// model whose weights stay in the first-level cache and one whose weights outgrow it, and one of the GRU whose step has two products. Of layers a stack that drops numbers while it learns, one that
// reads the mean of its states, and one that reads both ways.

[SequenceClassifier(Vocabulary = 40, Hidden = 5, SequenceLength = 24, Classes = 3)]
internal sealed partial class Classifier5;

[SequenceClassifier(Vocabulary = 12, Hidden = 128, SequenceLength = 16, Classes = 9)]
internal sealed partial class Classifier128;

[SequenceLabeler(Vocabulary = 19, Hidden = 33, SequenceLength = 20, Labels = 5, Nonlinearity = Nonlinearity.Relu)]
internal sealed partial class ReluLabeler33;

[SequenceLabeler(Vocabulary = 50, Hidden = 64, SequenceLength = 18, Labels = 17)]
internal sealed partial class Labeler64;

[SequenceGenerator(Vocabulary = 8, Hidden = 17, SequenceLength = 30)]
internal sealed partial class Generator17;

[SequenceGenerator(Vocabulary = 33, Hidden = 200, SequenceLength = 12)]
internal sealed partial class Generator200;

[SequenceClassifier(Vocabulary = 21, Hidden = 13, SequenceLength = 18, Classes = 4, Cell = CellKind.Gru)]
internal sealed partial class GruClassifier13;

[SequenceLabeler(Vocabulary = 30, Hidden = 100, SequenceLength = 14, Labels = 11, Cell = CellKind.Gru)]
internal sealed partial class GruLabeler100;

[SequenceLabeler(Vocabulary = 27, Hidden = 36, SequenceLength = 17, Labels = 5, Cell = CellKind.Gru, ResetBefore = true)]
internal sealed partial class ResetBeforeGruLabeler36;

[SequenceLabeler(Vocabulary = 21, Hidden = 7, SequenceLength = 18, Labels = 5, Cell = CellKind.Lstm)]
internal sealed partial class LstmLabeler7;

[SequenceLabeler(Vocabulary = 26, Hidden = 17, SequenceLength = 22, Labels = 6, Cell = CellKind.Lstm)]
internal sealed partial class LstmLabeler17;

[SequenceGenerator(Vocabulary = 24, Hidden = 128, SequenceLength = 12, Cell = CellKind.Lstm)]
internal sealed partial class LstmGenerator128;

[SequenceGenerator(Vocabulary = 21, Hidden = 20, SequenceLength = 16, Cell = CellKind.Gru, Layers = 2, Embedding = 20, TieEmbedding = true, Dropout = 0.2, RecurrentDropout = 0.3)]
internal sealed partial class TiedGruGenerator20;

[SequenceClassifier(Vocabulary = 17, Hidden = 24, SequenceLength = 14, Classes = 4, Layers = 3, Embedding = 9, Pooling = Pooling.Mean)]
internal sealed partial class DeepClassifier24;

[SequenceLabeler(Vocabulary = 23, Hidden = 18, SequenceLength = 15, Labels = 7, Cell = CellKind.Lstm, Layers = 2, Bidirectional = true)]
internal sealed partial class BothWaysLstmLabeler18;
