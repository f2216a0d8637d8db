namespace RnnGen.Demo.Models;

/// <summary>What <see cref="SentenceClassifier"/> does, with an LSTM.</summary>
[SequenceClassifier(Vocabulary = 12000, Hidden = 64, SequenceLength = 64, Classes = 20, Cell = CellKind.Lstm)]
internal sealed partial class SentenceClassifierLstm;
