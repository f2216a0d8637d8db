namespace RnnGen;

/// <summary>What the output layer reads of a sequence that gets one answer.</summary>
public enum Pooling
{
    /// <summary>The hidden state after the last step; of a network that reads both ways, beside it the reverse direction's after the first.</summary>
    Last,

    /// <summary>The mean of the hidden states over time.</summary>
    Mean,

    /// <summary>The largest value that each hidden unit had over time.</summary>
    Max,
}
