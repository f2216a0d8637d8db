using System;
using System.Collections.Generic;

namespace RnnGen;

/// <summary>A sequence of real-valued input, each step with the name of its label: a sample for a labeler.</summary>
/// <param name="Features">The numbers of all steps, a row a step, as they were measured.</param>
/// <param name="Labels">One label a step; null for a step without one.</param>
public readonly record struct LabeledFeatures(ReadOnlyMemory<float> Features, IReadOnlyList<string?> Labels);
