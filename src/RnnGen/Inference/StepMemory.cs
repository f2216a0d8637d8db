using System;
using System.Runtime.CompilerServices;
using RnnGen.Numerics;

namespace RnnGen.Inference;

/// <summary>Lends a step of a stream its memory: stack that has not been cleared.</summary>
/// <remarks>
/// A step of 64 units has some 4 KiB of intermediate results, writes all that it reads, and takes less than a microsecond; to clear them first is a
/// twentieth of that. A method takes the stack as it is if it has <see cref="SkipLocalsInitAttribute"/>, which the compiler accepts only where unsafe code
/// is allowed. A user's project need not allow it: the method that takes the stack is here.
/// </remarks>
public static class StepMemory
{
    /// <summary>The most floats that are lent: 64 KiB.</summary>
    public const int MaxLength = 16384;

    /// <summary>Runs a step that reads real numbers in memory of the stack.</summary>
    /// <typeparam name="TStep">The step.</typeparam>
    /// <param name="length">How many floats of memory it needs: 0 to <see cref="MaxLength"/>.</param>
    /// <param name="parameters">The model's ParameterStorage numbers.</param>
    /// <param name="standardization">What the features go through first.</param>
    /// <param name="features">The step's FeatureCount numbers.</param>
    /// <param name="state">The StateSize numbers of the streaming state.</param>
    /// <param name="outputs">Receives as many outputs as the model has.</param>
    /// <returns>What the step returns.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is out of its range.</exception>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Run<TStep>(
        int length, ReadOnlySpan<float> parameters, FeatureStandardization standardization, ReadOnlySpan<float> features, Span<float> state, Span<float> outputs)
        where TStep : struct, IFeatureStep
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)MaxLength, nameof(length));
        Span<float> memory = AlignedMemory.Align(stackalloc float[length + AlignedMemory.Slack], length);
        return TStep.Step(parameters, standardization, features, state, outputs, memory);
    }

    /// <summary>Runs a step that reads a token in memory of the stack.</summary>
    /// <typeparam name="TStep">The step.</typeparam>
    /// <param name="length">How many floats of memory it needs: 0 to <see cref="MaxLength"/>.</param>
    /// <param name="parameters">The model's ParameterStorage numbers.</param>
    /// <param name="token">The token's id.</param>
    /// <param name="state">The StateSize numbers of the streaming state.</param>
    /// <param name="outputs">Receives as many outputs as the model has.</param>
    /// <returns>What the step returns.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is out of its range.</exception>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Run<TStep>(int length, ReadOnlySpan<float> parameters, int token, Span<float> state, Span<float> outputs)
        where TStep : struct, ITokenStep
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)MaxLength, nameof(length));
        Span<float> memory = AlignedMemory.Align(stackalloc float[length + AlignedMemory.Slack], length);
        return TStep.Step(parameters, token, state, outputs, memory);
    }
}
