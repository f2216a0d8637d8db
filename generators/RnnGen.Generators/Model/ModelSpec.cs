namespace RnnGen.Generators.Model;

/// <summary>What a declaration asks for: plain values, structurally equal, so that an edit that changes none of them changes nothing.</summary>
/// <param name="Type">Where the class stands in the consumer's code.</param>
/// <param name="Task">What the model answers.</param>
/// <param name="Cell">The recurrent cell.</param>
/// <param name="Nonlinearity">The Elman cell's nonlinearity.</param>
/// <param name="Vocabulary">Number of tokens; 0 where a step reads real numbers.</param>
/// <param name="Hidden">Number of hidden units, in each direction of each layer.</param>
/// <param name="SequenceLength">Longest sequence in steps.</param>
/// <param name="Outputs">Classes, labels, real outputs, or the vocabulary again.</param>
internal sealed record ModelSpec(
    TypeSpec Type,
    ModelTask Task,
    ModelCell Cell,
    ModelNonlinearity Nonlinearity,
    int Vocabulary,
    int Hidden,
    int SequenceLength,
    int Outputs)
{
    /// <summary>Whether a GRU resets the state before the recurrent product of the candidate, not after it.</summary>
    public bool ResetsBefore { get; init; }

    /// <summary>Recurrent layers, one on top of the other.</summary>
    public int Layers { get; init; } = 1;

    /// <summary>Whether every layer also reads the sequence from its end.</summary>
    public bool IsBidirectional { get; init; }

    /// <summary>Numbers that stand for a token; 0 where a token is a row of U.</summary>
    public int Embedding { get; init; }

    /// <summary>Real numbers that a step reads; 0 where it reads a token.</summary>
    public int Features { get; init; }

    /// <summary>Whether the output layer's weights are the embedding.</summary>
    public bool TiesEmbedding { get; init; }

    /// <summary>The probability that training drops a number between the embedding and the first layer, and between layers.</summary>
    public double Dropout { get; init; }

    /// <summary>The probability that training drops a hidden unit from step to step.</summary>
    public double RecurrentDropout { get; init; }

    /// <summary>What the output layer reads of a sequence that has one output.</summary>
    public ModelPooling Pooling { get; init; }

    /// <summary>Whether a regressor answers at every step.</summary>
    public bool AnswersEveryStep { get; init; }

    /// <summary>Whether every step has an output, not only the sequence.</summary>
    public bool HasOutputEveryStep => Task == ModelTask.Regression ? AnswersEveryStep : Task != ModelTask.Classification;
}
