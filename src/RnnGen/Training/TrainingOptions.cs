using System;
using System.Collections.Generic;
using RnnGen.Training;

namespace RnnGen;

/// <summary>How <see cref="Trainer"/> trains, and when it is satisfied.</summary>
public sealed record TrainingOptions
{
    internal const int DefaultEpochs = 10;

    /// <summary>
    /// After how many passes over the data set training stops: at least 1. Null, the default, is 10 epochs, or no limit where <see
    /// cref="MaxSteps"/> is given.
    /// </summary>
    public int? Epochs { get; init; }

    /// <summary>After how many steps, which are updates of the weights, training stops: at least 1; null for no limit.</summary>
    public long? MaxSteps { get; init; }

    /// <summary>
    /// How many sequences a step learns from: at least 1. The last batch of an epoch may be smaller. A continuous text is read as so many
    /// streams side by side (<see cref="SequenceDataset.ForContinuousText"/>), and should have many times as many windows.
    /// </summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>The optimizer.</summary>
    public Optimizer Optimizer { get; init; } = Optimizers.Adam();

    /// <summary>How the learning rate changes as training goes on.</summary>
    public LearningRateSchedule Schedule { get; init; } = LearningRateSchedules.Constant;

    /// <summary>
    /// The largest norm that the gradient of all parameters together may have, above 0; a longer one is shortened to it. Null for no
    /// clipping. The bias of a cell counts once, where PyTorch's two count twice (<see cref="Optimizers"/>).
    /// </summary>
    public double? ClipNorm { get; init; }

    /// <summary>
    /// How much each class or label counts in the loss: a number for each, by its id, finite and 0 or above; null if all count the same.
    /// For classes that do not occur equally often, <see cref="RnnGen.LabelWeights.Balanced"/> gives the usual numbers.
    /// </summary>
    /// <remarks>
    /// With w the weights, l the cross-entropies and y the true labels, a classifier's loss is sum_i w[y_i] l_i / sum_i w[y_i], as that of
    /// PyTorch's CrossEntropyLoss(weight=w). A labeler's is the mean over the sequences that have a step that counts of sum_t w[y_t] l_t /
    /// sum_t w[y_t]. The validation loss has the same weights; accuracy and F1 have none. Generators have no labels.
    /// </remarks>
    public IReadOnlyList<float>? LabelWeights { get; init; }

    /// <summary>
    /// The ids of classes or labels that are not looked at: where one is true, the output does not count, in the loss, its gradient, or a
    /// figure of the validation set, as if the step had no label. (A label of weight 0 does not count in the loss, but in accuracy and F1.) A batch in which no output counts is a step all the same,
    /// of a gradient of 0, in which the optimizer goes on by its moments and its weight decay.
    /// </summary>
    public IReadOnlyList<int> IgnoredLabels { get; init; } = [];

    /// <summary>
    /// Whether training begins with fitting the model's standardisation to the data set, if the model reads features; otherwise, as for a
    /// model that is trained further, it stays as it is. (A resumed run goes on with that of its checkpoint.)
    /// </summary>
    public bool FitStandardization { get; init; } = true;

    /// <summary>The seed of the order in which the sequences are visited, and of what dropout drops. (The seed of the initial weights is the model's own.)</summary>
    public long Seed { get; init; }

    /// <summary>
    /// Whether every epoch visits the sequences in a new random order; otherwise in that of the data set. A continuous text keeps its
    /// order.
    /// </summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>
    /// Training stops when the mean training loss of an epoch is under this: 0 or more. (It always stops when the loss has reached zero.)
    /// </summary>
    public double LossThreshold { get; init; }

    /// <summary>
    /// Training stops when so many epochs in a row did not improve the <see cref="Monitor"/>: at least 1; null to go on. Needs a validation
    /// set.
    /// </summary>
    public int? Patience { get; init; }

    /// <summary>
    /// By how much the monitored figure must be better than that of the best epoch to count as improved: 0 or more. An epoch that does not improve is not the best one either: its weights are not kept.
    /// </summary>
    public double MinimumImprovement { get; init; }

