namespace RnnGen.Tests.Models;

[SequenceClassifier(Vocabulary = 20, Hidden = 33, SequenceLength = 8, Classes = 5, Nonlinearity = Nonlinearity.Relu)]
internal sealed partial class GoldenClassifier33;

[SequenceClassifier(Vocabulary = 13, Hidden = 7, SequenceLength = 9, Classes = 3)]
internal sealed partial class GoldenClassifier7;

[SequenceClassifier(Vocabulary = 32, Hidden = 16, SequenceLength = 12, Classes = 4)]
internal sealed partial class GoldenClassifier16;

[SequenceGenerator(Vocabulary = 17, Hidden = 20, SequenceLength = 10)]
internal sealed partial class GoldenGenerator20;

[SequenceGenerator(Vocabulary = 33, Hidden = 65, SequenceLength = 12)]
internal sealed partial class GoldenGenerator65;

[SequenceLabeler(Vocabulary = 13, Hidden = 7, SequenceLength = 9, Labels = 6)]
internal sealed partial class GoldenLabeler7;

[SequenceLabeler(Vocabulary = 40, Hidden = 64, SequenceLength = 16, Labels = 17)]
internal sealed partial class GoldenLabeler64;

[SequenceClassifier(Vocabulary = 13, Hidden = 7, SequenceLength = 9, Classes = 3, Cell = CellKind.Gru)]
internal sealed partial class GoldenGruClassifier7;

[SequenceLabeler(Vocabulary = 25, Hidden = 32, SequenceLength = 10, Labels = 5, Cell = CellKind.Gru)]
internal sealed partial class GoldenGruLabeler32;

[SequenceGenerator(Vocabulary = 17, Hidden = 20, SequenceLength = 10, Cell = CellKind.Gru)]
internal sealed partial class GoldenGruGenerator20;

[SequenceClassifier(Vocabulary = 13, Hidden = 7, SequenceLength = 9, Classes = 3, Cell = CellKind.Lstm)]
internal sealed partial class GoldenLstmClassifier7;

[SequenceLabeler(Vocabulary = 25, Hidden = 32, SequenceLength = 10, Labels = 5, Cell = CellKind.Lstm)]
internal sealed partial class GoldenLstmLabeler32;

[SequenceGenerator(Vocabulary = 17, Hidden = 20, SequenceLength = 10, Cell = CellKind.Lstm)]
internal sealed partial class GoldenLstmGenerator20;

[SequenceClassifier(Vocabulary = 15, Hidden = 12, SequenceLength = 8, Classes = 3, Layers = 2, Bidirectional = true, Embedding = 6)]
internal sealed partial class GoldenDeepClassifier12;

[SequenceClassifier(Vocabulary = 15, Hidden = 12, SequenceLength = 8, Classes = 3, Layers = 2, Bidirectional = true, Embedding = 6, Cell = CellKind.Gru)]
internal sealed partial class GoldenDeepGruClassifier12;

[SequenceClassifier(Vocabulary = 15, Hidden = 10, SequenceLength = 8, Classes = 3, Layers = 2, Bidirectional = true, Embedding = 6, Cell = CellKind.Gru, ResetBefore = true)]
internal sealed partial class GoldenResetBeforeGruClassifier10;

[SequenceLabeler(Vocabulary = 13, Hidden = 9, SequenceLength = 9, Labels = 4, Cell = CellKind.Gru, ResetBefore = true)]
internal sealed partial class GoldenResetBeforeGruLabeler9;

[SequenceClassifier(Vocabulary = 15, Hidden = 12, SequenceLength = 8, Classes = 3, Layers = 2, Bidirectional = true, Embedding = 6, Cell = CellKind.Lstm)]
internal sealed partial class GoldenDeepLstmClassifier12;

[SequenceLabeler(Vocabulary = 15, Hidden = 12, SequenceLength = 8, Labels = 4, Bidirectional = true)]
internal sealed partial class GoldenBothWaysLabeler12;

[SequenceLabeler(Vocabulary = 15, Hidden = 18, SequenceLength = 8, Labels = 4, Bidirectional = true, Embedding = 5, Cell = CellKind.Gru)]
internal sealed partial class GoldenBothWaysGruLabeler18;

[SequenceLabeler(Vocabulary = 15, Hidden = 18, SequenceLength = 8, Labels = 4, Layers = 2, Bidirectional = true, Embedding = 5, Cell = CellKind.Lstm)]
internal sealed partial class GoldenDeepLstmLabeler18;

[SequenceGenerator(Vocabulary = 19, Hidden = 24, SequenceLength = 9, Layers = 2, Embedding = 8, Cell = CellKind.Lstm)]
internal sealed partial class GoldenDeepLstmGenerator24;

