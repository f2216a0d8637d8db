using System;

namespace RnnGen.Numerics;

/// <summary>Softmax followed by cross-entropy against one true class: the loss, and its gradient by the logits.</summary>
public static class CrossEntropy
{
    /// <summary>Turns logits into probabilities in place, with the bits of <see cref="Softmax.Normalize"/>, and gives the loss.</summary>
    /// <remarks>
    /// The loss is ln(sum of e^(logit - max)) + max - logit[target]: finite for finite logits, even where p[target] is too small for a
    /// float. NaN where <see cref="Softmax.Normalize"/> makes the probabilities NaN.
    /// </remarks>
    /// <param name="logits">1 or more logits; probabilities on return.</param>
    /// <param name="target">The true class: 0 to the number of logits - 1.</param>
    /// <param name="predicted">The index of the first largest logit.</param>
    /// <returns>-ln p[target], in nats: 0 or more.</returns>
    /// <exception cref="ArgumentException"><paramref name="logits"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="target"/> is not the number of a logit.</exception>
    public static float Forward(Span<float> logits, int target, out int predicted)
    {
        predicted = Softmax.IndexOfMax(logits);
        ThrowIfNotClass(target, logits.Length);
        float max = logits[predicted];
        double margin = (double)max - logits[target];
        float sum = Softmax.NormalizeBy(logits, max);
        return (float)(ScalarMath.Log(sum) + margin);
    }

    /// <summary>Turns probabilities into the gradient by the logits in place: weight (p - onehot(target)).</summary>
    /// <param name="probabilities">The probabilities that <see cref="Forward"/> left; the gradient on return.</param>
    /// <param name="target">The true class: 0 to the number of probabilities - 1.</param>
    /// <param name="weight">What this observation's loss counts in the total.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="target"/> is not the number of a probability.</exception>
    public static void Backward(Span<float> probabilities, int target, float weight)
    {
        ThrowIfNotClass(target, probabilities.Length);
        probabilities[target] -= 1f;
        Softmax.Scale(probabilities, weight);
    }

    private static void ThrowIfNotClass(int target, int classes)
    {
        if ((uint)target >= (uint)classes)
        {
            throw new ArgumentOutOfRangeException(nameof(target), target, $"The true class must be from 0 to {classes - 1}.");
        }
    }
}
