using System;
using System.Collections.Generic;

namespace RnnGen;

/// <summary>The answers of a model that has one for a text, for many texts.</summary>
internal static class TextBatches
{
    /// <summary>A model's <c>PredictMany</c>.</summary>
    public delegate void Prediction(ReadOnlySpan<int> tokens, ReadOnlySpan<int> lengths, Span<float> outputs);

    /// <summary>Encodes the texts and has the model read them.</summary>
    /// <param name="predict">The model's method.</param>
    /// <param name="vocabulary">Encodes the texts.</param>
    /// <param name="texts">The texts; read once.</param>
    /// <param name="model">The model's description.</param>
    /// <param name="answer">Receives the outputs of each text, in their order.</param>
    /// <exception cref="ArgumentException">A text is null.</exception>
    public static void Run(
        Prediction predict, Vocabulary vocabulary, IEnumerable<string> texts, ModelDescription model, Action<ReadOnlySpan<float>> answer)
    {
        var batch = new SequenceBatch(model);
        int[] ids = new int[model.SequenceLength];
        int place = 0;
        foreach (string text in texts)
        {
            if (text is null)
            {
                throw new ArgumentException($"Text {place} is null.", nameof(texts));
            }

            place++;
            batch.Add(ids.AsSpan(0, vocabulary.Encode(text, ids).Length));
            if (batch.IsFull)
            {
                Run(predict, batch, model.OutputSize, answer);
            }
        }

        if (batch.Count > 0)
        {
            Run(predict, batch, model.OutputSize, answer);
        }
    }

    private static void Run(Prediction predict, SequenceBatch batch, int outputSize, Action<ReadOnlySpan<float>> answer)
    {
        Span<float> outputs = batch.TakeOutputs();
        predict(batch.Tokens, batch.Lengths, outputs);
        for (int i = 0; i < batch.Count; i++)
        {
            answer(outputs.Slice(i * outputSize, outputSize));
        }

        batch.Clear();
    }
}
