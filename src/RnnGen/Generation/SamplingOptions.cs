using System;

namespace RnnGen;

/// <summary>How the next token is drawn from its distribution. Applied in this order: temperature, top-k, top-p.</summary>
public sealed record SamplingOptions
{
    /// <summary>
    /// Every probability p becomes p^(1/Temperature), normalised: 1 (as it stands) unless set, below 1 bolder, above 1 more even, 0 always
    /// the most probable token (greedy). 0 or more, finite.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or NaN.</exception>
    public float Temperature
    {
        get;
        init => field = value >= 0 && float.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The temperature must be finite, and 0 or more.");
    } = 1;

    /// <summary>Only so many of the most probable tokens can be drawn; of equally probable ones, those with the lower ids. 0 unless set: all of them.</summary>
    /// <remarks>A. Fan, M. Lewis, Y. Dauphin, "Hierarchical neural story generation", ACL 2018.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int TopK
    {
        get;
        init => field = value >= 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Top-k must be 0, for all tokens, or more.");
    }

    /// <summary>
    /// Only the fewest most probable tokens whose probabilities (after temperature and top-k, normalised) sum to at least this can be drawn.
    /// Above 0, at most 1; 1 unless set: all of them.
    /// </summary>
    /// <remarks>A. Holtzman, J. Buys, L. Du, M. Forbes, Y. Choi, "The curious case of neural text degeneration", ICLR 2020.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is not above 0 and at most 1.</exception>
    public float TopP
    {
        get;
        init => field = value > 0 && value <= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Top-p must be above 0 and at most 1.");
    } = 1;

    /// <summary>Where chance starts: the same seed, model and prompt give the same text. 0 unless set.</summary>
    public long Seed { get; init; }

    /// <summary>Whether the text may end by itself, with &lt;EOS&gt;, before the length asked for. True unless set; if false, &lt;EOS&gt; is never drawn.</summary>
    public bool StopAtEnd { get; init; } = true;

    /// <summary>
    /// Whether the prompt is the beginning of a text, so that the model reads &lt;SOS&gt; first: set it for a model that was trained on separate
    /// texts. False unless set, as for a model trained on one running text. An empty prompt is always a beginning.
    /// </summary>
    public bool FromStart { get; init; }
}
