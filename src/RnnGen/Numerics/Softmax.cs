using System;

namespace RnnGen.Numerics;

/// <summary>Softmax over any number of classes.</summary>
public static class Softmax
{
    /// <summary>Turns logits into probabilities in place.</summary>
    /// <param name="logits">1 or more logits; probabilities on return.</param>
    /// <returns>The index of the first largest logit.</returns>
    public static int Normalize(Span<float> logits)
    {
        int best = IndexOfMax(logits);
        float max = logits[best];
        float sum = 0f;
        for (int k = 0; k < logits.Length; k++)
        {
            logits[k] = VectorMath.Exp(logits[k] - max);
            sum += logits[k];
        }

        float scale = 1f / sum;
        for (int k = 0; k < logits.Length; k++)
        {
            logits[k] *= scale;
        }

        return best;
    }

    /// <summary>The index of the first largest value.</summary>
    /// <param name="values">1 or more values.</param>
    public static int IndexOfMax(ReadOnlySpan<float> values)
    {
        int best = 0;
        for (int k = 1; k < values.Length; k++)
        {
            if (values[k] > values[best])
            {
                best = k;
            }
        }

        return best;
    }
}
