using System;
using System.Collections.Generic;
using System.Linq;
using RnnGen.Benchmarks.Contestants;
using RnnGen.Benchmarks.Contestants.Ceilings;
using RnnGen.Benchmarks.Contestants.Naive;
using RnnGen.Benchmarks.Contestants.Ours;
using RnnGen.Benchmarks.Workloads;
using RnnGen.Training;
using static System.FormattableString;

namespace RnnGen.Benchmarks.Comparisons;

/// <summary>Contestants that do the same work, RnnGen first.</summary>
/// <param name="Workload">The work.</param>
/// <param name="Flops">The floating-point operations that a run of it needs.</param>
/// <param name="Contestants">Who does it.</param>
internal sealed record Comparison(Workload Workload, double Flops, IReadOnlyList<Contestant> Contestants) : IDisposable
{
    /// <summary>The largest difference between the results of two contestants: single precision over 32 steps, in another order of addition.</summary>
    public const float Tolerance = 1e-4f;

    /// <summary>One prediction of a classifier, one sequence.</summary>
    public static Comparison OfInference(CellKind cell, int hidden)
    {
        Workload workload = Workload.OfEqualLengths(cell, hidden, batch: 1);
        return Create(
            workload,
            workload.InferenceFlops,
            OurContestants.Prediction(workload, ContestantNames.RnnGen),
            Peers.OnnxRuntime.Prediction(workload),
            Peers.TorchSharp.Prediction(workload),
            NaivePrediction.Create(workload),
            new MultiplyAddCeiling(workload.InferenceFlops),
            new LoadCeiling(workload));
    }

    /// <summary>One prediction of a classifier with Elman's cell, one sequence, weight_ih multiplied at each step by all.</summary>
    public static Comparison OfDenseInference(InputKind input, int hidden)
    {
        Workload workload = Workload.OfEqualLengths(CellKind.Elman, hidden, batch: 1, input);
        return Create(
            workload,
            workload.InferenceFlops,
            OurContestants.DensePrediction(workload),
            Peers.OnnxRuntime.Prediction(workload),
            Peers.TorchSharp.Prediction(workload),
            new MultiplyAddCeiling(workload.InferenceFlops),
            new LoadCeiling(workload));
    }

    /// <summary>One sequence of real numbers, read step by step, with outputs at each.</summary>
    public static Comparison OfStreaming(CellKind cell, int hidden)
    {
        Workload workload = Workload.OfStream(cell, hidden);
        double flops = 2.0 * workload.StreamedWeights;
        return Create(
            workload,
            flops,
            OurContestants.Streaming(workload),
            Peers.OnnxRuntime.Streaming(workload),
            Peers.RTNeural.Streaming(workload),
            new NaiveStreaming(workload),
            new MultiplyAddCeiling(flops),
            BandwidthCeiling.FirstLevel(workload.StreamedWeights),
            BandwidthCeiling.SecondLevel(workload.StreamedWeights));
    }

    /// <summary>Many predictions of a classifier.</summary>
    public static Comparison OfThroughput(Workload workload) => Create(
        workload,
        workload.InferenceFlops,
        OurContestants.Batch(workload),
        OurContestants.Prediction(workload, ContestantNames.RnnGenOneByOne),
        Peers.OnnxRuntime.Prediction(workload),
        Peers.TorchSharp.Prediction(workload),
        NaivePrediction.Create(workload),
        new MultiplyAddCeiling(workload.InferenceFlops));

    /// <summary>One step of training a labeler.</summary>
    public static Comparison OfTraining(CellKind cell, int hidden, int batch)
    {
        Workload workload = Workload.OfEqualLengths(cell, hidden, batch);
        return Create(
            workload,
            workload.TrainingFlops,
            OurContestants.Training(workload, ContestantNames.RnnGen, threads: 1),
            OurContestants.Training(workload, ContestantNames.RnnGenTwoThreads, threads: 2),
            Peers.TorchSharp.Training(workload),
            NaiveTraining.Create(workload),
            new MultiplyAddCeiling(workload.TrainingFlops));
    }

