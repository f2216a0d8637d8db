using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Linq;

namespace RnnGen;

/// <summary>A labeler for texts: a model together with its vocabulary and the names of its labels. One file holds all three.</summary>
/// <remarks>
/// Safe from many threads at once, as long as nobody trains the model meanwhile. Every token gets a label: a text longer than the
/// declared sequence is read in consecutive pieces, each with a &lt;SOS&gt; and &lt;EOS&gt; of its own. Where the model is declared for
/// more labels than have names, only those with a name are answers.
/// </remarks>
/// <typeparam name="TModel">The generated class.</typeparam>
[SuppressMessage("Design", "CA1000", Justification = "Nothing could tell Load its type argument; the class that it returns says it best.")]
public sealed class TextLabeler<TModel> : TextModel<TModel>
    where TModel : class, ISequenceLabeler<TModel>
{
    /// <summary>Joins a model with what it was trained with.</summary>
    /// <param name="model">The model.</param>
    /// <param name="vocabulary">The vocabulary of its training set.</param>
    /// <param name="labels">The names of its labels, in the order of their ids.</param>
    /// <exception cref="ArgumentException">
    /// The model is declared for fewer tokens or labels, or for sequences shorter than 3 steps.
    /// </exception>
    public TextLabeler(TModel model, Vocabulary vocabulary, LabelSet labels)
        : base(model, vocabulary, labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        RequireRoomForAToken(nameof(model));
        Labels = labels;
    }

    /// <summary>The names of the labels.</summary>
    public LabelSet Labels { get; }

    /// <summary>Loads what <see cref="TextModel{TModel}.Save(string)"/> saved.</summary>
    /// <param name="path">The file's path.</param>
    /// <exception cref="ModelFileException">The file is damaged, is another model's, or carries no vocabulary or no names.</exception>
    /// <exception cref="ArgumentException">The model is declared for sequences shorter than 3 steps.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or is a folder.</exception>
    public static TextLabeler<TModel> Load(string path)
    {
        TModel model = ModelFile.Load<TModel>(path, out ModelMetadata metadata);
        return From(model, metadata, path);
    }

    /// <summary>Loads what <see cref="TextModel{TModel}.Save(Stream)"/> saved.</summary>
    /// <param name="stream">A readable stream that ends with the model; it need not seek, and stays open.</param>
    /// <exception cref="ModelFileException">The content is damaged, is another model's, or carries no vocabulary or no names.</exception>
    /// <exception cref="ArgumentException">The model is declared for sequences shorter than 3 steps.</exception>
    public static TextLabeler<TModel> Load(Stream stream)
    {
        TModel model = ModelFile.Load<TModel>(stream, out ModelMetadata metadata);
        return From(model, metadata, path: null);
    }

    /// <summary>The tokens of a text, each with its most probable label.</summary>
    /// <param name="text">Any text; an empty one has no tokens.</param>
    public IReadOnlyList<TokenPrediction> Predict(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Predict(TokensOf(text));
    }

    /// <summary>Tokens, each with its most probable label.</summary>
    /// <param name="tokens">The tokens, none of them null; lower-cased for the model if the vocabulary's tokenizer does that.</param>
    /// <exception cref="ArgumentException">A token is null.</exception>
    public IReadOnlyList<TokenPrediction> Predict(IReadOnlyList<string> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        CheckTokens(tokens, "", nameof(tokens));
        ModelDescription model = TModel.Description;
        int[] ids = new int[Math.Min(model.SequenceLength, tokens.Count + 2)];
        int piece = ids.Length - 2;
        float[] probabilities = new float[ids.Length * model.OutputSize];
        var predictions = new TokenPrediction[tokens.Count];
        for (int start = 0; start < tokens.Count; start += piece)
        {
            int length = Vocabulary.Encode(tokens.Skip(start).Take(piece), ids).Length;
            Model.Predict(ids.AsSpan(0, length), probabilities.AsSpan(0, length * model.OutputSize));
            for (int step = 1; step < length - 1; step++)
            {
                int place = start + step - 1;
                predictions[place] = Best(tokens[place], probabilities.AsSpan(step * model.OutputSize, Labels.Count));
            }
        }

        return predictions;
    }

    /// <summary>The tokens of many texts, each with its most probable label: the same answers as one text at a time, sooner where the weights outgrow the nearest cache.</summary>
    /// <param name="texts">The texts, none of them null; read once.</param>
    /// <returns>The tokens of each text, in the order of the texts.</returns>
    /// <exception cref="ArgumentException">A text is null.</exception>
    public IReadOnlyList<IReadOnlyList<TokenPrediction>> PredictMany(IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return PredictMany(
            texts.Select((text, place) => text is null ? throw new ArgumentException($"Text {place} is null.", nameof(texts)) : TokensOf(text)), nameof(texts));
    }

    /// <summary>Many sentences of tokens, each token with its most probable label: the same answers as one sentence at a time, sooner where the weights outgrow the nearest cache.</summary>
    /// <param name="sentences">The tokens of each sentence, none of them null; lower-cased for the model if the vocabulary's tokenizer does that. Read once.</param>
    /// <returns>The tokens of each sentence, in the order of the sentences.</returns>
    /// <exception cref="ArgumentException">A sentence or a token is null.</exception>
    public IReadOnlyList<IReadOnlyList<TokenPrediction>> PredictMany(IEnumerable<IReadOnlyList<string>> sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        return PredictMany(sentences, nameof(sentences));
    }

    private List<TokenPrediction[]> PredictMany(IEnumerable<IReadOnlyList<string>> sentences, string parameter)
    {
        var answers = new List<TokenPrediction[]>();
        var pieces = new List<Piece>();
        var batch = new SequenceBatch(TModel.Description);
        int[] ids = new int[TModel.Description.SequenceLength];
        foreach (IReadOnlyList<string> tokens in sentences)
        {
            if (tokens is null)
            {
                throw new ArgumentException($"Sentence {answers.Count} is null.", parameter);
            }

            CheckTokens(tokens, $" of sentence {answers.Count}", parameter);
            var answer = new TokenPrediction[tokens.Count];
            answers.Add(answer);
            for (int start = 0; start < tokens.Count; start += ids.Length - 2)
            {
                batch.Add(ids.AsSpan(0, Vocabulary.Encode(tokens.Skip(start).Take(ids.Length - 2), ids).Length));
                pieces.Add(new Piece(tokens, answer, start));
                if (batch.IsFull)
                {
                    Run(batch, pieces);
                }
            }
        }

        Run(batch, pieces);
        return answers;
    }

    /// <summary>Refuses a token that is null by its place among all: a long sentence is encoded in pieces.</summary>
    private static void CheckTokens(IReadOnlyList<string> tokens, string of, string parameter)
    {
        for (int i = 0; i < tokens.Count; i++)
        {
            if (tokens[i] is null)
            {
                throw new ArgumentException($"Token {i}{of} is null.", parameter);
            }
        }
    }

    private void Run(SequenceBatch batch, List<Piece> pieces)
    {
        if (pieces.Count == 0)
        {
            return;
        }

        int outputs = TModel.Description.OutputSize;
        Span<float> probabilities = batch.TakeOutputs();
        Model.PredictMany(batch.Tokens, batch.Lengths, probabilities);
        for (int i = 0; i < pieces.Count; i++)
        {
            Piece piece = pieces[i];
            int count = batch.Lengths[i] - 2;
            for (int t = 0; t < count; t++)
            {
                int place = piece.Start + t;
                piece.Answer[place] = Best(piece.Tokens[place], probabilities.Slice((t + 1) * outputs, Labels.Count));
            }

            probabilities = probabilities[(batch.Lengths[i] * outputs)..];
        }

        pieces.Clear();
        batch.Clear();
    }

    private static TextLabeler<TModel> From(TModel model, ModelMetadata metadata, string? path) =>
        new(model, VocabularyOf(metadata, path), LabelsOf(metadata, path)) { Entries = metadata.Entries };

    /// <summary>The tokens as the text spells them: cut where the normalised text is cut, which has the same length.</summary>
    private List<string> TokensOf(string text)
    {
        var tokens = new List<string>();
        using var normalized = new NormalizedText(text, Vocabulary.Tokenizer.LowerCase, stackalloc char[NormalizedText.ScratchLength]);
        foreach (ReadOnlySpan<char> token in Vocabulary.Tokenizer.Split(normalized.Text))
        {
            _ = normalized.Text.Overlaps(token, out int start);
            tokens.Add(text.Substring(start, token.Length));
        }

        return tokens;
    }

    private TokenPrediction Best(string token, ReadOnlySpan<float> probabilities)
    {
        int id = SamplingWeights.IndexOfHighest(probabilities);
        return new TokenPrediction(token, Labels.NameOf(id), probabilities[id]);
    }

    /// <summary>The tokens of a sequence, from <paramref name="Start"/> on, and where their labels go.</summary>
    private readonly record struct Piece(IReadOnlyList<string> Tokens, TokenPrediction[] Answer, int Start);
}
