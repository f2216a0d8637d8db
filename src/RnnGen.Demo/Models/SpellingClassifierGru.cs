namespace RnnGen.Demo.Models;

/// <summary>What <see cref="SpellingClassifier"/> does, with a GRU.</summary>
[SequenceClassifier(Vocabulary = 100, Hidden = 128, SequenceLength = 32, Classes = 20, Cell = CellKind.Gru)]
internal sealed partial class SpellingClassifierGru;
