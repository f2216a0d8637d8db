namespace RnnGen;

/// <summary>A figure of the validation set by which epochs are compared.</summary>
public enum ValidationMetric
{
    /// <summary>The loss: lower is better.</summary>
    Loss,

    /// <summary>The accuracy: higher is better. Not for a regressor.</summary>
    Accuracy,

    /// <summary>Macro F1: higher is better. Not for a regressor.</summary>
    MacroF1,

    /// <summary>A regressor's mean absolute error: lower is better.</summary>
    MeanAbsoluteError,

    /// <summary>A regressor's coefficient of determination: higher is better.</summary>
    RSquared,
}
