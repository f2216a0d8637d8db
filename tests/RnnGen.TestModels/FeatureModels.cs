namespace RnnGen.Tests.Models;

[SequenceClassifier(Features = 6, Hidden = 9, SequenceLength = 12, Classes = 3)]
internal sealed partial class ElmanFeatureClassifier9x1;

[SequenceClassifier(Features = 1, Hidden = 3, SequenceLength = 12, Classes = 5, Bidirectional = true)]
internal sealed partial class ElmanBothWaysFeatureClassifier3x1;

[SequenceClassifier(Features = 13, Hidden = 16, SequenceLength = 12, Classes = 2, Layers = 2)]
internal sealed partial class ElmanFeatureClassifier16x2;

[SequenceClassifier(Features = 16, Hidden = 5, SequenceLength = 12, Classes = 2, Layers = 2, Bidirectional = true)]
internal sealed partial class ElmanBothWaysFeatureClassifier5x2;

[SequenceLabeler(Features = 3, Hidden = 33, SequenceLength = 12, Labels = 8)]
internal sealed partial class ElmanFeatureLabeler33x1;

[SequenceLabeler(Features = 18, Hidden = 1, SequenceLength = 12, Labels = 4, Bidirectional = true)]
internal sealed partial class ElmanBothWaysFeatureLabeler1x1;

[SequenceLabeler(Features = 8, Hidden = 8, SequenceLength = 12, Labels = 7, Layers = 2)]
internal sealed partial class ElmanFeatureLabeler8x2;

[SequenceLabeler(Features = 5, Hidden = 17, SequenceLength = 12, Labels = 3, Layers = 2, Bidirectional = true)]
internal sealed partial class ElmanBothWaysFeatureLabeler17x2;

[SequenceRegressor(Features = 17, Hidden = 2, SequenceLength = 12, Outputs = 5)]
internal sealed partial class ElmanFeatureRegressor2x1;

[SequenceRegressor(Features = 2, Hidden = 31, SequenceLength = 12, Outputs = 1, Bidirectional = true)]
internal sealed partial class ElmanBothWaysFeatureRegressor31x1;

[SequenceRegressor(Features = 12, Hidden = 7, SequenceLength = 12, Outputs = 2, Layers = 2)]
internal sealed partial class ElmanFeatureRegressor7x2;

[SequenceRegressor(Features = 4, Hidden = 12, SequenceLength = 12, Outputs = 8, Layers = 2, Bidirectional = true)]
internal sealed partial class ElmanBothWaysFeatureRegressor12x2;

[SequenceRegressor(Features = 9, Hidden = 24, SequenceLength = 12, Outputs = 4, EveryStep = true)]
internal sealed partial class ElmanFeatureStepRegressor24x1;

[SequenceRegressor(Features = 7, Hidden = 15, SequenceLength = 12, Outputs = 7, EveryStep = true, Bidirectional = true)]
internal sealed partial class ElmanBothWaysFeatureStepRegressor15x1;

[SequenceRegressor(Features = 6, Hidden = 4, SequenceLength = 12, Outputs = 3, EveryStep = true, Layers = 2)]
internal sealed partial class ElmanFeatureStepRegressor4x2;

[SequenceRegressor(Features = 1, Hidden = 20, SequenceLength = 12, Outputs = 5, EveryStep = true, Layers = 2, Bidirectional = true)]
internal sealed partial class ElmanBothWaysFeatureStepRegressor20x2;

[SequenceClassifier(Features = 6, Hidden = 24, SequenceLength = 12, Classes = 3, Cell = CellKind.Gru)]
internal sealed partial class GruFeatureClassifier24x1;

[SequenceClassifier(Features = 1, Hidden = 15, SequenceLength = 12, Classes = 5, Cell = CellKind.Gru, Bidirectional = true)]
internal sealed partial class GruBothWaysFeatureClassifier15x1;

[SequenceClassifier(Features = 13, Hidden = 4, SequenceLength = 12, Classes = 2, Cell = CellKind.Gru, Layers = 2)]
internal sealed partial class GruFeatureClassifier4x2;

[SequenceClassifier(Features = 16, Hidden = 20, SequenceLength = 12, Classes = 2, Cell = CellKind.Gru, Layers = 2, Bidirectional = true)]
internal sealed partial class GruBothWaysFeatureClassifier20x2;

[SequenceLabeler(Features = 3, Hidden = 9, SequenceLength = 12, Labels = 8, Cell = CellKind.Gru)]
internal sealed partial class GruFeatureLabeler9x1;

[SequenceLabeler(Features = 18, Hidden = 3, SequenceLength = 12, Labels = 4, Cell = CellKind.Gru, Bidirectional = true)]
internal sealed partial class GruBothWaysFeatureLabeler3x1;

[SequenceLabeler(Features = 8, Hidden = 16, SequenceLength = 12, Labels = 7, Cell = CellKind.Gru, Layers = 2)]
internal sealed partial class GruFeatureLabeler16x2;

