using System;
using System.Buffers;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Linq;

namespace RnnGen;

/// <summary>A classifier for texts: a model together with its vocabulary and the names of its classes. One file holds all three.</summary>
/// <remarks>
/// Safe from many threads at once, as long as nobody trains the model meanwhile. A text longer than the declared sequence is cut, as in
/// training. Where the model is declared for more classes than have names, only those with a name are answers.
/// </remarks>
/// <typeparam name="TModel">The generated class.</typeparam>
[SuppressMessage("Design", "CA1000", Justification = "Nothing could tell Load its type argument; the class that it returns says it best.")]
public sealed class TextClassifier<TModel> : TextModel<TModel>
    where TModel : class, ISequenceClassifier<TModel>
{
    /// <summary>Joins a model with what it was trained with.</summary>
    /// <param name="model">The model.</param>
    /// <param name="vocabulary">The vocabulary of its training set.</param>
    /// <param name="labels">The names of its classes, in the order of their ids.</param>
    /// <exception cref="ArgumentException">
    /// The model is declared for fewer tokens or classes, or for sequences shorter than 3 steps.
    /// </exception>
    public TextClassifier(TModel model, Vocabulary vocabulary, LabelSet labels)
        : base(model, vocabulary, labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        RequireRoomForAToken(nameof(model));
        Labels = labels;
    }

    /// <summary>The names of the classes.</summary>
    public LabelSet Labels { get; }

    /// <summary>Loads what <see cref="TextModel{TModel}.Save(string)"/> saved.</summary>
    /// <param name="path">The file's path.</param>
    /// <exception cref="ModelFileException">The file is damaged, is another model's, or carries no vocabulary or no names.</exception>
    /// <exception cref="ArgumentException">The model is declared for sequences shorter than 3 steps.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or is a folder.</exception>
    public static TextClassifier<TModel> Load(string path)
    {
        TModel model = ModelFile.Load<TModel>(path, out ModelMetadata metadata);
        return From(model, metadata, path);
    }

    /// <summary>Loads what <see cref="TextModel{TModel}.Save(Stream)"/> saved.</summary>
    /// <param name="stream">A readable stream that ends with the model; it need not seek, and stays open.</param>
    /// <exception cref="ModelFileException">The content is damaged, is another model's, or carries no vocabulary or no names.</exception>
    /// <exception cref="ArgumentException">The model is declared for sequences shorter than 3 steps.</exception>
    public static TextClassifier<TModel> Load(Stream stream)
    {
        TModel model = ModelFile.Load<TModel>(stream, out ModelMetadata metadata);
        return From(model, metadata, path: null);
    }

    /// <summary>The most probable class of a text.</summary>
    /// <param name="text">Any text; an empty one is &lt;SOS&gt; &lt;EOS&gt; to the model.</param>
    public LabelPrediction Predict(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Best(Probabilities(text));
    }

    /// <summary>The most probable class of a text that is cut into tokens already.</summary>
    /// <param name="tokens">The tokens, none of them null; lower-cased here if the vocabulary's tokenizer does that.</param>
    /// <exception cref="ArgumentException">A token is null.</exception>
    public LabelPrediction Predict(IEnumerable<string> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        int[] ids = new int[TModel.Description.SequenceLength];
        EncodedSequence encoded = Vocabulary.Encode(tokens, ids);
        float[] probabilities = new float[Labels.Count];
        Run(ids.AsSpan(0, encoded.Length), probabilities);
        return Best(probabilities);
    }

    /// <summary>The most probable class of each of many texts: the same answers as one at a time, sooner where the weights outgrow the nearest cache.</summary>
    /// <param name="texts">The texts, none of them null; read once.</param>
    /// <returns>An answer a text, in their order.</returns>
    /// <exception cref="ArgumentException">A text is null.</exception>
    public IReadOnlyList<LabelPrediction> PredictMany(IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var predictions = new List<LabelPrediction>();

        // Of the classes that the model was compiled for, those that have a name.
        TextBatches.Run(Model.PredictMany, Vocabulary, texts, TModel.Description, probabilities => predictions.Add(Best(probabilities[..Labels.Count])));
        return predictions;
    }

    /// <summary>The probability of each class of a text. Allocates nothing once warm, for a text of up to 512 characters.</summary>
    /// <param name="text">Any text; an empty one is &lt;SOS&gt; &lt;EOS&gt; to the model.</param>
    /// <param name="probabilities">Receives one probability for each of <see cref="Labels"/>, in the order of their ids.</param>
    /// <returns>The id of the most probable class; the first of them if several are equal.</returns>
    /// <exception cref="ArgumentException"><paramref name="probabilities"/> has not as many places as there are labels.</exception>
    public int Predict(ReadOnlySpan<char> text, Span<float> probabilities)
    {
        if (probabilities.Length != Labels.Count)
        {
            throw new ArgumentException(
                $"The span has {probabilities.Length} places; there are {Labels.Count} labels.", nameof(probabilities));
        }

        int[] ids = ArrayPool<int>.Shared.Rent(TModel.Description.SequenceLength);
        EncodedSequence encoded = Vocabulary.Encode(text, ids.AsSpan(0, TModel.Description.SequenceLength));
        Run(ids.AsSpan(0, encoded.Length), probabilities);
        ArrayPool<int>.Shared.Return(ids);
        return SamplingWeights.IndexOfHighest(probabilities);
    }

    /// <summary>The classes of a text, the most probable first; of equally probable ones, the one with the lower id.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="count">How many at most: 1 or more; all of them unless given.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public IReadOnlyList<LabelPrediction> Rank(string text, int count = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);

        // OrderByDescending is stable: equals stay in the order of their ids.
        return [.. Probabilities(text)
            .Select((probability, id) => new LabelPrediction(Labels.NameOf(id), probability))
            .OrderByDescending(static prediction => prediction.Probability)
            .Take(count)];
    }

    private static TextClassifier<TModel> From(TModel model, ModelMetadata metadata, string? path) =>
        new(model, VocabularyOf(metadata, path), LabelsOf(metadata, path)) { Entries = metadata.Entries };

    private float[] Probabilities(string text)
    {
        float[] probabilities = new float[Labels.Count];
        _ = Predict(text, probabilities);
        return probabilities;
    }

    private LabelPrediction Best(ReadOnlySpan<float> probabilities)
    {
        int id = SamplingWeights.IndexOfHighest(probabilities);
        return new LabelPrediction(Labels.NameOf(id), probabilities[id]);
    }

    private void Run(ReadOnlySpan<int> ids, Span<float> probabilities)
    {
        int outputs = TModel.Description.OutputSize;
        float[] all = ArrayPool<float>.Shared.Rent(outputs);
        _ = Model.Predict(ids, all.AsSpan(0, outputs));
        all.AsSpan(0, probabilities.Length).CopyTo(probabilities);
        ArrayPool<float>.Shared.Return(all);
    }
}
