namespace RnnGen;

/// <summary>What a model answers about a sequence.</summary>
public enum SequenceTask
{
    /// <summary>One class for the whole sequence, read from its summary: the last hidden state, or what <see cref="Pooling"/> says.</summary>
    Classification,

    /// <summary>One label for every step.</summary>
    Labeling,

    /// <summary>The distribution of the next token after every token.</summary>
    Generation,

    /// <summary>Real numbers: once for the whole sequence, read from its summary, or after every step.</summary>
    Regression,
}