[SequenceLabeler(Features = 5, Hidden = 5, SequenceLength = 12, Labels = 3, Cell = CellKind.Gru, Layers = 2, Bidirectional = true)]
internal sealed partial class GruBothWaysFeatureLabeler5x2;

[SequenceRegressor(Features = 17, Hidden = 33, SequenceLength = 12, Outputs = 5, Cell = CellKind.Gru)]
internal sealed partial class GruFeatureRegressor33x1;

[SequenceRegressor(Features = 2, Hidden = 1, SequenceLength = 12, Outputs = 1, Cell = CellKind.Gru, Bidirectional = true)]
internal sealed partial class GruBothWaysFeatureRegressor1x1;

[SequenceRegressor(Features = 12, Hidden = 8, SequenceLength = 12, Outputs = 2, Cell = CellKind.Gru, Layers = 2)]
internal sealed partial class GruFeatureRegressor8x2;

[SequenceRegressor(Features = 4, Hidden = 17, SequenceLength = 12, Outputs = 8, Cell = CellKind.Gru, Layers = 2, Bidirectional = true)]
internal sealed partial class GruBothWaysFeatureRegressor17x2;

[SequenceRegressor(Features = 9, Hidden = 2, SequenceLength = 12, Outputs = 4, EveryStep = true, Cell = CellKind.Gru)]
internal sealed partial class GruFeatureStepRegressor2x1;

[SequenceRegressor(Features = 7, Hidden = 31, SequenceLength = 12, Outputs = 7, EveryStep = true, Cell = CellKind.Gru, Bidirectional = true)]
internal sealed partial class GruBothWaysFeatureStepRegressor31x1;

[SequenceRegressor(Features = 6, Hidden = 7, SequenceLength = 12, Outputs = 3, EveryStep = true, Cell = CellKind.Gru, Layers = 2)]
internal sealed partial class GruFeatureStepRegressor7x2;

[SequenceRegressor(Features = 1, Hidden = 12, SequenceLength = 12, Outputs = 5, EveryStep = true, Cell = CellKind.Gru, Layers = 2, Bidirectional = true)]
internal sealed partial class GruBothWaysFeatureStepRegressor12x2;

[SequenceClassifier(Features = 6, Hidden = 2, SequenceLength = 12, Classes = 3, Cell = CellKind.Lstm)]
internal sealed partial class LstmFeatureClassifier2x1;

[SequenceClassifier(Features = 1, Hidden = 31, SequenceLength = 12, Classes = 5, Cell = CellKind.Lstm, Bidirectional = true)]
internal sealed partial class LstmBothWaysFeatureClassifier31x1;

[SequenceClassifier(Features = 13, Hidden = 7, SequenceLength = 12, Classes = 2, Cell = CellKind.Lstm, Layers = 2)]
internal sealed partial class LstmFeatureClassifier7x2;

[SequenceClassifier(Features = 16, Hidden = 12, SequenceLength = 12, Classes = 2, Cell = CellKind.Lstm, Layers = 2, Bidirectional = true)]
internal sealed partial class LstmBothWaysFeatureClassifier12x2;

[SequenceLabeler(Features = 3, Hidden = 24, SequenceLength = 12, Labels = 8, Cell = CellKind.Lstm)]
internal sealed partial class LstmFeatureLabeler24x1;

[SequenceLabeler(Features = 18, Hidden = 15, SequenceLength = 12, Labels = 4, Cell = CellKind.Lstm, Bidirectional = true)]
internal sealed partial class LstmBothWaysFeatureLabeler15x1;

[SequenceLabeler(Features = 8, Hidden = 4, SequenceLength = 12, Labels = 7, Cell = CellKind.Lstm, Layers = 2)]
internal sealed partial class LstmFeatureLabeler4x2;

[SequenceLabeler(Features = 5, Hidden = 20, SequenceLength = 12, Labels = 3, Cell = CellKind.Lstm, Layers = 2, Bidirectional = true)]
internal sealed partial class LstmBothWaysFeatureLabeler20x2;

[SequenceRegressor(Features = 17, Hidden = 9, SequenceLength = 12, Outputs = 5, Cell = CellKind.Lstm)]
internal sealed partial class LstmFeatureRegressor9x1;

[SequenceRegressor(Features = 2, Hidden = 3, SequenceLength = 12, Outputs = 1, Cell = CellKind.Lstm, Bidirectional = true)]
internal sealed partial class LstmBothWaysFeatureRegressor3x1;

[SequenceRegressor(Features = 12, Hidden = 16, SequenceLength = 12, Outputs = 2, Cell = CellKind.Lstm, Layers = 2)]
internal sealed partial class LstmFeatureRegressor16x2;

[SequenceRegressor(Features = 4, Hidden = 5, SequenceLength = 12, Outputs = 8, Cell = CellKind.Lstm, Layers = 2, Bidirectional = true)]
internal sealed partial class LstmBothWaysFeatureRegressor5x2;

[SequenceRegressor(Features = 9, Hidden = 33, SequenceLength = 12, Outputs = 4, EveryStep = true, Cell = CellKind.Lstm)]
internal sealed partial class LstmFeatureStepRegressor33x1;

