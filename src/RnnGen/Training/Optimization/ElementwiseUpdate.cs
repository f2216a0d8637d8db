using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RnnGen.Training;

/// <summary>Applies a rule to every parameter of a range and clears its gradient, in one pass over memory.</summary>
/// <remarks>
/// Every element sees the same operations in the same order at every vector width. With large vocabularies the update is bound by memory:
/// clearing the gradient while it is in cache saves the next step a pass over it.
/// </remarks>
internal static class ElementwiseUpdate
{
    /// <summary>Updates all elements.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="gradients">Their gradients, as many; cleared.</param>
    /// <param name="first">Their first moments, as many if the rule has them.</param>
    /// <param name="second">Their second moments, as many if the rule has them.</param>
    public static void Run<TRule>(TRule rule, Span<float> parameters, Span<float> gradients, Span<float> first, Span<float> second)
        where TRule : struct, IUpdateRule
    {
        if (gradients.Length != parameters.Length
            || (TRule.MomentCount > 0 && first.Length != parameters.Length)
            || (TRule.MomentCount > 1 && second.Length != parameters.Length))
        {
            throw new ArgumentException("Parameters, gradients and moments must be equally many.");
        }

        int done = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            done = RunVectors<TRule, Lanes512, Vector512<float>>(rule, parameters, gradients, first, second, 0);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            done = RunVectors<TRule, Lanes256, Vector256<float>>(rule, parameters, gradients, first, second, 0);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            done = RunVectors<TRule, Lanes128, Vector128<float>>(rule, parameters, gradients, first, second, 0);
        }

        _ = RunVectors<TRule, Lanes1, float>(rule, parameters, gradients, first, second, done);
    }

    /// <summary>
    /// Updates as many whole vectors as there are from <paramref name="start"/> on, and returns the first element that is left.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int RunVectors<TRule, TLanes, TVector>(
        TRule rule, Span<float> parameters, Span<float> gradients, Span<float> first, Span<float> second, int start)
        where TRule : struct, IUpdateRule
        where TLanes : struct, ILanes<TVector>
        where TVector : struct
    {
        ref float p = ref MemoryMarshal.GetReference(parameters);
        ref float g = ref MemoryMarshal.GetReference(gradients);
        ref float m = ref MemoryMarshal.GetReference(first);
        ref float v = ref MemoryMarshal.GetReference(second);
        TVector zero = TLanes.Broadcast(0f);
        int i = start;
        for (; i <= parameters.Length - TLanes.Count; i += TLanes.Count)
        {
            nuint at = (nuint)i;
            TVector parameter = TLanes.Load(ref p, at);
            TVector gradient = TLanes.Load(ref g, at);
            TVector firstMoment = TRule.MomentCount > 0 ? TLanes.Load(ref m, at) : zero;
            TVector secondMoment = TRule.MomentCount > 1 ? TLanes.Load(ref v, at) : zero;
            rule.Apply<TLanes, TVector>(ref parameter, gradient, ref firstMoment, ref secondMoment);
            TLanes.Store(parameter, ref p, at);
            TLanes.Store(zero, ref g, at);
            if (TRule.MomentCount > 0)
            {
                TLanes.Store(firstMoment, ref m, at);
            }

            if (TRule.MomentCount > 1)
            {
                TLanes.Store(secondMoment, ref v, at);
            }
        }

        return i;
    }
}
