namespace RnnGen.Demo.Models;

/// <summary>What <see cref="SentimentClassifier"/> does, with a smaller LSTM that reads the sentence from both ends; the strongest signs of it decide, wherever they stand.</summary>
[SequenceClassifier(
    Vocabulary = 12000, Hidden = 32, SequenceLength = 64, Classes = 2, Cell = CellKind.Lstm, Bidirectional = true, Pooling = Pooling.Max)]
internal sealed partial class SentimentClassifierBiLstm;
