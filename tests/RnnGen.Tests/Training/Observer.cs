using System;
using System.Collections.Generic;

namespace RnnGen.Tests.Training;

/// <summary>Is told of progress on the trainer's own thread, and remembers the ends of epochs.</summary>
internal sealed class Observer(Action<EpochResult>? onEpoch = null) : IProgress<TrainingProgress>
{
    public List<TrainingProgress> Reports { get; } = [];

    public void Report(TrainingProgress value)
    {
        Reports.Add(value);
        if (value.Completed is { } epoch)
        {
            onEpoch?.Invoke(epoch);
        }
    }
}
