using System;

namespace RnnGen.Benchmarks.Contestants.Ours;

/// <summary>What a step of training is made of, but for loading the batch and the update.</summary>
[Flags]
internal enum Passes
{
    /// <summary>From tokens to losses.</summary>
    Forward = 1,

    /// <summary>From losses to the gradients of all steps; after <see cref="Forward"/>, whose numbers it overwrites.</summary>
    Backward = 2,

    /// <summary>From the gradients of all steps to that of the weights.</summary>
    WeightGradient = 4,

    /// <summary>All three.</summary>
    All = Forward | Backward | WeightGradient,
}
