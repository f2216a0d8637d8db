namespace RnnGen.Tests.Models;

[SequenceRegressor(Features = 5, Hidden = 8, SequenceLength = 12, Outputs = 8, EveryStep = true)]
internal sealed partial class StreamedElmanStepRegressor8;

[SequenceRegressor(Features = 16, Hidden = 8, SequenceLength = 12, Outputs = 16, EveryStep = true, Cell = CellKind.Gru)]
internal sealed partial class StreamedGruStepRegressor8;

[SequenceRegressor(Features = 3, Hidden = 8, SequenceLength = 12, Outputs = 8, EveryStep = true, Cell = CellKind.Lstm)]
internal sealed partial class StreamedLstmStepRegressor8;

[SequenceRegressor(Features = 7, Hidden = 16, SequenceLength = 12, Outputs = 3, EveryStep = true, Nonlinearity = Nonlinearity.Relu, RecurrentDropout = 0.2)]
internal sealed partial class StreamedReluStepRegressor16;

[SequenceRegressor(Features = 12, Hidden = 64, SequenceLength = 12, Outputs = 16, EveryStep = true, RecurrentDropout = 0.1)]
internal sealed partial class StreamedElmanStepRegressor64;

[SequenceLabeler(Features = 9, Hidden = 32, SequenceLength = 12, Labels = 5, Cell = CellKind.Gru)]
internal sealed partial class StreamedGruLabeler32;

[SequenceRegressor(Features = 4, Hidden = 32, SequenceLength = 12, Outputs = 8, EveryStep = true, Cell = CellKind.Lstm, RecurrentDropout = 0.3)]
internal sealed partial class StreamedLstmStepRegressor32;

[SequenceLabeler(Features = 5, Hidden = 4, SequenceLength = 12, Labels = 16, Cell = CellKind.Gru)]
internal sealed partial class StreamedGruLabeler4;

[SequenceRegressor(Vocabulary = 13, Hidden = 16, SequenceLength = 12, Outputs = 8, EveryStep = true, Cell = CellKind.Lstm, Embedding = 9)]
internal sealed partial class StreamedEmbeddedLstmStepRegressor16;
