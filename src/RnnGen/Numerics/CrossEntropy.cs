using System;

namespace RnnGen.Numerics;

/// <summary>Softmax followed by cross-entropy against one true class: the loss, and its gradient by the logits.</summary>
public static class CrossEntropy
{
    /// <summary>Turns logits into probabilities in place and gives the loss.</summary>
    /// <param name="logits">1 or more logits; probabilities on return.</param>
    /// <param name="target">The true class.</param>
    /// <param name="predicted">The index of the first largest logit.</param>
    /// <returns>-ln p[target], in nats.</returns>
    public static float Forward(Span<float> logits, int target, out int predicted)
    {
        float truth = logits[target];
        float max = logits[Softmax.IndexOfMax(logits)];
        double sum = 0;
        foreach (float logit in logits)
        {
            sum += VectorMath.Exp(logit - max);
        }

        predicted = Softmax.Normalize(logits);
        return (float)(ScalarMath.Log(sum) - ((double)truth - max));
    }

    /// <summary>Turns probabilities into the gradient by the logits in place: weight * (p - onehot(target)).</summary>
    /// <param name="probabilities">1 or more probabilities; the gradient on return.</param>
    /// <param name="target">The true class.</param>
    /// <param name="weight">What the loss of this observation counts in the total.</param>
    public static void Backward(Span<float> probabilities, int target, float weight)
    {
        probabilities[target] -= 1f;
        for (int k = 0; k < probabilities.Length; k++)
        {
            probabilities[k] *= weight;
        }
    }
}
