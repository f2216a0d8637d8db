using System.Collections.Generic;

namespace RnnGen.Demo.Runs;

/// <summary>What a character model is trained on, and what it is to write then.</summary>
/// <param name="Data">The texts.</param>
/// <param name="Writing">How it is to write.</param>
/// <param name="Prompts">How the texts begin that it writes.</param>
internal sealed record GenerationTask(GenerationData Data, GenerationSettings Writing, IReadOnlyList<string> Prompts);
