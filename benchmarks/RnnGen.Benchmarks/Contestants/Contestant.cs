using System;

namespace RnnGen.Benchmarks.Contestants;

/// <summary>One way to do the work of a comparison, prepared so that nothing but the work itself is timed.</summary>
internal abstract class Contestant(string name) : IDisposable
{
    /// <summary>The name in the tables.</summary>
    public string Name { get; } = name;

    /// <summary>Does the work once: predicts every sequence of the workload, or takes one step of training on them.</summary>
    public abstract void Run();

    /// <summary>What the last run computed, for the comparison with the others; see the classes that derive.</summary>
    public abstract float[] Results();

    /// <summary>Frees what the contestant holds.</summary>
    public virtual void Dispose()
    {
    }
}
