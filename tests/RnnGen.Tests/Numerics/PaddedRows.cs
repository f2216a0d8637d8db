using System;
using RnnGen.Numerics;

namespace RnnGen.Tests.Numerics;

/// <summary>Rows as the emitted kernels leave them, with rubbish in the padding: what reads it gives itself away.</summary>
internal static class PaddedRows
{
    public static float[] Of(ReadOnlySpan<float> logits, float padding = float.NaN)
    {
        float[] row = new float[Softmax.RowLength(logits.Length)];
        row.AsSpan().Fill(padding);
        logits.CopyTo(row);
        return row;
    }

    public static int IndexOfMax(ReadOnlySpan<float> values) => Softmax.IndexOfMax(Of(values), values.Length);

    public static int Normalize(Span<float> logits)
    {
        float[] row = Of(logits);
        int best = Softmax.Normalize(row, logits.Length);
        row.AsSpan(0, logits.Length).CopyTo(logits);
        return best;
    }

    public static float Forward(Span<float> logits, int target, out int predicted)
    {
        float[] row = Of(logits);
        float[] losses = new float[1];
        int[] best = new int[1];
        CrossEntropy.Forward(row, logits.Length, [target], losses, best);
        row.AsSpan(0, logits.Length).CopyTo(logits);
        predicted = best[0];
        return losses[0];
    }

    public static void Backward(Span<float> probabilities, int target, float weight)
    {
        float[] row = Of(probabilities, padding: 0f);
        CrossEntropy.Backward(row, probabilities.Length, [target], [weight]);
        row.AsSpan(0, probabilities.Length).CopyTo(probabilities);
    }
}
