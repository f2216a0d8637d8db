namespace RnnGen.Tests.Reference;

/// <summary>The sizes and choices that make a reference network.</summary>
internal sealed record ReferenceShape(
    SequenceTask Task,
    int Vocabulary,
    int Hidden,
    int Outputs,
    Nonlinearity Nonlinearity = Nonlinearity.Tanh,
    CellKind Cell = CellKind.Elman);
