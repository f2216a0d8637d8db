using System.Collections.Generic;

namespace RnnGen.Demo.Runs;

/// <summary>What a classifier is trained and measured on.</summary>
/// <param name="Training">The training samples.</param>
/// <param name="Development">The samples that every figure is measured on.</param>
/// <param name="Tokenizer">Cuts the texts.</param>
/// <param name="Unit">What it cuts them into: words or characters.</param>
/// <param name="MinimumFrequency">How often a token must occur in training to be learned; rarer ones teach what unknown ones are like.</param>
internal sealed record ClassificationData(
    IReadOnlyList<ClassifiedText> Training,
    IReadOnlyList<ClassifiedText> Development,
    Tokenizer Tokenizer,
    string Unit,
    int MinimumFrequency = 1);
