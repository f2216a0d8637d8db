namespace RnnGen.Tests.Models;

[SequenceRegressor(Features = 5, Hidden = 57, SequenceLength = 12, Outputs = 3, EveryStep = true, Cell = CellKind.Gru)]
internal sealed partial class OutgrownGruStepRegressor57;

[SequenceLabeler(Features = 16, Hidden = 48, SequenceLength = 12, Labels = 8, Cell = CellKind.Lstm, RecurrentDropout = 0.3)]
internal sealed partial class OutgrownLstmLabeler48;

[SequenceClassifier(Features = 7, Hidden = 90, SequenceLength = 12, Classes = 4, Pooling = Pooling.Mean, RecurrentDropout = 0.2)]
internal sealed partial class OutgrownElmanClassifier90;

[SequenceGenerator(Vocabulary = 13, Hidden = 64, SequenceLength = 12, Cell = CellKind.Gru, Embedding = 9)]
internal sealed partial class OutgrownGruGenerator64;

[SequenceGenerator(Vocabulary = 13, Hidden = 64, SequenceLength = 12, Cell = CellKind.Lstm, Embedding = 64, TieEmbedding = true)]
internal sealed partial class OutgrownTiedLstmGenerator64;

[SequenceRegressor(Features = 3, Hidden = 184, SequenceLength = 12, Outputs = 2, EveryStep = true, Cell = CellKind.Lstm)]
internal sealed partial class OutgrownLstmStepRegressor184;

[SequenceLabeler(Features = 9, Hidden = 112, SequenceLength = 12, Labels = 5)]
internal sealed partial class OutgrownElmanLabeler112;

[SequenceRegressor(Features = 16, Hidden = 100, SequenceLength = 12, Outputs = 8, EveryStep = true)]
internal sealed partial class OutgrownElmanStepRegressor100;

[SequenceRegressor(Features = 1, Hidden = 144, SequenceLength = 12, Outputs = 8, EveryStep = true)]
internal sealed partial class OutgrownElmanStepRegressor144;

[SequenceLabeler(Features = 1, Hidden = 64, SequenceLength = 12, Labels = 3, Cell = CellKind.Gru)]
internal sealed partial class OutgrownGruLabeler64;

[SequenceClassifier(Features = 7, Hidden = 64, SequenceLength = 12, Classes = 4, Pooling = Pooling.Mean, Cell = CellKind.Lstm)]
internal sealed partial class OutgrownLstmClassifier64;
