using System.Collections.Generic;

namespace RnnGen.Generators.Model;

/// <summary>Every member that a generated class may have: what the emitter may write and a user may not, whatever layers the network has.</summary>
/// <remarks>What the runtime alone calls is implemented explicitly, and is in nobody's way.</remarks>
internal static class GeneratedMembers
{
    private const string Tokens = "global::System.ReadOnlySpan<int>";
    private const string Features = "global::System.ReadOnlySpan<float>";
    private const string Floats = "global::System.Span<float>";
    private const string Integers = "global::System.Span<int>";
    private const string Stream = "global::System.IO.Stream";

    private static readonly GeneratedMember[] Common =
    [
        Named("VocabularySize"),
        Named("EmbeddingSize"),
        Named("HiddenSize"),
        Named("LayerCount"),
        Named("SequenceLength"),
        Named("ParameterCount"),
        Named("StateSize"),
        Named("Description"),
        Named("Parameters"),
        Named("_parameters"),
        Method(GeneratedMember.ConstructorName, "global::" + RuntimeNames.ModelDescription),
        Method(GeneratedMember.ConstructorName, "int"),
        Method("Predict", Tokens, Floats),
        Method("PredictMany", Tokens, Tokens, Floats),
        Method("Step", "int", Floats, Floats),
        Method("Save", "string"),
        Method("Save", Stream),
        Method("Load", "string"),
        Method("Load", Stream),
    ];

    /// <summary>What models have besides that may read real numbers in place of tokens.</summary>
    private static readonly GeneratedMember[] OfFeatures =
    [
        Named("FeatureCount"),
        Named("Standardization"),
        Named("_standardization"),
        Method("Predict", Features, Floats),
        Method("PredictMany", Features, Tokens, Floats),
        Method("Step", Features, Floats, Floats),
    ];

    private static readonly GeneratedMember[] Classification =
    [
        .. Common,
        .. OfFeatures,
        Named("ClassCount"),
        Method("Backward", Tokens, "int", Floats),
        Method("Backward", Features, "int", Floats),
    ];

    private static readonly GeneratedMember[] Labeling =
    [
        .. Common,
        .. OfFeatures,
        Named("LabelCount"),
        Method("Predict", Tokens, Integers),
        Method("Predict", Features, Integers),
        Method("PredictMany", Tokens, Tokens, Integers),
        Method("PredictMany", Features, Tokens, Integers),
        Method("Backward", Tokens, Tokens, Floats),
        Method("Backward", Features, Tokens, Floats),
    ];

    private static readonly GeneratedMember[] Generation =
    [
        .. Common,
        Method("LogProbability", Tokens),
        Method("Backward", Tokens, Floats),
    ];

    private static readonly GeneratedMember[] Regression =
    [
        .. Common,
        .. OfFeatures,
        Named("OutputCount"),
        Method("Backward", Tokens, Features, Floats),
        Method("Backward", Features, Features, Floats),
    ];

    /// <summary>The members of a model of one task.</summary>
    public static IReadOnlyList<GeneratedMember> Of(ModelTask task) => task switch
    {
        ModelTask.Classification => Classification,
        ModelTask.Labeling => Labeling,
        ModelTask.Regression => Regression,
        _ => Generation,
    };

    private static GeneratedMember Named(string name) => new(name, null);

    private static GeneratedMember Method(string name, params string[] parameterTypes) => new(name, string.Join(", ", parameterTypes));
}
