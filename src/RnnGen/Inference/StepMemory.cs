using System;
using System.Runtime.CompilerServices;
using RnnGen.Numerics;

namespace RnnGen.Inference;

/// <summary>Lends a step of a stream its memory: stack that has not been cleared.</summary>
/// <remarks>
/// A step of 64 units has some 4 KiB of intermediate results, writes all that it reads, and takes less than a microsecond; to clear them first is a
/// twentieth of that. C# clears what a method takes of the stack unless its project allows unsafe code. A user's project need not: the method that
/// takes the stack is here.
/// </remarks>
public static class StepMemory
{
    /// <summary>Runs a step in <paramref name="length"/> floats of the stack.</summary>
    /// <typeparam name="TStep">The step.</typeparam>
    /// <param name="length">How many floats of memory it needs: 0 to 16384.</param>
    /// <param name="parameters">Passed on.</param>
    /// <param name="standardization">Passed on, as are all that follow.</param>
    /// <param name="features">Passed on.</param>
    /// <param name="state">Passed on.</param>
    /// <param name="outputs">Passed on.</param>
    /// <returns>What the step returns.</returns>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Run<TStep>(
        int length, ReadOnlySpan<float> parameters, FeatureStandardization standardization, ReadOnlySpan<float> features, Span<float> state, Span<float> outputs)
        where TStep : struct, IFeatureStep
    {
        Span<float> memory = AlignedMemory.Align(stackalloc float[length + AlignedMemory.Slack], length);
        return TStep.Step(parameters, standardization, features, state, outputs, memory);
    }

    /// <inheritdoc cref="Run{TStep}(int, ReadOnlySpan{float}, FeatureStandardization, ReadOnlySpan{float}, Span{float}, Span{float})"/>
    /// <param name="length">How many floats of memory it needs: 0 to 16384.</param>
    /// <param name="parameters">Passed on.</param>
    /// <param name="token">Passed on, as are all that follow.</param>
    /// <param name="state">Passed on.</param>
    /// <param name="outputs">Passed on.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Run<TStep>(int length, ReadOnlySpan<float> parameters, int token, Span<float> state, Span<float> outputs)
        where TStep : struct, ITokenStep
    {
        Span<float> memory = AlignedMemory.Align(stackalloc float[length + AlignedMemory.Slack], length);
        return TStep.Step(parameters, token, state, outputs, memory);
    }
}
