using RnnGen.Generators.Model;

namespace RnnGen.Generators.Emission;

/// <summary>How the members of a generated class take what the network reads: token ids, or rows of real numbers.</summary>
internal sealed class InputMember
{
    private InputMember()
    {
    }

    /// <summary>The parameter of a whole sequence, or of many.</summary>
    public required string Parameter { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The parameter of a single step.</summary>
    public required string StepParameter { get; init; }

    /// <summary>Lines that check a whole sequence.</summary>
    public required string Check { get; init; }

    /// <summary>The same, after which there is <see cref="Steps"/>.</summary>
    public required string CountingCheck { get; init; }

    /// <summary>Lines that check a single step.</summary>
    public required string StepCheck { get; init; }

    /// <summary>The number of steps, after <see cref="CountingCheck"/>.</summary>
    public required string Steps { get; init; }

    /// <summary>The arguments that the passes take for it, after the parameters of the network.</summary>
    public required string Arguments { get; init; }

    /// <summary>The same for a single step.</summary>
    public required string StepArguments { get; init; }

    /// <summary>What the sequence is, for its documentation.</summary>
    public required string Meaning { get; init; }

    public static InputMember Of(ModelSpec spec)
    {
        const string TokenGuard = "global::" + RuntimeNames.TokenGuard;
        const string FeatureGuard = "global::" + RuntimeNames.FeatureGuard;
        const string Tokens = "global::System.ReadOnlySpan<int> tokens";
        const string Features = "global::System.ReadOnlySpan<float> features";
        const string CheckTokens = $"{TokenGuard}.CheckLength(tokens.Length, SequenceLength);\n{TokenGuard}.Check(tokens, VocabularySize);";
        const string CheckFeatures = $"{FeatureGuard}.CheckLength(features.Length, FeatureCount, SequenceLength);";
        return spec.Features == 0
            ? new InputMember
            {
                Parameter = Tokens,
                Name = "tokens",
                StepParameter = "int token",
                Check = CheckTokens,
                CountingCheck = CheckTokens,
                StepCheck = $"{TokenGuard}.Check(token, VocabularySize);",
                Steps = "tokens.Length",
                Arguments = "tokens",
                StepArguments = "token",
                Meaning = "1 to SequenceLength token ids: the real tokens, without padding.",
            }
            : new InputMember
            {
                Parameter = Features,
                Name = "features",
                StepParameter = Features,
                Check = CheckFeatures,
                CountingCheck = "int steps = " + CheckFeatures,
                StepCheck = $"{FeatureGuard}.CheckStep(features.Length, FeatureCount);",
                Steps = "steps",
                Arguments = "_standardization, features",
                StepArguments = "_standardization, features",
                Meaning = "1 to SequenceLength rows of FeatureCount numbers, a row a step, as they were measured.",
            };
    }
}
