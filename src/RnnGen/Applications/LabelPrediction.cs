namespace RnnGen;

/// <summary>A class and how probable it is.</summary>
/// <param name="Label">The name of the class.</param>
/// <param name="Probability">0 to 1.</param>
public readonly record struct LabelPrediction(string Label, float Probability);
