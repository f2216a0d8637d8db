namespace RnnGen.Tests.Models;

[SequenceClassifier(Features = 6, Hidden = 24, SequenceLength = 12, Classes = 3, Cell = CellKind.Gru, ResetBefore = true)]
internal sealed partial class ResetBeforeGruFeatureClassifier24x1;

[SequenceClassifier(Features = 1, Hidden = 15, SequenceLength = 12, Classes = 5, Cell = CellKind.Gru, ResetBefore = true, Bidirectional = true)]
internal sealed partial class ResetBeforeGruBothWaysFeatureClassifier15x1;

[SequenceClassifier(Features = 13, Hidden = 4, SequenceLength = 12, Classes = 2, Cell = CellKind.Gru, ResetBefore = true, Layers = 2)]
internal sealed partial class ResetBeforeGruFeatureClassifier4x2;

[SequenceClassifier(Features = 16, Hidden = 20, SequenceLength = 12, Classes = 2, Cell = CellKind.Gru, ResetBefore = true, Layers = 2, Bidirectional = true)]
internal sealed partial class ResetBeforeGruBothWaysFeatureClassifier20x2;

[SequenceLabeler(Features = 3, Hidden = 9, SequenceLength = 12, Labels = 8, Cell = CellKind.Gru, ResetBefore = true)]
internal sealed partial class ResetBeforeGruFeatureLabeler9x1;

[SequenceLabeler(Features = 18, Hidden = 3, SequenceLength = 12, Labels = 4, Cell = CellKind.Gru, ResetBefore = true, Bidirectional = true)]
internal sealed partial class ResetBeforeGruBothWaysFeatureLabeler3x1;

[SequenceLabeler(Features = 8, Hidden = 16, SequenceLength = 12, Labels = 7, Cell = CellKind.Gru, ResetBefore = true, Layers = 2)]
internal sealed partial class ResetBeforeGruFeatureLabeler16x2;

[SequenceLabeler(Features = 5, Hidden = 5, SequenceLength = 12, Labels = 3, Cell = CellKind.Gru, ResetBefore = true, Layers = 2, Bidirectional = true)]
internal sealed partial class ResetBeforeGruBothWaysFeatureLabeler5x2;

[SequenceRegressor(Features = 17, Hidden = 33, SequenceLength = 12, Outputs = 5, Cell = CellKind.Gru, ResetBefore = true)]
internal sealed partial class ResetBeforeGruFeatureRegressor33x1;

[SequenceRegressor(Features = 2, Hidden = 1, SequenceLength = 12, Outputs = 1, Cell = CellKind.Gru, ResetBefore = true, Bidirectional = true)]
internal sealed partial class ResetBeforeGruBothWaysFeatureRegressor1x1;

[SequenceRegressor(Features = 12, Hidden = 8, SequenceLength = 12, Outputs = 2, Cell = CellKind.Gru, ResetBefore = true, Layers = 2)]
internal sealed partial class ResetBeforeGruFeatureRegressor8x2;

[SequenceRegressor(Features = 4, Hidden = 17, SequenceLength = 12, Outputs = 8, Cell = CellKind.Gru, ResetBefore = true, Layers = 2, Bidirectional = true)]
internal sealed partial class ResetBeforeGruBothWaysFeatureRegressor17x2;

[SequenceRegressor(Features = 9, Hidden = 2, SequenceLength = 12, Outputs = 4, EveryStep = true, Cell = CellKind.Gru, ResetBefore = true)]
internal sealed partial class ResetBeforeGruFeatureStepRegressor2x1;

[SequenceRegressor(Features = 7, Hidden = 31, SequenceLength = 12, Outputs = 7, EveryStep = true, Cell = CellKind.Gru, ResetBefore = true, Bidirectional = true)]
internal sealed partial class ResetBeforeGruBothWaysFeatureStepRegressor31x1;

[SequenceRegressor(Features = 6, Hidden = 7, SequenceLength = 12, Outputs = 3, EveryStep = true, Cell = CellKind.Gru, ResetBefore = true, Layers = 2)]
internal sealed partial class ResetBeforeGruFeatureStepRegressor7x2;

[SequenceRegressor(Features = 1, Hidden = 12, SequenceLength = 12, Outputs = 5, EveryStep = true, Cell = CellKind.Gru, ResetBefore = true, Layers = 2, Bidirectional = true)]
internal sealed partial class ResetBeforeGruBothWaysFeatureStepRegressor12x2;

[SequenceClassifier(Features = 8, Hidden = 7, SequenceLength = 12, Classes = 7, Cell = CellKind.Gru, ResetBefore = true, Layers = 2, Bidirectional = true, Pooling = Pooling.Mean)]
internal sealed partial class ResetBeforeGruBothWaysFeatureClassifier7x2Mean;

