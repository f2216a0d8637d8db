using System;
using RnnGen.Benchmarks.Models;
using RnnGen.Benchmarks.Workloads;

namespace RnnGen.Benchmarks.Contestants.Ours;

/// <summary>RnnGen's contestants: the class declared for the cell and the hidden size of a workload.</summary>
internal static class OurContestants
{
    /// <summary>RnnGen predicting one sequence after another.</summary>
    public static Contestant Prediction(Workload workload, string name) => (workload.Cell, workload.Hidden) switch
    {
        (CellKind.Elman, 16) => new SequencePrediction<Classifier16>(workload, name),
        (CellKind.Elman, 32) => new SequencePrediction<Classifier32>(workload, name),
        (CellKind.Elman, 64) => new SequencePrediction<Classifier64>(workload, name),
        (CellKind.Elman, 128) => new SequencePrediction<Classifier128>(workload, name),
        (CellKind.Elman, 256) => new SequencePrediction<Classifier256>(workload, name),
        (CellKind.Gru, 16) => new SequencePrediction<GruClassifier16>(workload, name),
        (CellKind.Gru, 32) => new SequencePrediction<GruClassifier32>(workload, name),
        (CellKind.Gru, 64) => new SequencePrediction<GruClassifier64>(workload, name),
        (CellKind.Gru, 128) => new SequencePrediction<GruClassifier128>(workload, name),
        (CellKind.Gru, 256) => new SequencePrediction<GruClassifier256>(workload, name),
        (CellKind.Lstm, 16) => new SequencePrediction<LstmClassifier16>(workload, name),
        (CellKind.Lstm, 32) => new SequencePrediction<LstmClassifier32>(workload, name),
        (CellKind.Lstm, 64) => new SequencePrediction<LstmClassifier64>(workload, name),
        (CellKind.Lstm, 128) => new SequencePrediction<LstmClassifier128>(workload, name),
        (CellKind.Lstm, 256) => new SequencePrediction<LstmClassifier256>(workload, name),
        _ => throw NotDeclared(workload),
    };

    /// <summary>RnnGen predicting one sequence with the product of weight_ih that the peers make at each step, too; of Elman's cell.</summary>
    public static Contestant DensePrediction(Workload workload) => (workload.Input, workload.Hidden) switch
    {
        (InputKind.Features, 16) => new FeaturePrediction<DenseClassifier16>(workload),
        (InputKind.Features, 32) => new FeaturePrediction<DenseClassifier32>(workload),
        (InputKind.Features, 64) => new FeaturePrediction<DenseClassifier64>(workload),
        (InputKind.Features, 128) => new FeaturePrediction<DenseClassifier128>(workload),
        (InputKind.Features, 256) => new FeaturePrediction<DenseClassifier256>(workload),
        (InputKind.Embedding, 16) => new SequencePrediction<EmbeddingClassifier16>(workload, ContestantNames.RnnGen),
        (InputKind.Embedding, 32) => new SequencePrediction<EmbeddingClassifier32>(workload, ContestantNames.RnnGen),
        (InputKind.Embedding, 64) => new SequencePrediction<EmbeddingClassifier64>(workload, ContestantNames.RnnGen),
        (InputKind.Embedding, 128) => new SequencePrediction<EmbeddingClassifier128>(workload, ContestantNames.RnnGen),
        (InputKind.Embedding, 256) => new SequencePrediction<EmbeddingClassifier256>(workload, ContestantNames.RnnGen),
        _ => throw NotDeclared(workload),
    };

    /// <summary>RnnGen reading a sequence step by step.</summary>
    public static Contestant Streaming(Workload workload) => (workload.Cell, workload.Hidden) switch
    {
        (CellKind.Elman, 8) => StreamingSteps.Create<Stream8>(workload),
        (CellKind.Elman, 16) => StreamingSteps.Create<Stream16>(workload),
        (CellKind.Elman, 32) => StreamingSteps.Create<Stream32>(workload),
        (CellKind.Elman, 64) => StreamingSteps.Create<Stream64>(workload),
        (CellKind.Elman, 128) => StreamingSteps.Create<Stream128>(workload),
        (CellKind.Elman, 256) => StreamingSteps.Create<Stream256>(workload),
        (CellKind.Gru, 8) => StreamingSteps.Create<GruStream8>(workload),
        (CellKind.Gru, 16) => StreamingSteps.Create<GruStream16>(workload),
        (CellKind.Gru, 32) => StreamingSteps.Create<GruStream32>(workload),
        (CellKind.Gru, 64) => StreamingSteps.Create<GruStream64>(workload),
        (CellKind.Gru, 128) => StreamingSteps.Create<GruStream128>(workload),
        (CellKind.Gru, 256) => StreamingSteps.Create<GruStream256>(workload),
        (CellKind.Lstm, 8) => StreamingSteps.Create<LstmStream8>(workload),
        (CellKind.Lstm, 16) => StreamingSteps.Create<LstmStream16>(workload),
        (CellKind.Lstm, 32) => StreamingSteps.Create<LstmStream32>(workload),
        (CellKind.Lstm, 64) => StreamingSteps.Create<LstmStream64>(workload),
        (CellKind.Lstm, 128) => StreamingSteps.Create<LstmStream128>(workload),
        (CellKind.Lstm, 256) => StreamingSteps.Create<LstmStream256>(workload),
        _ => throw NotDeclared(workload),
    };

