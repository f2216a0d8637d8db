using System.Collections.Generic;

namespace RnnGen.Tests.Reference;

/// <summary>20 steps of an optimizer on the whole batch.</summary>
/// <param name="Losses">The loss before each step.</param>
/// <param name="Weights">The weights after the last step.</param>
internal sealed record TrainingRun(IReadOnlyList<double> Losses, TensorSet Weights);
