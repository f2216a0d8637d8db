namespace RnnGen;

/// <summary>A figure of the validation set by which epochs are compared.</summary>
public enum ValidationMetric
{
    /// <summary>The loss: lower is better.</summary>
    Loss,

    /// <summary>The accuracy: higher is better.</summary>
    Accuracy,

    /// <summary>Macro F1: higher is better.</summary>
    MacroF1,
}
