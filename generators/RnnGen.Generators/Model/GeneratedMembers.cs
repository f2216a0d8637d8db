using System.Collections.Generic;

namespace RnnGen.Generators.Model;

/// <summary>Every member of a generated class: what the emitter may write and a user may not.</summary>
internal static class GeneratedMembers
{
    private const string Tokens = "global::System.ReadOnlySpan<int>";
    private const string Floats = "global::System.Span<float>";
    private const string Integers = "global::System.Span<int>";
    private const string ReadOnlyFloats = "global::System.ReadOnlySpan<float>";
    private const string Workspace = "global::RnnGen.Training.TrainingWorkspace";

    private static readonly GeneratedMember[] Common =
    [
        Named("Description"),
        Named("Parameters"),
        Named("VocabularySize"),
        Named("HiddenSize"),
        Named("SequenceLength"),
        Named("OutputSize"),
        Named("ParameterCount"),
        Named("ParameterStorage"),
        Named("StateSize"),
        Named("Kernels512"),
        Named("Kernels256"),
        Named("Kernels128"),
        Method(GeneratedMember.ConstructorName),
        Method(GeneratedMember.ConstructorName, "int"),
        Method("Create", "int"),
        Method("Load", "string"),
        Method("Save", "string"),
        Method("Step", "int", Floats, Floats),
        Method("Predict", Tokens, Floats),
        Method("ForwardBlock", Workspace, "int"),
        Method("BackwardBlock", Workspace, "int"),
        Method("AccumulateGradients", Workspace, "int", Floats),
        Method("Transpose", ReadOnlyFloats, Floats),
    ];

    private static readonly GeneratedMember[] Classification =
    [
        .. Common,
        Named("ClassCount"),
        Method("Backward", Tokens, "int", Floats),
    ];

    private static readonly GeneratedMember[] Labeling =
    [
        .. Common,
        Named("LabelCount"),
        Method("Predict", Tokens, Integers),
        Method("Backward", Tokens, Tokens, Floats),
    ];

    private static readonly GeneratedMember[] Generation =
    [
        .. Common,
        Method("LogProbability", Tokens),
        Method("Backward", Tokens, Floats),
    ];

    /// <summary>The members of a model of one task.</summary>
    public static IReadOnlyList<GeneratedMember> Of(ModelTask task) => task switch
    {
        ModelTask.Classification => Classification,
        ModelTask.Labeling => Labeling,
        _ => Generation,
    };

    private static GeneratedMember Named(string name) => new(name, null);

    private static GeneratedMember Method(string name, params string[] parameterTypes) => new(name, string.Join(", ", parameterTypes));
}
