namespace RnnGen.Demo.Runs;

/// <summary>How a model is trained.</summary>
internal sealed record TrainingSettings
{
    /// <summary>How often the whole training set is read, unless patience runs out.</summary>
    public required int Epochs { get; init; }

    /// <summary>How many sequences share a step.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>Adam's step size at the start; it falls to zero along half a cosine wave.</summary>
    public required double LearningRate { get; init; }

    /// <summary>Decoupled weight decay (AdamW).</summary>
    public double WeightDecay { get; init; }

    /// <summary>The largest norm of a gradient.</summary>
    public double ClipNorm { get; init; } = 1;

    /// <summary>Where the weights and the order of the batches start.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many threads work; 0 for one a processor.</summary>
    public int Threads { get; init; }

    /// <summary>Which figure of the development set says which epoch is best, and when none is better any more.</summary>
    public ValidationMetric Monitor { get; init; } = ValidationMetric.Accuracy;

    /// <summary>
    /// Whether the weights are those of the last epoch, so that nothing is chosen by the sequences that are measured on; otherwise those of the epoch that does
    /// best on them.
    /// </summary>
    public bool KeepsLastEpoch { get; init; }

    /// <summary>After how many epochs without a better figure training stops; 0 for never.</summary>
    public int Patience { get; init; }

    /// <summary>The same in the library's terms.</summary>
    public TrainingOptions ToOptions() => new()
    {
        Epochs = Epochs,
        BatchSize = BatchSize,
        Optimizer = Optimizers.AdamW(LearningRate, weightDecay: WeightDecay),
        Schedule = LearningRateSchedules.Cosine(),
        ClipNorm = ClipNorm,
        Seed = Seed,
        Threads = Threads,
        Monitor = Monitor,
        Patience = Patience == 0 ? null : Patience,
        RestoreBestWeights = !KeepsLastEpoch,
    };
}
