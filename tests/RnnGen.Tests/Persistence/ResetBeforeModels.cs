namespace RnnGen.Tests.Persistence;

/// <summary>The original GRU.</summary>
[SequenceClassifier(Vocabulary = 6, Hidden = 3, SequenceLength = 5, Classes = 2, Layers = 2, Cell = CellKind.Gru, ResetBefore = true)]
internal sealed partial class ResetBeforeGru;

/// <summary>The same sizes with PyTorch's.</summary>
[SequenceClassifier(Vocabulary = 6, Hidden = 3, SequenceLength = 5, Classes = 2, Layers = 2, Cell = CellKind.Gru)]
internal sealed partial class ResetAfterGru;
