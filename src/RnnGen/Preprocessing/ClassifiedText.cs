namespace RnnGen;

/// <summary>A text and the name of its class: a sample for a classifier.</summary>
/// <param name="Text">The text.</param>
/// <param name="Label">The name of the class.</param>
public readonly record struct ClassifiedText(string Text, string Label);
