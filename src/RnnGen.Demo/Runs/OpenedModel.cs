namespace RnnGen.Demo.Runs;

/// <summary>A model that was loaded from a file.</summary>
/// <param name="Answer">Answers a line of text with a line, or with lines if the model writes.</param>
/// <param name="ReadsNumbers">Whether the line is one of numbers, where an empty one is none.</param>
/// <param name="Writes">Whether it writes text: the texts that it goes on from, and its answers, may have several lines.</param>
internal sealed record OpenedModel(Answer Answer, bool ReadsNumbers, bool Writes);
