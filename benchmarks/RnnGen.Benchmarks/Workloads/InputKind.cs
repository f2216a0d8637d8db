namespace RnnGen.Benchmarks.Workloads;

/// <summary>What the network of a workload reads at a step.</summary>
internal enum InputKind
{
    /// <summary>A token. RnnGen reads a row of U; the peers multiply an embedding by weight_ih.</summary>
    Tokens,

    /// <summary>A token. All of them multiply an embedding by weight_ih.</summary>
    Embedding,

    /// <summary>Real numbers. All of them multiply them by weight_ih.</summary>
    Features,
}
