namespace RnnGen.Benchmarks.Contestants.Ceilings;

/// <summary>What the machine needs for one part of the work at least. Has no results.</summary>
/// <param name="name">The name in the tables.</param>
/// <param name="limit">What the machine is limited by, for the share that a contestant reaches of it.</param>
internal abstract class Ceiling(string name, string limit) : Contestant(name)
{
    /// <summary>What the machine is limited by.</summary>
    public string Limit { get; } = limit;

    public override float[] Results() => [];
}
