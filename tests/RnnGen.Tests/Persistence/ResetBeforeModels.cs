namespace RnnGen.Tests.Persistence;

/// <summary>A GRU that resets its state before the recurrent product.</summary>
[SequenceClassifier(Vocabulary = 6, Hidden = 3, SequenceLength = 5, Classes = 2, Layers = 2, Cell = CellKind.Gru, ResetBefore = true)]
internal sealed partial class ResetBeforeGru;

/// <summary>The same sizes, with the reset after the product, as in PyTorch.</summary>
[SequenceClassifier(Vocabulary = 6, Hidden = 3, SequenceLength = 5, Classes = 2, Layers = 2, Cell = CellKind.Gru)]
internal sealed partial class ResetAfterGru;
