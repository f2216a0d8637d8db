namespace RnnGen.Generators.Planning;

/// <summary>Neighbouring gates, which stand elsewhere in what a step keeps than in the weights.</summary>
/// <param name="First">The first of them among the gates of the weights.</param>
/// <param name="FirstOfStep">The first of them in a step.</param>
/// <param name="Count">How many.</param>
internal sealed record GateRange(int First, int FirstOfStep, int Count);
