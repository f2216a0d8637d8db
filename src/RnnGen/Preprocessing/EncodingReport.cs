using System.Globalization;

namespace RnnGen;

/// <summary>What the encoding of a data set did to its texts.</summary>
/// <param name="Sequences">How many sequences there are.</param>
/// <param name="Tokens">How many tokens of the texts the network reads; the added &lt;SOS&gt;, &lt;EOS&gt; and &lt;PAD&gt; are not counted.</param>
/// <param name="UnknownTokens">How many of <paramref name="Tokens"/> are outside the vocabulary and became &lt;UNK&gt;.</param>
/// <param name="SequencesCut">How many sequences were longer than declared, and cut.</param>
/// <param name="TokensCut">How many tokens were dropped from these.</param>
public readonly record struct EncodingReport(int Sequences, long Tokens, long UnknownTokens, int SequencesCut, long TokensCut)
{
    /// <summary>The report in one line, as in <c>6,920 sequences, 133,512 tokens, 2.13 % unknown; 3 cut, 41 tokens dropped</c>.</summary>
    public override string ToString()
    {
        double unknown = Tokens == 0 ? 0 : (double)UnknownTokens / Tokens;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Sequences:N0} sequences, {Tokens:N0} tokens, {unknown * 100:F2} % unknown; {SequencesCut:N0} cut, {TokensCut:N0} tokens dropped");
    }
}