[SequenceRegressor(Features = 7, Hidden = 1, SequenceLength = 12, Outputs = 7, EveryStep = true, Cell = CellKind.Lstm, Bidirectional = true)]
internal sealed partial class LstmBothWaysFeatureStepRegressor1x1;

[SequenceRegressor(Features = 6, Hidden = 8, SequenceLength = 12, Outputs = 3, EveryStep = true, Cell = CellKind.Lstm, Layers = 2)]
internal sealed partial class LstmFeatureStepRegressor8x2;

[SequenceRegressor(Features = 1, Hidden = 17, SequenceLength = 12, Outputs = 5, EveryStep = true, Cell = CellKind.Lstm, Layers = 2, Bidirectional = true)]
internal sealed partial class LstmBothWaysFeatureStepRegressor17x2;

[SequenceClassifier(Features = 6, Hidden = 33, SequenceLength = 12, Classes = 3, Pooling = Pooling.Mean)]
internal sealed partial class ElmanFeatureClassifier33x1Mean;

[SequenceClassifier(Features = 1, Hidden = 1, SequenceLength = 12, Classes = 5, Bidirectional = true, Pooling = Pooling.Max)]
internal sealed partial class ElmanBothWaysFeatureClassifier1x1Max;

[SequenceRegressor(Features = 13, Hidden = 8, SequenceLength = 12, Outputs = 1, Layers = 2, Bidirectional = true, Pooling = Pooling.Mean)]
internal sealed partial class ElmanBothWaysFeatureRegressor8x2Mean;

[SequenceRegressor(Features = 16, Hidden = 17, SequenceLength = 12, Outputs = 2, Layers = 2, Pooling = Pooling.Max)]
internal sealed partial class ElmanFeatureRegressor17x2Max;

[SequenceClassifier(Features = 8, Hidden = 7, SequenceLength = 12, Classes = 7, Cell = CellKind.Gru, Layers = 2, Bidirectional = true, Pooling = Pooling.Mean)]
internal sealed partial class GruBothWaysFeatureClassifier7x2Mean;

[SequenceClassifier(Features = 5, Hidden = 12, SequenceLength = 12, Classes = 3, Cell = CellKind.Gru, Layers = 2, Pooling = Pooling.Max)]
internal sealed partial class GruFeatureClassifier12x2Max;

[SequenceRegressor(Features = 17, Hidden = 24, SequenceLength = 12, Outputs = 5, Cell = CellKind.Gru, Pooling = Pooling.Mean)]
internal sealed partial class GruFeatureRegressor24x1Mean;

[SequenceRegressor(Features = 2, Hidden = 15, SequenceLength = 12, Outputs = 1, Cell = CellKind.Gru, Bidirectional = true, Pooling = Pooling.Max)]
internal sealed partial class GruBothWaysFeatureRegressor15x1Max;

[SequenceClassifier(Features = 9, Hidden = 9, SequenceLength = 12, Classes = 4, Cell = CellKind.Lstm, Pooling = Pooling.Mean)]
internal sealed partial class LstmFeatureClassifier9x1Mean;

[SequenceClassifier(Features = 7, Hidden = 3, SequenceLength = 12, Classes = 7, Cell = CellKind.Lstm, Bidirectional = true, Pooling = Pooling.Max)]
internal sealed partial class LstmBothWaysFeatureClassifier3x1Max;

[SequenceRegressor(Features = 6, Hidden = 16, SequenceLength = 12, Outputs = 3, Cell = CellKind.Lstm, Layers = 2, Bidirectional = true, Pooling = Pooling.Mean)]
internal sealed partial class LstmBothWaysFeatureRegressor16x2Mean;

[SequenceRegressor(Features = 1, Hidden = 5, SequenceLength = 12, Outputs = 5, Cell = CellKind.Lstm, Layers = 2, Pooling = Pooling.Max)]
internal sealed partial class LstmFeatureRegressor5x2Max;

[SequenceLabeler(Features = 3, Hidden = 8, SequenceLength = 12, Labels = 8, Nonlinearity = Nonlinearity.Relu, Layers = 2, Bidirectional = true)]
internal sealed partial class ReluElmanBothWaysFeatureLabeler8x2;

[SequenceLabeler(Features = 8, Hidden = 2, SequenceLength = 12, Labels = 7, Cell = CellKind.Gru, Layers = 2, Bidirectional = true, Dropout = 0.4, RecurrentDropout = 0.3)]
internal sealed partial class DropoutGruBothWaysFeatureLabeler2x2;

[SequenceRegressor(Features = 5, Hidden = 31, SequenceLength = 12, Outputs = 3, EveryStep = true, Cell = CellKind.Lstm, Layers = 2, Dropout = 0.3, RecurrentDropout = 0.2)]
internal sealed partial class DropoutLstmFeatureStepRegressor31x2;

[SequenceRegressor(Features = 17, Hidden = 7, SequenceLength = 12, Outputs = 5, RecurrentDropout = 0.4)]
internal sealed partial class DropoutElmanFeatureRegressor7x1;
