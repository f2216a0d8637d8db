namespace RnnGen.Tests.Reference;

/// <summary>The sizes and choices that make a reference network.</summary>
internal sealed record ReferenceShape(
    SequenceTask Task,
    int Vocabulary,
    int Hidden,
    int Outputs,
    Nonlinearity Nonlinearity = Nonlinearity.Tanh,
    CellKind Cell = CellKind.Elman)
{
    public int Layers { get; init; } = 1;

    /// <summary>Whether each layer also reads from the last step to the first.</summary>
    public bool Bidirectional { get; init; }

    /// <summary>The columns of the table that tokens are looked up in; 0 for none, where the first layer reads one-hot vectors.</summary>
    public int Embedding { get; init; }

    /// <summary>Whether the embedding is the output layer's matrix too.</summary>
    public bool TieEmbedding { get; init; }

    /// <summary>How many real numbers a step has in place of a token; 0 for tokens.</summary>
    public int Features { get; init; }

    /// <summary>What the one output of a sequence is computed from.</summary>
    public Pooling Pooling { get; init; }

    /// <summary>Whether a GRU resets the state before the recurrent product, not after it.</summary>
    public bool ResetBefore { get; init; }

    /// <summary>Whether a regressor has a row of outputs after every step.</summary>
    public bool EveryStep { get; init; }

    public int Directions => Bidirectional ? 2 : 1;

    /// <summary>The length of what a step of the top layer answers.</summary>
    public int TopSize => Directions * Hidden;

    /// <summary>Whether a sequence has one row of outputs, not one a step.</summary>
    public bool HasOneOutput => Task == SequenceTask.Classification || (IsRegressor && !EveryStep);

    /// <summary>Whether the outputs are numbers to be near to, not logits.</summary>
    public bool IsRegressor => Task == SequenceTask.Regression;

    /// <summary>The length of what a layer reads at a step.</summary>
    public int InputSize(int layer) => (layer, Features, Embedding) switch
    {
        ( > 0, _, _) => TopSize,
        (_, > 0, _) => Features,
        (_, _, > 0) => Embedding,
        _ => Vocabulary,
    };
}
