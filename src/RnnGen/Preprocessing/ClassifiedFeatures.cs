using System;

namespace RnnGen;

/// <summary>A sequence of real-valued input and the name of its class: a sample for a classifier.</summary>
/// <param name="Features">The numbers of all steps, a row a step, as they were measured.</param>
/// <param name="Label">The name of the class.</param>
public readonly record struct ClassifiedFeatures(ReadOnlyMemory<float> Features, string Label);
