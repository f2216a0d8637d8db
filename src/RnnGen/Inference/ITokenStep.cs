using System;

namespace RnnGen.Inference;

/// <summary>A step of a stream of tokens, in memory that it is lent: see <see cref="StepMemory"/>. Generated code implements it.</summary>
public interface ITokenStep
{
    /// <summary>Reads one more token.</summary>
    /// <param name="parameters">The model's ParameterStorage numbers.</param>
    /// <param name="token">The token's id.</param>
    /// <param name="state">The StateSize numbers of the streaming state.</param>
    /// <param name="outputs">Receives as many outputs as the model has.</param>
    /// <param name="memory">As many floats as were asked for, on a 64-byte boundary; their contents are undefined.</param>
    /// <returns>The most probable class; 0 for a regressor.</returns>
    static abstract int Step(ReadOnlySpan<float> parameters, int token, Span<float> state, Span<float> outputs, Span<float> memory);
}
