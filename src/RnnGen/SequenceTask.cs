namespace RnnGen;

/// <summary>What a model answers about a sequence.</summary>
public enum SequenceTask
{
    /// <summary>One class for the whole sequence, read from the last hidden state.</summary>
    Classification,

    /// <summary>One label for every step.</summary>
    Labeling,

    /// <summary>The distribution of the next token after every token.</summary>
    Generation,

    /// <summary>Real numbers: once for the whole sequence, read from the last hidden state, or after every step.</summary>
    Regression,
}
