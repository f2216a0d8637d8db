namespace RnnGen;

/// <summary>A token, its most probable label, and how probable that is.</summary>
/// <param name="Token">The token as the text has it.</param>
/// <param name="Label">The name of the label.</param>
/// <param name="Probability">0 to 1.</param>
public readonly record struct TokenPrediction(string Token, string Label, float Probability);
