namespace RnnGen.Demo.Models;

/// <summary>What <see cref="SpellingClassifier"/> does, with an LSTM that reads the word from both ends; the strongest signs of it decide, wherever they stand.</summary>
[SequenceClassifier(Vocabulary = 100, Hidden = 128, SequenceLength = 32, Classes = 20, Cell = CellKind.Lstm, Bidirectional = true, Pooling = Pooling.Max, RecurrentDropout = 0.25)]
internal sealed partial class SpellingClassifierBiLstm;
