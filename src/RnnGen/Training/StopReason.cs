namespace RnnGen;

/// <summary>Why training stopped.</summary>
public enum StopReason
{
    /// <summary>The number of epochs asked for was done.</summary>
    EpochsCompleted,

    /// <summary>The number of steps asked for was done.</summary>
    StepsCompleted,

    /// <summary>The mean training loss of an epoch was zero: there is nothing left to learn.</summary>
    LossReachedZero,

    /// <summary>The mean training loss of an epoch fell under the threshold asked for.</summary>
    LossUnderThreshold,

    /// <summary>The monitored figure of the validation set stopped improving.</summary>
    NoImprovement,

    /// <summary>The caller cancelled.</summary>
    Cancelled,
}
