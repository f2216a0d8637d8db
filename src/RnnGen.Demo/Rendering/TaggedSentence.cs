using System.Collections.Generic;
using System.Linq;

namespace RnnGen.Demo.Rendering;

/// <summary>A sentence with its true tags and two guesses at them.</summary>
internal sealed record TaggedSentence(
    IReadOnlyList<string> Words, IReadOnlyList<string> Truth, IReadOnlyList<string> Network, IReadOnlyList<string> Baseline)
{
    /// <summary>How many tags the baseline got wrong.</summary>
    public int BaselineErrors => Baseline.Zip(Truth).Count(pair => pair.First != pair.Second);
}
