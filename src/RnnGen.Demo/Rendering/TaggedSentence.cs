using System.Collections.Generic;

namespace RnnGen.Demo.Rendering;

/// <summary>A sentence with its true tags and two guesses at them.</summary>
internal sealed record TaggedSentence(
    IReadOnlyList<string> Words, IReadOnlyList<string> Truth, IReadOnlyList<string> Network, IReadOnlyList<string> Baseline);