[SequenceClassifier(Features = 5, Hidden = 12, SequenceLength = 12, Classes = 3, Cell = CellKind.Gru, ResetBefore = true, Layers = 2, Pooling = Pooling.Max)]
internal sealed partial class ResetBeforeGruFeatureClassifier12x2Max;

[SequenceRegressor(Features = 17, Hidden = 24, SequenceLength = 12, Outputs = 5, Cell = CellKind.Gru, ResetBefore = true, Pooling = Pooling.Mean)]
internal sealed partial class ResetBeforeGruFeatureRegressor24x1Mean;

[SequenceRegressor(Features = 2, Hidden = 15, SequenceLength = 12, Outputs = 1, Cell = CellKind.Gru, ResetBefore = true, Bidirectional = true, Pooling = Pooling.Max)]
internal sealed partial class ResetBeforeGruBothWaysFeatureRegressor15x1Max;

[SequenceLabeler(Features = 8, Hidden = 2, SequenceLength = 12, Labels = 7, Cell = CellKind.Gru, ResetBefore = true, Layers = 2, Bidirectional = true, Dropout = 0.4, RecurrentDropout = 0.3)]
internal sealed partial class DropoutResetBeforeGruBothWaysFeatureLabeler2x2;

[SequenceRegressor(Vocabulary = 11, Hidden = 15, SequenceLength = 12, Outputs = 2, Cell = CellKind.Gru, ResetBefore = true, Embedding = 4)]
internal sealed partial class ResetBeforeGruRegressor15x1Embedded;

[SequenceRegressor(Vocabulary = 14, Hidden = 4, SequenceLength = 12, Outputs = 8, Cell = CellKind.Gru, ResetBefore = true, Bidirectional = true)]
internal sealed partial class ResetBeforeGruBothWaysRegressor4x1;

[SequenceRegressor(Vocabulary = 12, Hidden = 20, SequenceLength = 12, Outputs = 4, Cell = CellKind.Gru, ResetBefore = true, Layers = 2, Embedding = 8)]
internal sealed partial class ResetBeforeGruRegressor20x2Embedded;

[SequenceRegressor(Vocabulary = 15, Hidden = 9, SequenceLength = 12, Outputs = 7, Cell = CellKind.Gru, ResetBefore = true, Layers = 2, Bidirectional = true)]
internal sealed partial class ResetBeforeGruBothWaysRegressor9x2;

[SequenceRegressor(Vocabulary = 13, Hidden = 3, SequenceLength = 12, Outputs = 3, EveryStep = true, Cell = CellKind.Gru, ResetBefore = true, Embedding = 5)]
internal sealed partial class ResetBeforeGruStepRegressor3x1Embedded;

[SequenceRegressor(Vocabulary = 11, Hidden = 16, SequenceLength = 12, Outputs = 5, EveryStep = true, Cell = CellKind.Gru, ResetBefore = true, Bidirectional = true)]
internal sealed partial class ResetBeforeGruBothWaysStepRegressor16x1;

[SequenceRegressor(Vocabulary = 14, Hidden = 5, SequenceLength = 12, Outputs = 1, EveryStep = true, Cell = CellKind.Gru, ResetBefore = true, Layers = 2, Embedding = 17)]
internal sealed partial class ResetBeforeGruStepRegressor5x2Embedded;

[SequenceRegressor(Vocabulary = 12, Hidden = 33, SequenceLength = 12, Outputs = 2, EveryStep = true, Cell = CellKind.Gru, ResetBefore = true, Layers = 2, Bidirectional = true)]
internal sealed partial class ResetBeforeGruBothWaysStepRegressor33x2;

[SequenceRegressor(Vocabulary = 13, Hidden = 4, SequenceLength = 12, Outputs = 2, Cell = CellKind.Gru, ResetBefore = true, Layers = 2, Bidirectional = true, Pooling = Pooling.Mean)]
internal sealed partial class ResetBeforeGruBothWaysRegressor4x2Mean;

[SequenceRegressor(Vocabulary = 11, Hidden = 20, SequenceLength = 12, Outputs = 8, Cell = CellKind.Gru, ResetBefore = true, Layers = 2, Embedding = 4, Pooling = Pooling.Max)]
internal sealed partial class ResetBeforeGruRegressor20x2EmbeddedMax;

[SequenceLabeler(Features = 5, Hidden = 57, SequenceLength = 12, Labels = 3, Cell = CellKind.Gru, ResetBefore = true)]
internal sealed partial class ResetBeforeGruFeatureLabeler57x1;
