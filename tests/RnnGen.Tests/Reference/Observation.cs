namespace RnnGen.Tests.Reference;

/// <summary>A sequence with its true outputs.</summary>
/// <param name="Tokens">What the network reads, without padding; empty where it reads <see cref="Inputs"/>.</param>
/// <param name="Targets">One for a classifier, otherwise one a step; -1 where it is not counted. Empty for a regressor.</param>
internal sealed record Observation(int[] Tokens, int[] Targets)
{
    /// <summary>The real numbers that the network reads in place of tokens, a row a step.</summary>
    public double[][]? Inputs { get; init; }

    /// <summary>What a regressor should answer: one row, or a row a step, of NaN where the step is not counted.</summary>
    public double[][]? Values { get; init; }

    /// <summary>
    /// The state that an earlier window of the same text ended in, as <see cref="ReferenceNetwork.FinalState(TensorSet, Observation)"/> gives
    /// it; zero if null.
    /// </summary>
    public double[]? InitialState { get; init; }

    /// <summary>What training drops of this sequence; nothing if null.</summary>
    public DropoutMasks? Dropout { get; init; }

    public int Length => Inputs?.Length ?? Tokens.Length;
}
