namespace RnnGen.Tests.Applications;

[SequenceClassifier(Vocabulary = 12, Hidden = 5, SequenceLength = 6, Classes = 3)]
internal sealed partial class SmallClassifier;

[SequenceClassifier(Vocabulary = 12, Hidden = 5, SequenceLength = 2, Classes = 3)]
internal sealed partial class ClassifierWithoutRoom;

[SequenceLabeler(Vocabulary = 12, Hidden = 5, SequenceLength = 5, Labels = 4)]
internal sealed partial class SmallLabeler;

[SequenceGenerator(Vocabulary = 12, Hidden = 5, SequenceLength = 6)]
internal sealed partial class SmallGenerator;

[SequenceRegressor(Vocabulary = 12, Hidden = 5, SequenceLength = 6, Outputs = 2)]
internal sealed partial class SmallRegressor;

[SequenceRegressor(Vocabulary = 12, Hidden = 5, SequenceLength = 6, Outputs = 2, EveryStep = true)]
internal sealed partial class StepRegressor;

[SequenceClassifier(
    Vocabulary = 12, Hidden = 5, SequenceLength = 6, Classes = 3, Cell = CellKind.Gru, Layers = 2, Bidirectional = true, Embedding = 4, Pooling = Pooling.Max)]
internal sealed partial class DeepClassifier;

[SequenceLabeler(Vocabulary = 12, Hidden = 5, SequenceLength = 5, Labels = 3, Cell = CellKind.Lstm, Layers = 2, Bidirectional = true, Embedding = 4)]
internal sealed partial class DeepLabeler;

[SequenceGenerator(Vocabulary = 12, Hidden = 5, SequenceLength = 6, Cell = CellKind.Lstm, Layers = 2, Embedding = 4)]
internal sealed partial class DeepGenerator;