    /// <summary>The passes of a training step over as many sequences as a thread takes at a time, one by one and together; beside them a whole step, and the machine.</summary>
    public static Comparison OfPasses(CellKind cell, int hidden)
    {
        Workload workload = Workload.OfEqualLengths(cell, hidden, SequenceBlock.MaxRows);
        return Create(
            workload,
            workload.TrainingFlops,
            OurContestants.TrainingPasses(workload, ContestantNames.RnnGen, Passes.All),
            OurContestants.TrainingPasses(workload, ContestantNames.RnnGenForward, Passes.Forward),
            OurContestants.TrainingPasses(workload, ContestantNames.RnnGenForwardAndBackward, Passes.Forward | Passes.Backward),
            OurContestants.TrainingPasses(workload, ContestantNames.RnnGenWeightGradient, Passes.WeightGradient),
            OurContestants.Training(workload, ContestantNames.RnnGenStep, threads: 1),
            new MultiplyAddCeiling(workload.TrainingFlops));
    }

    /// <summary>The contestant of a name; null if it cannot run here.</summary>
    public Contestant? Find(string name) => Contestants.FirstOrDefault(contestant => contestant.Name == name);

    /// <summary>Runs every contestant once and compares what came out.</summary>
    /// <param name="report">Takes a line for each peer that is left out.</param>
    /// <returns>
    /// The comparison, in place of this one, without the peers that computed something else than RnnGen and another contestant that is not RnnGen's: a library may be wrong on
    /// a machine, and the others can still be compared.
    /// </returns>
    /// <exception cref="InvalidOperationException">
    /// A contestant that is no peer computed something else than RnnGen, or a peer did and nobody agrees with RnnGen. All contestants are disposed.
    /// </exception>
    public Comparison Verified(Action<string> report)
    {
        Contestant[] different;
        try
        {
            different = FindDifferent(report);
        }
        catch
        {
            Dispose();
            throw;
        }

        foreach (Contestant contestant in different)
        {
            contestant.Dispose();
        }

        return this with { Contestants = [.. Contestants.Except(different)] };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Contestant contestant in Contestants)
        {
            contestant.Dispose();
        }
    }

    private static Comparison Create(Workload workload, double flops, params IEnumerable<Contestant?> contestants)
    {
        var present = new List<Contestant>();
        foreach (Contestant? contestant in contestants)
        {
            if (contestant is not null)
            {
                present.Add(contestant);
            }
        }

        return new Comparison(workload, flops, present);
    }

    private Contestant[] FindDifferent(Action<string> report)
    {
        float[] expected = [];
        bool isConfirmed = false;
        var different = new List<(Contestant Contestant, string Difference)>();
        foreach (Contestant contestant in Contestants)
        {
            contestant.Run();
            float[] results = [.. contestant.Results()];
            if (expected.Length == 0)
            {
                expected = results;
            }
            else if (results.Length > 0 && FindDifference(contestant.Name, expected, results) is { } difference)
            {
                different.Add((contestant, difference));
            }
            else
            {
                isConfirmed |= results.Length > 0 && !ContestantNames.IsOurs(contestant.Name);
            }
        }

        foreach ((Contestant contestant, string difference) in different)
        {
            if (!isConfirmed || !Peers.All.Any(peer => peer.Name == contestant.Name))
            {
                throw new InvalidOperationException($"{difference}: they do not do the same work.");
            }

            report($"Hidden {Workload.Hidden}: {difference}. Another contestant agrees with RnnGen, so that {contestant.Name} is left out.");
        }

        return [.. different.Select(each => each.Contestant)];
    }

    private static string? FindDifference(string name, float[] expected, float[] results)
    {
        if (results.Length != expected.Length)
        {
            return Invariant($"{name} computed {results.Length} numbers where RnnGen computed {expected.Length}");
        }

        for (int i = 0; i < expected.Length; i++)
        {
            // Written so that NaN is a difference.
            if (!(MathF.Abs(results[i] - expected[i]) <= Tolerance))
            {
                return Invariant($"{name} computed {results[i]} where RnnGen computed {expected[i]} (result {i})");
            }
        }

        return null;
    }
}
