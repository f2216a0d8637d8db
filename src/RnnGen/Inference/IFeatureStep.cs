using System;

namespace RnnGen.Inference;

/// <summary>A step of a stream of real numbers, in memory that it is lent: see <see cref="StepMemory"/>. Generated code implements it.</summary>
public interface IFeatureStep
{
    /// <summary>Reads one more step.</summary>
    /// <param name="parameters">The model's numbers as its kernels have them.</param>
    /// <param name="standardization">What the features go through first.</param>
    /// <param name="features">The step's features.</param>
    /// <param name="state">The streaming state.</param>
    /// <param name="outputs">Receives the outputs.</param>
    /// <param name="memory">Aligned memory of undefined contents.</param>
    /// <returns>The most probable class; 0 for a regressor.</returns>
    static abstract int Step(
        ReadOnlySpan<float> parameters, FeatureStandardization standardization, ReadOnlySpan<float> features, Span<float> state, Span<float> outputs, Span<float> memory);
}
