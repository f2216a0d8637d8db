namespace RnnGen.Generators.Emission;

/// <summary>A part of a prediction's memory.</summary>
/// <param name="Name">The name of its span.</param>
/// <param name="Length">How many floats, as the generated code has it.</param>
/// <param name="Floats">That number.</param>
internal sealed record MemoryPart(string Name, string Length, int Floats);
