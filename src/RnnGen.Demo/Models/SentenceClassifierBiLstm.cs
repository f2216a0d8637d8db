namespace RnnGen.Demo.Models;

/// <summary>What <see cref="SentenceClassifier"/> does, with an LSTM that reads the sentence from both ends; the strongest signs of it decide, wherever they stand.</summary>
[SequenceClassifier(
    Vocabulary = 12000, Hidden = 64, SequenceLength = 64, Classes = 20, Cell = CellKind.Lstm, Bidirectional = true, Embedding = 64, Pooling = Pooling.Max)]
internal sealed partial class SentenceClassifierBiLstm;