[SequenceClassifier(Vocabulary = 14, Hidden = 9, SequenceLength = 8, Classes = 4, Layers = 3, Bidirectional = true, Embedding = 5, Pooling = Pooling.Mean, Cell = CellKind.Gru)]
internal sealed partial class GoldenMeanGruClassifier9;

[SequenceClassifier(Vocabulary = 12, Hidden = 10, SequenceLength = 8, Classes = 3, Layers = 2, Pooling = Pooling.Max)]
internal sealed partial class GoldenMaxClassifier10;

[SequenceGenerator(Vocabulary = 14, Hidden = 10, SequenceLength = 9, Layers = 2, Cell = CellKind.Lstm)]
internal sealed partial class GoldenDeepLstmGenerator10;

[SequenceGenerator(Vocabulary = 16, Hidden = 12, SequenceLength = 9, Layers = 3, Embedding = 6)]
internal sealed partial class GoldenDeepGenerator12;

[SequenceLabeler(Vocabulary = 12, Hidden = 10, SequenceLength = 9, Labels = 4, Layers = 2, Bidirectional = true, Embedding = 5, Nonlinearity = Nonlinearity.Relu)]
internal sealed partial class GoldenDeepReluLabeler10;

[SequenceGenerator(Vocabulary = 16, Hidden = 12, SequenceLength = 9, Layers = 2, Embedding = 12, TieEmbedding = true, Cell = CellKind.Gru)]
internal sealed partial class GoldenTiedGruGenerator12;

[SequenceClassifier(Features = 6, Hidden = 17, SequenceLength = 9, Classes = 4, Bidirectional = true, Cell = CellKind.Gru)]
internal sealed partial class GoldenGruFeatureClassifier17;

[SequenceClassifier(Features = 4, Hidden = 11, SequenceLength = 9, Classes = 3, Bidirectional = true, Pooling = Pooling.Max, Cell = CellKind.Lstm)]
internal sealed partial class GoldenMaxLstmFeatureClassifier11;

[SequenceClassifier(Features = 12, Hidden = 16, SequenceLength = 11, Classes = 3, Layers = 2, Cell = CellKind.Lstm)]
internal sealed partial class GoldenDeepLstmFeatureClassifier16;

[SequenceClassifier(Features = 4, Hidden = 9, SequenceLength = 7, Classes = 3, Layers = 2, Bidirectional = true, Pooling = Pooling.Mean, Nonlinearity = Nonlinearity.Relu)]
internal sealed partial class GoldenMeanReluFeatureClassifier9;

[SequenceClassifier(Features = 5, Hidden = 10, SequenceLength = 9, Classes = 4)]
internal sealed partial class GoldenFeatureClassifier10;

[SequenceLabeler(Features = 3, Hidden = 9, SequenceLength = 7, Labels = 4, Bidirectional = true, Cell = CellKind.Lstm)]
internal sealed partial class GoldenLstmFeatureLabeler9;

[SequenceLabeler(Features = 3, Hidden = 8, SequenceLength = 8, Labels = 3, Layers = 4)]
internal sealed partial class GoldenDeepFeatureLabeler8;

[SequenceLabeler(Features = 7, Hidden = 10, SequenceLength = 8, Labels = 5, Layers = 2, Bidirectional = true, Cell = CellKind.Gru)]
internal sealed partial class GoldenWeightedGruFeatureLabeler10;

[SequenceClassifier(Vocabulary = 13, Hidden = 8, SequenceLength = 8, Classes = 4, Embedding = 4, Cell = CellKind.Lstm)]
internal sealed partial class GoldenWeightedLstmClassifier8;

[SequenceRegressor(Features = 6, Hidden = 11, SequenceLength = 8, Outputs = 3, EveryStep = true, Bidirectional = true, Cell = CellKind.Gru)]
internal sealed partial class GoldenGruFeatureStepRegressor11;

[SequenceRegressor(Vocabulary = 15, Hidden = 8, SequenceLength = 8, Outputs = 2, EveryStep = true, Layers = 2, Cell = CellKind.Gru)]
internal sealed partial class GoldenDeepGruStepRegressor8;

[SequenceRegressor(Features = 5, Hidden = 10, SequenceLength = 9, Outputs = 2, Layers = 2, Cell = CellKind.Lstm)]
internal sealed partial class GoldenDeepLstmFeatureRegressor10;

[SequenceRegressor(Vocabulary = 15, Hidden = 8, SequenceLength = 8, Outputs = 1, Embedding = 4, Pooling = Pooling.Mean)]
internal sealed partial class GoldenMeanRegressor8;
