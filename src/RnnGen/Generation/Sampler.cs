using System;
using System.Collections.Generic;
using System.Threading;
using RnnGen.Numerics;

namespace RnnGen;

/// <summary>Draws tokens and texts from a generator, and says how probable it finds a text.</summary>
/// <remarks>
/// &lt;PAD&gt;, &lt;SOS&gt; and &lt;UNK&gt;, and ids that the model has and the vocabulary has not, are never drawn: what the model gives to them is shared
/// among the others in proportion.
/// </remarks>
public static class Sampler
{
    private static readonly SamplingOptions DefaultOptions = new();

    /// <summary>Continues a text. <see cref="GeneratePieces"/> shows it while it is written, and can be cancelled.</summary>
    /// <param name="model">The generator.</param>
    /// <param name="vocabulary">The vocabulary that the model was trained with.</param>
    /// <param name="prompt">How the text begins; may be empty.</param>
    /// <param name="length">How many tokens are added at most: 0 or more. Fewer if the text ends before.</param>
    /// <param name="options">How tokens are drawn; from the distribution as it stands unless given.</param>
    /// <typeparam name="TModel">The generated class.</typeparam>
    /// <returns>The prompt, as it was given, and its continuation.</returns>
    /// <exception cref="ArgumentException">The vocabulary has more tokens than the model.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative.</exception>
    public static string Generate<TModel>(TModel model, Vocabulary vocabulary, string prompt, int length, SamplingOptions? options = null)
        where TModel : class, ISequenceGenerator<TModel> =>
        prompt + string.Concat(GeneratePieces(model, vocabulary, prompt, length, options));

