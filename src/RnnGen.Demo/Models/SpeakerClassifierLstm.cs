namespace RnnGen.Demo.Models;

/// <summary>What <see cref="SpeakerClassifier"/> does, with an LSTM.</summary>
[SequenceClassifier(Features = 12, Hidden = 64, SequenceLength = 30, Classes = 9, Cell = CellKind.Lstm, Pooling = Pooling.Mean, RecurrentDropout = 0.5)]
internal sealed partial class SpeakerClassifierLstm;
