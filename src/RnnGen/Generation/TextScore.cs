using System;

namespace RnnGen;

/// <summary>How probable a generator finds a text.</summary>
/// <param name="LogProbability">The natural logarithm of the probability: the sum over the predicted tokens, in nats; 0 or less.</param>
/// <param name="PredictedTokens">How many tokens were predicted: all but the first.</param>
public readonly record struct TextScore(double LogProbability, int PredictedTokens)
{
    /// <summary>The mean cross-entropy in nats a token.</summary>
    public double NatsPerToken => 0 - (LogProbability / PredictedTokens);

    /// <summary>The mean cross-entropy in bits a token; bits a character if tokens are characters.</summary>
    public double BitsPerToken => NatsPerToken / Math.Log(2);

    /// <summary>e to the power of the mean cross-entropy: among how many equally probable tokens the model seems to choose.</summary>
    public double Perplexity => Math.Exp(NatsPerToken);
}
