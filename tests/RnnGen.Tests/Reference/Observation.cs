namespace RnnGen.Tests.Reference;

/// <summary>A sequence with its true outputs.</summary>
/// <param name="Tokens">What the network reads, without padding.</param>
/// <param name="Targets">One for a classifier, otherwise one a token; -1 where a step is not counted.</param>
internal sealed record Observation(int[] Tokens, int[] Targets);
