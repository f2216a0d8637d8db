namespace RnnGen;

/// <summary>What the output layer reads of a sequence that gets one answer.</summary>
public enum Pooling
{
    /// <summary>The hidden state after the last step; of a network that reads both ways, beside it the reverse direction's after the first.</summary>
    Last,

    /// <summary>The mean of the hidden states over time. In a stream, all steps so far count half from a million steps on, and again after each half million more, so that the mean never stands still.</summary>
    Mean,

    /// <summary>The largest value that each hidden unit had over time.</summary>
    Max,
}
