using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Threading;

namespace RnnGen;

/// <summary>A generator of texts: a model together with its vocabulary. One file holds both.</summary>
/// <remarks>Safe from many threads at once, as long as nobody trains the model meanwhile.</remarks>
/// <typeparam name="TModel">The generated class.</typeparam>
[SuppressMessage("Design", "CA1000", Justification = "Nothing could tell Load its type argument; the class that it returns says it best.")]
public sealed class TextGenerator<TModel> : TextModel<TModel>
    where TModel : class, ISequenceGenerator<TModel>
{
    /// <summary>Joins a model with what it was trained with.</summary>
    /// <param name="model">The model.</param>
    /// <param name="vocabulary">The vocabulary of its training set.</param>
    /// <exception cref="ArgumentException">The model is declared for fewer tokens.</exception>
    public TextGenerator(TModel model, Vocabulary vocabulary)
        : base(model, vocabulary, labels: null)
    {
    }

    /// <summary>Loads what <see cref="TextModel{TModel}.Save(string)"/> saved.</summary>
    /// <param name="path">The file's path.</param>
    /// <exception cref="ModelFileException">The file is damaged, is another model's, or carries no vocabulary.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or is a folder.</exception>
    public static TextGenerator<TModel> Load(string path)
    {
        TModel model = ModelFile.Load<TModel>(path, out ModelMetadata metadata);
        return From(model, metadata, path);
    }

    /// <summary>Loads what <see cref="TextModel{TModel}.Save(Stream)"/> saved.</summary>
    /// <param name="stream">A readable stream that ends with the model; it need not seek, and stays open.</param>
    /// <exception cref="ModelFileException">The content is damaged, is another model's, or carries no vocabulary.</exception>
    public static TextGenerator<TModel> Load(Stream stream)
    {
        TModel model = ModelFile.Load<TModel>(stream, out ModelMetadata metadata);
        return From(model, metadata, path: null);
    }

    /// <summary>Continues a text. <see cref="GeneratePieces"/> shows it while it is written, and can be cancelled.</summary>
    /// <param name="prompt">How the text begins; may be empty.</param>
    /// <param name="length">How many tokens are added at most: 0 or more. Fewer if the text ends before.</param>
    /// <param name="options">How tokens are drawn; from the distribution as it stands unless given.</param>
    /// <returns>The prompt, as it was given, and its continuation.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative.</exception>
    public string Generate(string prompt, int length, SamplingOptions? options = null) =>
        Sampler.Generate(Model, Vocabulary, prompt, length, options);

    /// <summary>Continues a text piece by piece, as it is drawn: for whoever shows a text while it is written.</summary>
    /// <param name="prompt">How the text begins; may be empty.</param>
    /// <param name="length">How many tokens are added at most: 0 or more. Fewer if the text ends before.</param>
    /// <param name="options">How tokens are drawn; from the distribution as it stands unless given.</param>
    /// <param name="cancellationToken">Ends the work between two tokens; so does whoever stops asking for pieces.</param>
    /// <returns>
    /// A piece a token, with what separates it from the text before. Behind the prompt, which is not among them, they make the text that <see cref="Generate"/> gives. Each is drawn when it
    /// is asked for; who enumerates again has them drawn again, and the same.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled: thrown to whoever asks for the next piece.</exception>
    public IEnumerable<string> GeneratePieces(string prompt, int length, SamplingOptions? options = null, CancellationToken cancellationToken = default) =>
        Sampler.GeneratePieces(Model, Vocabulary, prompt, length, options, cancellationToken);

    /// <summary>The probability that the model gives to a text, in total and per token.</summary>
    /// <param name="text">The text.</param>
    /// <param name="complete">
    /// Whether the text stands between &lt;SOS&gt; and &lt;EOS&gt;, as separate texts do in training; otherwise its first token is taken as
    /// given.
    /// </param>
    /// <exception cref="ArgumentException">There is nothing to predict: the text has fewer than 2 tokens and is not complete.</exception>
    public TextScore Score(string text, bool complete = false) => Sampler.Score(Model, Vocabulary, text, complete);

    private static TextGenerator<TModel> From(TModel model, ModelMetadata metadata, string? path) =>
        new(model, VocabularyOf(metadata, path)) { Entries = metadata.Entries };
}
