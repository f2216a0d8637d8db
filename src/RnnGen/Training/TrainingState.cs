using System.Collections.Immutable;

namespace RnnGen.Training;

/// <summary>All that a run needs to go on to the same bits as if it had never stopped.</summary>
internal sealed class TrainingState
{
    /// <summary>The parameters, in their own layout.</summary>
    public required float[] Weights { get; init; }

    /// <summary>The parameters of the best epoch, or, without a validation set, of the last one completed.</summary>
    public required float[] KeptWeights { get; init; }

    /// <summary>What features go through; null for a model that reads tokens.</summary>
    public FeatureStandardization? Standardization { get; init; }

    /// <summary>The optimizer's moments, in the layout of the parameters.</summary>
    public required ImmutableArray<float[]> Moments { get; init; }

    /// <summary>
    /// Within an epoch over a continuous text: the states that the last batch ended in, as <see cref="Training.CarriedStates"/> gives them.
    /// Otherwise none.
    /// </summary>
    public ImmutableArray<float[]> CarriedStates { get; init; } = [];

    /// <summary>The counters and sums.</summary>
    public required TrainingCounters Counters { get; init; }

    /// <summary>After how many steps the run was to end, as its schedule saw it.</summary>
    public required long TotalSteps { get; init; }

    /// <summary>The epochs completed.</summary>
    public required ImmutableArray<EpochResult> Epochs { get; init; }

    /// <summary>The options and the data that must be the same when the run goes on.</summary>
    public required string Fingerprint { get; init; }
}
