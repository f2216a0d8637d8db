namespace RnnGen.Tests.Models;

[SequenceRegressor(Vocabulary = 12, Hidden = 3, SequenceLength = 12, Outputs = 2, Embedding = 8)]
internal sealed partial class ElmanRegressor3x1Embedded;

[SequenceRegressor(Vocabulary = 15, Hidden = 16, SequenceLength = 12, Outputs = 8, Bidirectional = true)]
internal sealed partial class ElmanBothWaysRegressor16x1;

[SequenceRegressor(Vocabulary = 13, Hidden = 5, SequenceLength = 12, Outputs = 4, Layers = 2, Embedding = 5)]
internal sealed partial class ElmanRegressor5x2Embedded;

[SequenceRegressor(Vocabulary = 11, Hidden = 33, SequenceLength = 12, Outputs = 7, Layers = 2, Bidirectional = true)]
internal sealed partial class ElmanBothWaysRegressor33x2;

[SequenceRegressor(Vocabulary = 14, Hidden = 1, SequenceLength = 12, Outputs = 3, EveryStep = true, Embedding = 17)]
internal sealed partial class ElmanStepRegressor1x1Embedded;

[SequenceRegressor(Vocabulary = 12, Hidden = 8, SequenceLength = 12, Outputs = 5, EveryStep = true, Bidirectional = true)]
internal sealed partial class ElmanBothWaysStepRegressor8x1;

[SequenceRegressor(Vocabulary = 15, Hidden = 17, SequenceLength = 12, Outputs = 1, EveryStep = true, Layers = 2, Embedding = 1)]
internal sealed partial class ElmanStepRegressor17x2Embedded;

[SequenceRegressor(Vocabulary = 13, Hidden = 2, SequenceLength = 12, Outputs = 2, EveryStep = true, Layers = 2, Bidirectional = true)]
internal sealed partial class ElmanBothWaysStepRegressor2x2;

[SequenceRegressor(Vocabulary = 11, Hidden = 15, SequenceLength = 12, Outputs = 2, Cell = CellKind.Gru, Embedding = 4)]
internal sealed partial class GruRegressor15x1Embedded;

[SequenceRegressor(Vocabulary = 14, Hidden = 4, SequenceLength = 12, Outputs = 8, Cell = CellKind.Gru, Bidirectional = true)]
internal sealed partial class GruBothWaysRegressor4x1;

[SequenceRegressor(Vocabulary = 12, Hidden = 20, SequenceLength = 12, Outputs = 4, Cell = CellKind.Gru, Layers = 2, Embedding = 8)]
internal sealed partial class GruRegressor20x2Embedded;

[SequenceRegressor(Vocabulary = 15, Hidden = 9, SequenceLength = 12, Outputs = 7, Cell = CellKind.Gru, Layers = 2, Bidirectional = true)]
internal sealed partial class GruBothWaysRegressor9x2;

[SequenceRegressor(Vocabulary = 13, Hidden = 3, SequenceLength = 12, Outputs = 3, EveryStep = true, Cell = CellKind.Gru, Embedding = 5)]
internal sealed partial class GruStepRegressor3x1Embedded;

[SequenceRegressor(Vocabulary = 11, Hidden = 16, SequenceLength = 12, Outputs = 5, EveryStep = true, Cell = CellKind.Gru, Bidirectional = true)]
internal sealed partial class GruBothWaysStepRegressor16x1;

[SequenceRegressor(Vocabulary = 14, Hidden = 5, SequenceLength = 12, Outputs = 1, EveryStep = true, Cell = CellKind.Gru, Layers = 2, Embedding = 17)]
internal sealed partial class GruStepRegressor5x2Embedded;

[SequenceRegressor(Vocabulary = 12, Hidden = 33, SequenceLength = 12, Outputs = 2, EveryStep = true, Cell = CellKind.Gru, Layers = 2, Bidirectional = true)]
internal sealed partial class GruBothWaysStepRegressor33x2;