    /// <summary>Continues a text piece by piece, as it is drawn: for whoever shows a text while it is written.</summary>
    /// <param name="model">The generator; not to be trained before the last piece.</param>
    /// <param name="vocabulary">The vocabulary that the model was trained with.</param>
    /// <param name="prompt">How the text begins; may be empty.</param>
    /// <param name="length">How many tokens are added at most: 0 or more. Fewer if the text ends before.</param>
    /// <param name="options">How tokens are drawn; from the distribution as it stands unless given.</param>
    /// <param name="cancellationToken">Ends the work between two tokens; so does whoever stops asking for pieces.</param>
    /// <typeparam name="TModel">The generated class.</typeparam>
    /// <returns>
    /// A piece a token, with what separates it from the text before. Behind the prompt, which is not among them, they make the text that <c>Generate</c> gives. Each is drawn when it
    /// is asked for; who enumerates again has them drawn again, and the same.
    /// </returns>
    /// <exception cref="ArgumentException">The vocabulary has more tokens than the model.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled: thrown to whoever asks for the next piece.</exception>
    public static IEnumerable<string> GeneratePieces<TModel>(
        TModel model, Vocabulary vocabulary, string prompt, int length, SamplingOptions? options = null, CancellationToken cancellationToken = default)
        where TModel : class, ISequenceGenerator<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        CheckFits<TModel>(vocabulary);
        ArgumentNullException.ThrowIfNull(prompt);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return Pieces(model, vocabulary, prompt, length, options ?? DefaultOptions, cancellationToken);
    }

    /// <summary>Continues a sequence of token ids.</summary>
    /// <param name="model">The generator.</param>
    /// <param name="vocabulary">The vocabulary that the model was trained with.</param>
    /// <param name="prompt">What the model reads first: at least one token id. <see cref="SamplingOptions.FromStart"/> has no effect here.</param>
    /// <param name="continuation">Receives the tokens that are drawn, &lt;EOS&gt; not included.</param>
    /// <param name="options">How tokens are drawn; from the distribution as it stands unless given.</param>
    /// <typeparam name="TModel">The generated class.</typeparam>
    /// <returns>How many were drawn: fewer than there is room for if the sequence ended, or if the model allows no token that may be drawn.</returns>
    /// <exception cref="ArgumentException">The prompt is empty, or the vocabulary has more tokens than the model.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token id of the prompt is outside the model's vocabulary.</exception>
    public static int Generate<TModel>(
        TModel model, Vocabulary vocabulary, ReadOnlySpan<int> prompt, Span<int> continuation, SamplingOptions? options = null)
        where TModel : class, ISequenceGenerator<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        CheckFits<TModel>(vocabulary);
        if (prompt.IsEmpty)
        {
            throw new ArgumentException("The model has to read at least one token; <SOS> starts a text.", nameof(prompt));
        }

        int outside = prompt.IndexOfAnyExceptInRange(0, TModel.Description.VocabularySize - 1);
        if (outside >= 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(prompt), prompt[outside], $"Token {outside} must be from 0 to {TModel.Description.VocabularySize - 1}, the model's vocabulary.");
        }

        var stream = new TokenStream<TModel>(model, vocabulary, prompt, options ?? DefaultOptions, CancellationToken.None);
        for (int i = 0; i < continuation.Length; i++)
        {
            if (!stream.TryDraw(out int token))
            {
                return i;
            }

            continuation[i] = token;
        }

        return continuation.Length;
    }

    /// <summary>Draws one token. Knows nothing of special tokens: whoever calls it sets to 0 what may not be drawn.</summary>
    /// <param name="probabilities">One weight a token, finite and 0 or more, at least one above 0; overwritten. They need not sum to 1.</param>
    /// <param name="options">Temperature, top-k and top-p.</param>
    /// <param name="random">Where chance comes from: one number of it, none at temperature 0.</param>
    /// <returns>The token id.</returns>
    /// <exception cref="ArgumentException">A weight is negative, infinite or NaN, or none is above 0.</exception>
    public static int Sample(Span<float> probabilities, SamplingOptions options, SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(random);
        CheckWeights(probabilities);
        if (options.Temperature == 0)
        {
            return SamplingWeights.IndexOfHighest(probabilities);
        }

        if (options.Temperature != 1)
        {
            SamplingWeights.ApplyTemperature(probabilities, options.Temperature);
        }

        if (options.TopK > 0 && options.TopK < probabilities.Length)
        {
            SamplingWeights.KeepTopK(probabilities, options.TopK);
        }

        if (options.TopP < 1)
        {
            SamplingWeights.KeepTopP(probabilities, options.TopP);
        }

        return SamplingWeights.Draw(probabilities, random);
    }

    /// <summary>The logarithm of the probability that the model gives to a text, in nats.</summary>
    /// <param name="model">The generator.</param>
    /// <param name="vocabulary">The vocabulary that the model was trained with.</param>
    /// <param name="text">The text.</param>
    /// <param name="complete">Whether the text stands between &lt;SOS&gt; and &lt;EOS&gt;, as separate texts do in training; otherwise its first token is taken as given.</param>
    /// <typeparam name="TModel">The generated class.</typeparam>
    /// <exception cref="ArgumentException">There is nothing to predict: the text has fewer than 2 tokens and is not complete; or the vocabulary has more tokens than the model.</exception>
    public static double LogProbability<TModel>(TModel model, Vocabulary vocabulary, string text, bool complete = false)
        where TModel : class, ISequenceGenerator<TModel> => Score(model, vocabulary, text, complete).LogProbability;

    /// <summary>The probability that the model gives to a text, in total and per token.</summary>
    /// <param name="model">The generator.</param>
    /// <param name="vocabulary">The vocabulary that the model was trained with.</param>
    /// <param name="text">The text.</param>
    /// <param name="complete">Whether the text stands between &lt;SOS&gt; and &lt;EOS&gt;, as separate texts do in training; otherwise its first token is taken as given.</param>
    /// <typeparam name="TModel">The generated class.</typeparam>
    /// <exception cref="ArgumentException">There is nothing to predict: the text has fewer than 2 tokens and is not complete; or the vocabulary has more tokens than the model.</exception>
    public static TextScore Score<TModel>(TModel model, Vocabulary vocabulary, string text, bool complete = false)
        where TModel : class, ISequenceGenerator<TModel>
    {
        ArgumentNullException.ThrowIfNull(model);
        CheckFits<TModel>(vocabulary);
        ArgumentNullException.ThrowIfNull(text);
        int[] tokens = vocabulary.TokenIdsOf(text);
        if (complete)
        {
            tokens = [Vocabulary.SosId, .. tokens, Vocabulary.EosId];
        }

        if (tokens.Length < 2)
        {
            throw new ArgumentException($"The text has {tokens.Length} tokens; at least 2 are needed, one to read and one to predict.", nameof(text));
        }

        return new TextScore(model.LogProbability(tokens), tokens.Length - 1);
    }

    private static IEnumerable<string> Pieces<TModel>(
        TModel model, Vocabulary vocabulary, string prompt, int length, SamplingOptions options, CancellationToken cancellationToken)
        where TModel : class, ISequenceGenerator<TModel>
    {
        int[] read = vocabulary.TokenIdsOf(prompt);
        if (options.FromStart || read.Length == 0)
        {
            read = [Vocabulary.SosId, .. read];
        }

        var stream = new TokenStream<TModel>(model, vocabulary, read, options, cancellationToken);
        bool separated = prompt.Length == 0 || char.IsWhiteSpace(prompt[^1]);
        for (int i = 0; i < length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!stream.TryDraw(out int token))
            {
                yield break;
            }

            yield return (separated ? "" : vocabulary.Tokenizer.Separator) + vocabulary.TokenOf(token);
            separated = false;
        }
    }

    private static void CheckFits<TModel>(Vocabulary vocabulary)
        where TModel : class, ISequenceGenerator<TModel>
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        ModelDescription description = TModel.Description;
        if (vocabulary.Count > description.VocabularySize)
        {
            throw new ArgumentException(
                $"The vocabulary has {vocabulary.Count} tokens; {description.Name} is declared for {description.VocabularySize}.", nameof(vocabulary));
        }
    }

    private static void CheckWeights(ReadOnlySpan<float> probabilities)
    {
        bool possible = false;
        for (int token = 0; token < probabilities.Length; token++)
        {
            float weight = probabilities[token];
            if (!(weight >= 0 && float.IsFinite(weight)))
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"The probability of token {token} is {weight}; it must be finite, and 0 or more."),
                    nameof(probabilities));
            }

            possible |= weight > 0;
        }

        if (!possible)
        {
            throw new ArgumentException("No token has a probability above 0.", nameof(probabilities));
        }
    }
}
