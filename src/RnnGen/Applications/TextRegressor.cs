using System;
using System.Buffers;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.IO;

namespace RnnGen;

/// <summary>A regressor for texts: a model together with its vocabulary. One file holds both.</summary>
/// <remarks>
/// Safe from many threads at once, as long as nobody trains the model meanwhile. A text longer than the declared sequence is cut, as in training.
/// </remarks>
/// <typeparam name="TModel">The generated class, with outputs once a sequence.</typeparam>
[SuppressMessage("Design", "CA1000", Justification = "Nothing could tell Load its type argument; the class that it returns says it best.")]
public sealed class TextRegressor<TModel> : TextModel<TModel>
    where TModel : class, ISequenceRegressor<TModel>
{
    /// <summary>Joins a model with what it was trained with.</summary>
    /// <param name="model">The model.</param>
    /// <param name="vocabulary">The vocabulary of its training set.</param>
    /// <exception cref="ArgumentException">
    /// The model is declared for fewer tokens, for sequences shorter than 3 steps, or with outputs at every step.
    /// </exception>
    public TextRegressor(TModel model, Vocabulary vocabulary)
        : base(model, vocabulary, labels: null)
    {
        RequireRoomForAToken(nameof(model));
        if (TModel.Description.HasOutputEveryStep)
        {
            throw new ArgumentException($"{TModel.Description.Name} has outputs at every step; a text has one answer.", nameof(model));
        }
    }

    /// <summary>Loads what <see cref="TextModel{TModel}.Save(string)"/> saved.</summary>
    /// <param name="path">The file's path.</param>
    /// <exception cref="ModelFileException">The file is damaged, is another model's, or carries no vocabulary.</exception>
    /// <exception cref="ArgumentException">The model is declared for sequences shorter than 3 steps or with outputs at every step.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or is a folder.</exception>
    public static TextRegressor<TModel> Load(string path)
    {
        TModel model = ModelFile.Load<TModel>(path, out ModelMetadata metadata);
        return From(model, metadata, path);
    }

    /// <summary>Loads what <see cref="TextModel{TModel}.Save(Stream)"/> saved.</summary>
    /// <param name="stream">A readable stream that ends with the model; it need not seek, and stays open.</param>
    /// <exception cref="ModelFileException">The content is damaged, is another model's, or carries no vocabulary.</exception>
    /// <exception cref="ArgumentException">The model is declared for sequences shorter than 3 steps or with outputs at every step.</exception>
    public static TextRegressor<TModel> Load(Stream stream)
    {
        TModel model = ModelFile.Load<TModel>(stream, out ModelMetadata metadata);
        return From(model, metadata, path: null);
    }

    /// <summary>The numbers that the model gives for a text.</summary>
    /// <param name="text">Any text; an empty one is &lt;SOS&gt; &lt;EOS&gt; to the model.</param>
    /// <returns>As many numbers as the model has outputs.</returns>
    public float[] Predict(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        float[] outputs = new float[TModel.Description.OutputSize];
        Predict(text, outputs);
        return outputs;
    }

    /// <summary>The numbers that the model gives for a text. Allocates nothing once warm, for a text of up to 512 characters.</summary>
    /// <param name="text">Any text; an empty one is &lt;SOS&gt; &lt;EOS&gt; to the model.</param>
    /// <param name="outputs">Receives as many numbers as the model has outputs.</param>
    /// <exception cref="ArgumentException"><paramref name="outputs"/> has not as many places.</exception>
    public void Predict(ReadOnlySpan<char> text, Span<float> outputs)
    {
        ModelDescription model = TModel.Description;
        if (outputs.Length != model.OutputSize)
        {
            throw new ArgumentException($"The span has {outputs.Length} places; {model.Name} has {model.OutputSize} outputs.", nameof(outputs));
        }

        int[] ids = ArrayPool<int>.Shared.Rent(model.SequenceLength);
        EncodedSequence encoded = Vocabulary.Encode(text, ids.AsSpan(0, model.SequenceLength));
        Model.Predict(ids.AsSpan(0, encoded.Length), outputs);
        ArrayPool<int>.Shared.Return(ids);
    }

    /// <summary>The numbers for each of many texts: the same answers as one at a time, sooner where the weights outgrow the nearest cache.</summary>
    /// <param name="texts">The texts, none of them null; read once.</param>
    /// <returns>As many numbers as the model has outputs for each text, in their order.</returns>
    /// <exception cref="ArgumentException">A text is null.</exception>
    public IReadOnlyList<float[]> PredictMany(IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var answers = new List<float[]>();
        TextBatches.Run(Model.PredictMany, Vocabulary, texts, TModel.Description, outputs => answers.Add(outputs.ToArray()));
        return answers;
    }

    private static TextRegressor<TModel> From(TModel model, ModelMetadata metadata, string? path) =>
        new(model, VocabularyOf(metadata, path)) { Entries = metadata.Entries };
}
