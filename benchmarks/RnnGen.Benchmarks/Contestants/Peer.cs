using System;
using RnnGen.Benchmarks.Workloads;

namespace RnnGen.Benchmarks.Contestants;

/// <summary>A library that RnnGen is compared with.</summary>
internal sealed class Peer
{
    private readonly Func<Workload, Contestant>? _prediction;
    private readonly Func<Workload, Contestant>? _training;
    private readonly Func<Workload, Contestant?>? _streaming;

    /// <summary>A library that can predict and perhaps train.</summary>
    /// <param name="name">Its name in the tables.</param>
    /// <param name="problem">Why it cannot run here; null if it can.</param>
    /// <param name="prediction">Makes a contestant that classifies all sequences of a workload.</param>
    /// <param name="training">Makes a contestant that trains a labeler; null if the library does not train.</param>
    /// <param name="streaming">Makes a contestant that reads a sequence step by step, null for a cell that the library does not have; null if it does not take part in that.</param>
    public Peer(
        string name,
        string? problem,
        Func<Workload, Contestant>? prediction = null,
        Func<Workload, Contestant>? training = null,
        Func<Workload, Contestant?>? streaming = null)
    {
        Name = name;
        Problem = problem;
        _prediction = problem is null ? prediction : null;
        _training = problem is null ? training : null;
        _streaming = problem is null ? streaming : null;
    }

    /// <summary>Its name in the tables.</summary>
    public string Name { get; }

    /// <summary>Why it cannot run here, in one line; null if it can.</summary>
    public string? Problem { get; }

    /// <summary>A contestant that classifies all sequences of a workload; null if the library cannot run here.</summary>
    public Contestant? Prediction(Workload workload) => _prediction?.Invoke(workload);

    /// <summary>A contestant that trains a labeler; null if the library does not train or cannot run here.</summary>
    public Contestant? Training(Workload workload) => _training?.Invoke(workload);

    /// <summary>A contestant that reads a sequence step by step; null if the library does not take part in that, does not have the cell or cannot run here.</summary>
    public Contestant? Streaming(Workload workload) => _streaming?.Invoke(workload);
}