    /// <summary>Which figure of the validation set says which epoch is best; of no effect without a validation set.</summary>
    public ValidationMetric Monitor { get; init; } = ValidationMetric.Loss;

    /// <summary>
    /// Whether the model is given back with the weights of its best epoch; otherwise with the last. Without a validation set: the last.
    /// </summary>
    public bool RestoreBestWeights { get; init; } = true;

    /// <summary>How many threads work: up to 1,024; 0 for as many as there are processors. The weights are the same bits for every number.</summary>
    /// <remarks>
    /// A step shares out blocks of eight sequences, or, for models of up to a million parameters that are not mostly rows of tokens, shards of the batch, of
    /// which there are 16 at most and 8 beyond 65,536 parameters. More threads than these wait for the update.
    /// </remarks>
    public int Threads { get; init; }

    /// <summary>
    /// Where the state of the run is saved, so that <see cref="Trainer.Resume"/> can continue it to the same bits; null for nowhere. The
    /// file is replaced as a whole or not at all.
    /// </summary>
    public string? CheckpointPath { get; init; }

    /// <summary>
    /// How many epochs lie between two checkpoints: at least 1. The state is also saved when training stops or is cancelled.
    /// </summary>
    public int CheckpointEvery { get; init; } = 1;

    internal int EpochLimit => Epochs ?? (MaxSteps is null ? DefaultEpochs : int.MaxValue);

    internal void Validate(SequenceTask task, bool hasValidation)
    {
        Require(Epochs is null or >= 1, nameof(Epochs), Epochs, "at least 1, or null");
        Require(MaxSteps is null or >= 1, nameof(MaxSteps), MaxSteps, "at least 1, or null for no limit");
        Require(BatchSize >= 1, nameof(BatchSize), BatchSize, "at least 1");
        Require(Optimizer is not null, nameof(Optimizer), Optimizer, "an optimizer, not null");
        Require(Schedule is not null, nameof(Schedule), Schedule, "a schedule, not null");
        Require(ClipNorm is null or > 0, nameof(ClipNorm), ClipNorm, "above 0, or null for no clipping");
        Require(IgnoredLabels is not null, nameof(IgnoredLabels), IgnoredLabels, "a list, not null");
        Require(IsFiniteAndNotNegative(LossThreshold), nameof(LossThreshold), LossThreshold, "finite, and 0 or above");
        Require(Patience is null or >= 1, nameof(Patience), Patience, "at least 1, or null");
        Require(Patience is null || hasValidation, nameof(Patience), Patience, "null without a validation set");
        Require(IsFiniteAndNotNegative(MinimumImprovement), nameof(MinimumImprovement), MinimumImprovement, "finite, and 0 or above");
        Require(Enum.IsDefined(Monitor), nameof(Monitor), Monitor, "one of the named figures");
        Require(
            Monitor == ValidationMetric.Loss
                || (Monitor is ValidationMetric.MeanAbsoluteError or ValidationMetric.RSquared) == (task == SequenceTask.Regression),
            nameof(Monitor),
            Monitor,
            task == SequenceTask.Regression ? "Loss, MeanAbsoluteError or RSquared for a regressor" : $"Loss, Accuracy or MacroF1 for {task}");
        Require(Threads is >= 0 and <= ThreadTeam.MostThreads, nameof(Threads), Threads, "1 to 1,024, or 0 for as many as there are processors");
        Require(CheckpointPath is not { Length: 0 }, nameof(CheckpointPath), CheckpointPath, "a path, or null for no checkpoints");
        Require(CheckpointEvery >= 1, nameof(CheckpointEvery), CheckpointEvery, "at least 1");
    }

    private static bool IsFiniteAndNotNegative(double value) => double.IsFinite(value) && value >= 0;

    private static void Require(bool valid, string option, object? value, string expected)
    {
        if (!valid)
        {
            throw new ArgumentOutOfRangeException(option, value, $"The training option {option} must be {expected}.");
        }
    }
}
