using System;

namespace RnnGen.Inference;

/// <summary>A step of a stream of real numbers, in memory that it is lent: see <see cref="StepMemory"/>. Generated code implements it.</summary>
public interface IFeatureStep
{
    /// <summary>Reads one more step.</summary>
    /// <param name="parameters">The model's ParameterStorage numbers.</param>
    /// <param name="standardization">What the features go through first.</param>
    /// <param name="features">The step's FeatureCount numbers.</param>
    /// <param name="state">The StateSize numbers of the streaming state.</param>
    /// <param name="outputs">Receives as many outputs as the model has.</param>
    /// <param name="memory">As many floats as were asked for, on a 64-byte boundary; their contents are undefined.</param>
    /// <returns>The most probable class; 0 for a regressor.</returns>
    static abstract int Step(
        ReadOnlySpan<float> parameters, FeatureStandardization standardization, ReadOnlySpan<float> features, Span<float> state, Span<float> outputs, Span<float> memory);
}
