namespace RnnGen.Demo.Models;

/// <summary>What <see cref="SentenceClassifier"/> does, with a GRU.</summary>
[SequenceClassifier(Vocabulary = 12000, Hidden = 64, SequenceLength = 64, Classes = 20, Cell = CellKind.Gru)]
internal sealed partial class SentenceClassifierGru;
