namespace RnnGen;

/// <summary>What the encoding of one text wrote.</summary>
/// <param name="Length">How many ids the network reads: &lt;SOS&gt;, the tokens that fitted, &lt;EOS&gt;. All that follows is &lt;PAD&gt;.</param>
/// <param name="UnknownTokens">How many of these tokens became &lt;UNK&gt;.</param>
/// <param name="TokensCut">How many tokens did not fit.</param>
public readonly record struct EncodedSequence(int Length, int UnknownTokens, int TokensCut);
