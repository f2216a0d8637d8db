namespace RnnGen.Generators.Model;

/// <summary>A declaration, valid or not. An invalid one keeps its place among the others while its author is still typing.</summary>
/// <param name="Name">The hint name of the class.</param>
/// <param name="Spec">What it asks for; null if it is invalid.</param>
internal sealed record ModelCandidate(string Name, ModelSpec? Spec);
