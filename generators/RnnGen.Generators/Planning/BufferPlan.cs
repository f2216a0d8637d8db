namespace RnnGen.Generators.Planning;

/// <summary>A buffer of a training workspace, which has a row for every step.</summary>
/// <param name="Name">The constant that names it.</param>
/// <param name="StrideName">The constant that names the distance between its rows.</param>
/// <param name="Meaning">What is in it, for the constant's summary.</param>
internal sealed record BufferPlan(string Name, string StrideName, string Meaning)
{
    /// <summary>How many such buffers follow each other.</summary>
    public int Count { get; init; } = 1;
}
