namespace RnnGen.Demo.Runs;

/// <summary>How a trained character model is to write.</summary>
/// <param name="Length">How many characters are added at most.</param>
/// <param name="Temperature">0 for the most probable character always, 1 for the distribution as it stands.</param>
/// <param name="Seed">Where chance starts.</param>
internal sealed record GenerationSettings(int Length, float Temperature, int Seed)
{
    /// <summary>The same in the library's terms.</summary>
    public SamplingOptions ToOptions() => new() { Temperature = Temperature, Seed = Seed };
}