[SequenceRegressor(Vocabulary = 15, Hidden = 31, SequenceLength = 12, Outputs = 2, Cell = CellKind.Lstm, Embedding = 1)]
internal sealed partial class LstmRegressor31x1Embedded;

[SequenceRegressor(Vocabulary = 13, Hidden = 7, SequenceLength = 12, Outputs = 8, Cell = CellKind.Lstm, Bidirectional = true)]
internal sealed partial class LstmBothWaysRegressor7x1;

[SequenceRegressor(Vocabulary = 11, Hidden = 12, SequenceLength = 12, Outputs = 4, Cell = CellKind.Lstm, Layers = 2, Embedding = 4)]
internal sealed partial class LstmRegressor12x2Embedded;

[SequenceRegressor(Vocabulary = 14, Hidden = 24, SequenceLength = 12, Outputs = 7, Cell = CellKind.Lstm, Layers = 2, Bidirectional = true)]
internal sealed partial class LstmBothWaysRegressor24x2;

[SequenceRegressor(Vocabulary = 12, Hidden = 15, SequenceLength = 12, Outputs = 3, EveryStep = true, Cell = CellKind.Lstm, Embedding = 8)]
internal sealed partial class LstmStepRegressor15x1Embedded;

[SequenceRegressor(Vocabulary = 15, Hidden = 4, SequenceLength = 12, Outputs = 5, EveryStep = true, Cell = CellKind.Lstm, Bidirectional = true)]
internal sealed partial class LstmBothWaysStepRegressor4x1;

[SequenceRegressor(Vocabulary = 13, Hidden = 20, SequenceLength = 12, Outputs = 1, EveryStep = true, Cell = CellKind.Lstm, Layers = 2, Embedding = 5)]
internal sealed partial class LstmStepRegressor20x2Embedded;

[SequenceRegressor(Vocabulary = 11, Hidden = 9, SequenceLength = 12, Outputs = 2, EveryStep = true, Cell = CellKind.Lstm, Layers = 2, Bidirectional = true)]
internal sealed partial class LstmBothWaysStepRegressor9x2;

[SequenceRegressor(Vocabulary = 15, Hidden = 2, SequenceLength = 12, Outputs = 8, Pooling = Pooling.Mean)]
internal sealed partial class ElmanRegressor2x1Mean;

[SequenceRegressor(Vocabulary = 13, Hidden = 31, SequenceLength = 12, Outputs = 4, Bidirectional = true, Embedding = 5, Pooling = Pooling.Max)]
internal sealed partial class ElmanBothWaysRegressor31x1EmbeddedMax;

[SequenceRegressor(Vocabulary = 13, Hidden = 4, SequenceLength = 12, Outputs = 2, Cell = CellKind.Gru, Layers = 2, Bidirectional = true, Pooling = Pooling.Mean)]
internal sealed partial class GruBothWaysRegressor4x2Mean;

[SequenceRegressor(Vocabulary = 11, Hidden = 20, SequenceLength = 12, Outputs = 8, Cell = CellKind.Gru, Layers = 2, Embedding = 4, Pooling = Pooling.Max)]
internal sealed partial class GruRegressor20x2EmbeddedMax;

[SequenceRegressor(Vocabulary = 11, Hidden = 33, SequenceLength = 12, Outputs = 1, Cell = CellKind.Lstm, Pooling = Pooling.Mean)]
internal sealed partial class LstmRegressor33x1Mean;

[SequenceRegressor(Vocabulary = 14, Hidden = 1, SequenceLength = 12, Outputs = 2, Cell = CellKind.Lstm, Bidirectional = true, Embedding = 17, Pooling = Pooling.Max)]
internal sealed partial class LstmBothWaysRegressor1x1EmbeddedMax;

[SequenceRegressor(Vocabulary = 15, Hidden = 17, SequenceLength = 12, Outputs = 4, EveryStep = true, Nonlinearity = Nonlinearity.Relu, Layers = 2, Embedding = 1)]
internal sealed partial class ReluElmanStepRegressor17x2Embedded;
