using System.Collections.Generic;

namespace RnnGen.Demo.Runs;

/// <summary>What a tagger is trained and measured on.</summary>
/// <param name="Training">The training sentences.</param>
/// <param name="Development">The sentences that every figure is measured on.</param>
internal sealed record LabelingData(IReadOnlyList<LabeledSentence> Training, IReadOnlyList<LabeledSentence> Development);
