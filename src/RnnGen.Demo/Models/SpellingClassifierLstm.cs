namespace RnnGen.Demo.Models;

/// <summary>What <see cref="SpellingClassifier"/> does, with an LSTM.</summary>
[SequenceClassifier(Vocabulary = 100, Hidden = 128, SequenceLength = 32, Classes = 20, Cell = CellKind.Lstm)]
internal sealed partial class SpellingClassifierLstm;
