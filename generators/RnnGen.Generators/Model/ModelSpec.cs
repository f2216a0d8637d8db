namespace RnnGen.Generators.Model;

/// <summary>What a declaration asks for: plain values, structurally equal, so that an edit that changes none of them changes nothing.</summary>
/// <param name="Type">Where the class stands in the consumer's code.</param>
/// <param name="Task">What the model answers.</param>
/// <param name="Cell">The recurrent cell.</param>
/// <param name="Nonlinearity">The Elman cell's nonlinearity.</param>
/// <param name="Vocabulary">Number of tokens.</param>
/// <param name="Hidden">Number of hidden units.</param>
/// <param name="SequenceLength">Longest sequence in steps.</param>
/// <param name="Outputs">Classes, labels, or the vocabulary again.</param>
internal sealed record ModelSpec(
    TypeSpec Type,
    ModelTask Task,
    ModelCell Cell,
    ModelNonlinearity Nonlinearity,
    int Vocabulary,
    int Hidden,
    int SequenceLength,
    int Outputs);
