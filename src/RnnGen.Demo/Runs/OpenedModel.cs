using System;

namespace RnnGen.Demo.Runs;

/// <summary>A model that was loaded from a file.</summary>
/// <param name="Answer">Answers a line of text with a line, or with lines if the model writes.</param>
/// <param name="Writes">Whether it writes text: the texts that it goes on from, and its answers, may have several lines.</param>
internal sealed record OpenedModel(Func<string, string> Answer, bool Writes);
