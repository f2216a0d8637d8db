namespace RnnGen.Tests.Persistence;

/// <summary>Two layers, both directions, an embedding and pooling; the others differ from it in what their names say, and in nothing else.</summary>
[SequenceClassifier(Vocabulary = 6, Hidden = 3, SequenceLength = 5, Classes = 2, Layers = 2, Bidirectional = true, Embedding = 4, Pooling = Pooling.Mean)]
internal sealed partial class Stacked;

[SequenceLabeler(Vocabulary = 6, Hidden = 3, SequenceLength = 5, Labels = 2, Layers = 2, Bidirectional = true, Embedding = 4)]
internal sealed partial class StackedLabeler;

[SequenceClassifier(
    Vocabulary = 6, Hidden = 3, SequenceLength = 5, Classes = 2, Layers = 2, Bidirectional = true, Embedding = 4, Pooling = Pooling.Mean, Cell = CellKind.Gru)]
internal sealed partial class StackedGru;

[SequenceClassifier(
    Vocabulary = 6, Hidden = 3, SequenceLength = 5, Classes = 2, Layers = 2, Bidirectional = true, Embedding = 4, Pooling = Pooling.Mean, Cell = CellKind.Lstm)]
internal sealed partial class StackedLstm;

[SequenceClassifier(
    Vocabulary = 6, Hidden = 3, SequenceLength = 5, Classes = 2, Layers = 2, Bidirectional = true, Embedding = 4, Pooling = Pooling.Mean,
    Nonlinearity = Nonlinearity.Relu)]
internal sealed partial class StackedRelu;

[SequenceClassifier(Vocabulary = 6, Hidden = 3, SequenceLength = 5, Classes = 2, Bidirectional = true, Embedding = 4, Pooling = Pooling.Mean)]
internal sealed partial class StackedOnce;

[SequenceClassifier(Vocabulary = 6, Hidden = 3, SequenceLength = 5, Classes = 2, Layers = 2, Embedding = 4, Pooling = Pooling.Mean)]
internal sealed partial class StackedOneWay;

[SequenceClassifier(Vocabulary = 6, Hidden = 3, SequenceLength = 5, Classes = 2, Layers = 2, Bidirectional = true, Pooling = Pooling.Mean)]
internal sealed partial class StackedOneHot;

[SequenceClassifier(Vocabulary = 6, Hidden = 3, SequenceLength = 5, Classes = 2, Layers = 2, Bidirectional = true, Embedding = 5, Pooling = Pooling.Mean)]
internal sealed partial class StackedEmbedding5;

[SequenceClassifier(Vocabulary = 7, Hidden = 3, SequenceLength = 5, Classes = 2, Layers = 2, Bidirectional = true, Embedding = 4, Pooling = Pooling.Mean)]
internal sealed partial class StackedVocabulary7;

[SequenceClassifier(Vocabulary = 6, Hidden = 4, SequenceLength = 5, Classes = 2, Layers = 2, Bidirectional = true, Embedding = 4, Pooling = Pooling.Mean)]
internal sealed partial class StackedHidden4;

[SequenceClassifier(Vocabulary = 6, Hidden = 3, SequenceLength = 5, Classes = 2, Layers = 2, Bidirectional = true, Embedding = 4)]
internal sealed partial class StackedLast;

[SequenceClassifier(Vocabulary = 6, Hidden = 3, SequenceLength = 9, Classes = 2, Layers = 2, Bidirectional = true, Embedding = 4, Pooling = Pooling.Mean)]
internal sealed partial class StackedLength9;

[SequenceClassifier(Vocabulary = 6, Hidden = 3, SequenceLength = 5, Classes = 3, Layers = 2, Bidirectional = true, Embedding = 4, Pooling = Pooling.Mean)]
internal sealed partial class StackedClasses3;

/// <summary>Differs from <see cref="Stacked"/> in all that a classifier can.</summary>
[SequenceClassifier(Vocabulary = 7, Hidden = 4, SequenceLength = 9, Classes = 3, Cell = CellKind.Gru)]
internal sealed partial class Unstacked;
