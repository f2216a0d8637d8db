using System;
using System.Threading;
using RnnGen.Numerics;

namespace RnnGen;

/// <summary>The tokens that a model goes on with after a prompt, one after another.</summary>
/// <typeparam name="TModel">The generated class.</typeparam>
internal sealed class TokenStream<TModel>
    where TModel : class, ISequenceGenerator<TModel>
{
    private readonly TModel _model;
    private readonly Vocabulary _vocabulary;
    private readonly SamplingOptions _options;
    private readonly SeededRandom _random;
    private readonly float[] _state = new float[TModel.Description.StateSize];
    private readonly float[] _probabilities = new float[TModel.Description.VocabularySize];
    private int? _unread;

    /// <summary>Has the model read a prompt.</summary>
    /// <param name="model">The generator.</param>
    /// <param name="vocabulary">A vocabulary that fits the model.</param>
    /// <param name="prompt">At least one token id.</param>
    /// <param name="options">How tokens are drawn.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ArgumentOutOfRangeException">A token id of the prompt is outside the model's vocabulary.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public TokenStream(TModel model, Vocabulary vocabulary, ReadOnlySpan<int> prompt, SamplingOptions options, CancellationToken cancellationToken)
    {
        _model = model;
        _vocabulary = vocabulary;
        _options = options;
        _random = new SeededRandom(options.Seed);
        foreach (int token in prompt)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _ = model.Step(token, _state, _probabilities);
        }
    }

    /// <summary>Draws the next token.</summary>
    /// <param name="token">The token, which is no special one.</param>
    /// <returns>False if the sequence ended, or if the model allows no token that may be drawn.</returns>
    public bool TryDraw(out int token)
    {
        // A token is read when another is to follow: nothing follows the last.
        if (_unread is { } unread)
        {
            _ = _model.Step(unread, _state, _probabilities);
        }

        Forbid();
        if (!_probabilities.AsSpan().ContainsAnyExcept(0f))
        {
            token = Vocabulary.EosId;
            return false;
        }

        token = Sampler.Sample(_probabilities, _options, _random);
        _unread = token;
        return token != Vocabulary.EosId;
    }

    private void Forbid()
    {
        _probabilities[Vocabulary.PadId] = 0;
        _probabilities[Vocabulary.SosId] = 0;
        _probabilities[Vocabulary.UnkId] = 0;
        if (!_options.StopAtEnd)
        {
            _probabilities[Vocabulary.EosId] = 0;
        }

        _probabilities.AsSpan(_vocabulary.Count).Clear();
    }
}
