using System;
using System.Runtime.InteropServices;

namespace Consumer;

/// <summary>What the models answer to a fixed input, bit for bit.</summary>
internal static class Predictions
{
    private static readonly int[] Tokens = [1, 5, 9, 4, 17, 30, 6, 2];

    public static string Of(ReviewSentiment model)
    {
        Span<float> probabilities = stackalloc float[ReviewSentiment.ClassCount];
        int best = model.Predict(Tokens, probabilities);
        return $"classifier {best} {Bits(probabilities)}";
    }

    public static string Of(WordKinds model)
    {
        Span<int> labels = stackalloc int[Tokens.Length];
        model.Predict(Tokens, labels);
        float[] probabilities = new float[Tokens.Length * WordKinds.LabelCount];
        model.Predict(Tokens, probabilities);
        return $"labeler {string.Join(' ', labels.ToArray())} {Bits(probabilities)}";
    }

    public static string Of(Rhymes model)
    {
        Span<float> state = stackalloc float[Rhymes.StateSize];
        Span<float> next = stackalloc float[Rhymes.VocabularySize];
        int likely = 0;
        foreach (int token in Tokens)
        {
            likely = model.Step(token, state, next);
        }

        return $"generator {likely} {BitConverter.DoubleToInt64Bits(model.LogProbability(Tokens)):x16} {Bits(next)}";
    }

    private static string Bits(ReadOnlySpan<float> values) => Convert.ToHexString(MemoryMarshal.AsBytes(values));
}
