using System;
using RnnGen.Benchmarks.Models;
using RnnGen.Benchmarks.Workloads;

namespace RnnGen.Benchmarks.Contestants.Ours;

/// <summary>RnnGen's contestants: the class declared for the hidden size of a workload.</summary>
internal static class OurContestants
{
    /// <summary>RnnGen predicting one sequence after another.</summary>
    public static Contestant Prediction(Workload workload, string name) => workload.Hidden switch
    {
        16 => new SequencePrediction<Classifier16>(workload, name),
        32 => new SequencePrediction<Classifier32>(workload, name),
        64 => new SequencePrediction<Classifier64>(workload, name),
        128 => new SequencePrediction<Classifier128>(workload, name),
        256 => new SequencePrediction<Classifier256>(workload, name),
        _ => throw NotDeclared(workload),
    };

    /// <summary>RnnGen predicting all sequences in one call.</summary>
    public static Contestant Batch(Workload workload) => workload.Hidden switch
    {
        16 => new BatchPrediction<Classifier16>(workload),
        32 => new BatchPrediction<Classifier32>(workload),
        64 => new BatchPrediction<Classifier64>(workload),
        128 => new BatchPrediction<Classifier128>(workload),
        256 => new BatchPrediction<Classifier256>(workload),
        _ => throw NotDeclared(workload),
    };

    /// <summary>RnnGen training.</summary>
    public static Contestant Training(Workload workload, string name, int threads) => workload.Hidden switch
    {
        16 => new TrainingStep<Labeler16>(workload, name, threads),
        32 => new TrainingStep<Labeler32>(workload, name, threads),
        64 => new TrainingStep<Labeler64>(workload, name, threads),
        128 => new TrainingStep<Labeler128>(workload, name, threads),
        256 => new TrainingStep<Labeler256>(workload, name, threads),
        _ => throw NotDeclared(workload),
    };

    private static ArgumentOutOfRangeException NotDeclared(Workload workload) =>
        new(nameof(workload), workload.Hidden, "No model of this hidden size is declared in Models.");
}
