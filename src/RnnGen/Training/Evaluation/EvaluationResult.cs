using System;
using System.Collections.Immutable;

namespace RnnGen;

/// <summary>How a model does on a data set.</summary>
public sealed class EvaluationResult
{
    private const double NatsPerBit = 0.69314718055994530942;

    /// <summary>How many sequences the data set has.</summary>
    public required int SequenceCount { get; init; }

    /// <summary>
    /// How many targets they have: one a sequence where there is one output a sequence, otherwise one for every step that has one. Ignored
    /// labels are not counted.
    /// </summary>
    public required long TargetCount { get; init; }

    /// <summary>
    /// The loss that training minimises: the mean over the sequences that have a target of the mean over their targets of the cross-entropy, in nats, or of a
    /// regressor's mean squared error; both means weighted where labels have weights (<see cref="TrainingOptions.LabelWeights"/>). NaN if no target counts.
    /// </summary>
    public required double Loss { get; init; }

    /// <summary>
    /// The mean over all targets of the cross-entropy, in nats, or of a regressor's mean squared error: long sequences weigh more than short ones, and label weights play no part.
    /// NaN if there is no target.
    /// </summary>
    public required double LossPerToken { get; init; }

    /// <summary>The share of the targets whose most probable output was right; NaN if there is no target, and for a regressor.</summary>
    public required double Accuracy { get; init; }

    /// <summary>
    /// The mean of F1 over the classes that occurred or were predicted, as scikit-learn's f1_score(average="macro") takes it; NaN if there
    /// is none, and for a regressor.
    /// </summary>
    public required double MacroF1 { get; init; }

    /// <summary>Precision, recall and F1 of every class, label or token, by its id; empty for a regressor.</summary>
    public required ImmutableArray<ClassMetrics> Classes { get; init; }

    /// <summary>Which classes were taken for which; null where there are more than 1024 of them, and for a regressor.</summary>
    public required ConfusionMatrix? Confusion { get; init; }

    /// <summary>The errors of a regressor over all its outputs, each counting the same; null for other models.</summary>
    public RegressionMetrics? Regression { get; init; }

    /// <summary>The errors of every output of a regressor; empty for other models.</summary>
    public ImmutableArray<RegressionMetrics> Outputs { get; init; } = [];

    /// <summary>exp(LossPerToken): among how many equally probable outputs the model would be as uncertain as it is; NaN for a regressor.</summary>
    public double Perplexity => Regression is null ? Math.Exp(LossPerToken) : double.NaN;

    /// <summary>LossPerToken in bits: bits per character where tokens are characters; NaN for a regressor.</summary>
    public double BitsPerToken => Regression is null ? LossPerToken / NatsPerBit : double.NaN;
}
