namespace RnnGen.Tests.Reference;

/// <summary>What one output for a whole sequence is computed from.</summary>
internal enum SequenceSummary
{
    /// <summary>The forward state of the last step and the reverse state of the first.</summary>
    Last,

    /// <summary>The mean over time of each unit.</summary>
    Mean,

    /// <summary>The largest value over time of each unit.</summary>
    Max,
}