    /// <summary>RnnGen predicting all sequences in one call.</summary>
    public static Contestant Batch(Workload workload) => (workload.Cell, workload.Hidden) switch
    {
        (CellKind.Elman, 16) => new BatchPrediction<Classifier16>(workload),
        (CellKind.Elman, 32) => new BatchPrediction<Classifier32>(workload),
        (CellKind.Elman, 64) => new BatchPrediction<Classifier64>(workload),
        (CellKind.Elman, 128) => new BatchPrediction<Classifier128>(workload),
        (CellKind.Elman, 256) => new BatchPrediction<Classifier256>(workload),
        (CellKind.Gru, 16) => new BatchPrediction<GruClassifier16>(workload),
        (CellKind.Gru, 32) => new BatchPrediction<GruClassifier32>(workload),
        (CellKind.Gru, 64) => new BatchPrediction<GruClassifier64>(workload),
        (CellKind.Gru, 128) => new BatchPrediction<GruClassifier128>(workload),
        (CellKind.Gru, 256) => new BatchPrediction<GruClassifier256>(workload),
        (CellKind.Lstm, 16) => new BatchPrediction<LstmClassifier16>(workload),
        (CellKind.Lstm, 32) => new BatchPrediction<LstmClassifier32>(workload),
        (CellKind.Lstm, 64) => new BatchPrediction<LstmClassifier64>(workload),
        (CellKind.Lstm, 128) => new BatchPrediction<LstmClassifier128>(workload),
        (CellKind.Lstm, 256) => new BatchPrediction<LstmClassifier256>(workload),
        _ => throw NotDeclared(workload),
    };

    /// <summary>RnnGen training.</summary>
    public static Contestant Training(Workload workload, string name, int threads) => (workload.Cell, workload.Hidden) switch
    {
        (CellKind.Elman, 16) => new TrainingStep<Labeler16>(workload, name, threads),
        (CellKind.Elman, 32) => new TrainingStep<Labeler32>(workload, name, threads),
        (CellKind.Elman, 64) => new TrainingStep<Labeler64>(workload, name, threads),
        (CellKind.Elman, 128) => new TrainingStep<Labeler128>(workload, name, threads),
        (CellKind.Elman, 256) => new TrainingStep<Labeler256>(workload, name, threads),
        (CellKind.Gru, 16) => new TrainingStep<GruLabeler16>(workload, name, threads),
        (CellKind.Gru, 32) => new TrainingStep<GruLabeler32>(workload, name, threads),
        (CellKind.Gru, 64) => new TrainingStep<GruLabeler64>(workload, name, threads),
        (CellKind.Gru, 128) => new TrainingStep<GruLabeler128>(workload, name, threads),
        (CellKind.Gru, 256) => new TrainingStep<GruLabeler256>(workload, name, threads),
        (CellKind.Lstm, 16) => new TrainingStep<LstmLabeler16>(workload, name, threads),
        (CellKind.Lstm, 32) => new TrainingStep<LstmLabeler32>(workload, name, threads),
        (CellKind.Lstm, 64) => new TrainingStep<LstmLabeler64>(workload, name, threads),
        (CellKind.Lstm, 128) => new TrainingStep<LstmLabeler128>(workload, name, threads),
        (CellKind.Lstm, 256) => new TrainingStep<LstmLabeler256>(workload, name, threads),
        _ => throw NotDeclared(workload),
    };

    /// <summary>RnnGen in some of the passes of a step of training.</summary>
    public static Contestant TrainingPasses(Workload workload, string name, Passes passes) => (workload.Cell, workload.Hidden) switch
    {
        (CellKind.Elman, 16) => new TrainingPasses<Labeler16>(workload, name, passes),
        (CellKind.Elman, 32) => new TrainingPasses<Labeler32>(workload, name, passes),
        (CellKind.Elman, 64) => new TrainingPasses<Labeler64>(workload, name, passes),
        (CellKind.Elman, 128) => new TrainingPasses<Labeler128>(workload, name, passes),
        (CellKind.Elman, 256) => new TrainingPasses<Labeler256>(workload, name, passes),
        (CellKind.Gru, 16) => new TrainingPasses<GruLabeler16>(workload, name, passes),
        (CellKind.Gru, 32) => new TrainingPasses<GruLabeler32>(workload, name, passes),
        (CellKind.Gru, 64) => new TrainingPasses<GruLabeler64>(workload, name, passes),
        (CellKind.Gru, 128) => new TrainingPasses<GruLabeler128>(workload, name, passes),
        (CellKind.Gru, 256) => new TrainingPasses<GruLabeler256>(workload, name, passes),
        (CellKind.Lstm, 16) => new TrainingPasses<LstmLabeler16>(workload, name, passes),
        (CellKind.Lstm, 32) => new TrainingPasses<LstmLabeler32>(workload, name, passes),
        (CellKind.Lstm, 64) => new TrainingPasses<LstmLabeler64>(workload, name, passes),
        (CellKind.Lstm, 128) => new TrainingPasses<LstmLabeler128>(workload, name, passes),
        (CellKind.Lstm, 256) => new TrainingPasses<LstmLabeler256>(workload, name, passes),
        _ => throw NotDeclared(workload),
    };

    private static ArgumentOutOfRangeException NotDeclared(Workload workload) =>
        new(nameof(workload), workload.Hidden, $"No model of this hidden size with the cell {workload.Cell} that reads {workload.Input} is declared in Models.");
}
