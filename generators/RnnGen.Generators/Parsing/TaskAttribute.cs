using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using RnnGen.Generators.Model;

namespace RnnGen.Generators.Parsing;

/// <summary>One of the attributes that declare a model: the task it names and the sizes it asks for.</summary>
/// <param name="MetadataName">The attribute's full name.</param>
/// <param name="Contract">The metadata name of the interface that the generated class fulfils.</param>
/// <param name="Task">The task.</param>
/// <param name="Sizes">The sizes it must declare, in the order in which the attribute's documentation has them.</param>
internal sealed record TaskAttribute(string MetadataName, string Contract, ModelTask Task, IReadOnlyList<SizeRange> Sizes)
{
    private const string Suffix = "Attribute";

    public static readonly TaskAttribute Classifier = new(
        RuntimeNames.ClassifierAttribute,
        RuntimeNames.Classifier,
        ModelTask.Classification,
        [SizeRange.Vocabulary, SizeRange.Hidden, SizeRange.SequenceLength, SizeRange.Classes]);

    public static readonly TaskAttribute Labeler = new(
        RuntimeNames.LabelerAttribute,
        RuntimeNames.Labeler,
        ModelTask.Labeling,
        [SizeRange.Vocabulary, SizeRange.Hidden, SizeRange.SequenceLength, SizeRange.Labels]);

    public static readonly TaskAttribute Generator = new(
        RuntimeNames.GeneratorAttribute,
        RuntimeNames.Generator,
        ModelTask.Generation,
        [SizeRange.Vocabulary, SizeRange.Hidden, SizeRange.SequenceLength]);

    public static readonly TaskAttribute Regressor = new(
        RuntimeNames.RegressorAttribute,
        RuntimeNames.Regressor,
        ModelTask.Regression,
        [SizeRange.Vocabulary, SizeRange.Hidden, SizeRange.SequenceLength, SizeRange.Outputs]);

    public static readonly IReadOnlyList<TaskAttribute> All = [Classifier, Labeler, Generator, Regressor];

    /// <summary>The sizes that it may declare.</summary>
    public static readonly IReadOnlyList<SizeRange> OptionalSizes = [SizeRange.Features, SizeRange.Layers, SizeRange.Embedding];

    /// <summary>The attribute as users write it, without brackets: <c>SequenceClassifier</c>.</summary>
    public string DisplayName { get; } =
        MetadataName.Substring(RuntimeNames.Namespace.Length + 1, MetadataName.Length - RuntimeNames.Namespace.Length - 1 - Suffix.Length);

    /// <summary>The size that counts the outputs: the classes, the labels, the numbers, or the vocabulary again.</summary>
    public SizeRange Outputs => Task switch
    {
        ModelTask.Classification => SizeRange.Classes,
        ModelTask.Labeling => SizeRange.Labels,
        ModelTask.Regression => SizeRange.Outputs,
        _ => SizeRange.Vocabulary,
    };

    /// <summary>The attribute whose class <paramref name="attributeClass"/> is; null for any other class.</summary>
    public static TaskAttribute? Of(INamedTypeSymbol? attributeClass) =>
        attributeClass is { Arity: 0, ContainingType: null, ContainingNamespace: { Name: RuntimeNames.Namespace, ContainingNamespace.IsGlobalNamespace: true } }
            ? All.FirstOrDefault(attribute => attribute.DisplayName + Suffix == attributeClass.Name)
            : null;

    /// <summary>Whether <paramref name="type"/> carries one of the attributes.</summary>
    public static bool IsOn(INamedTypeSymbol type) => type.GetAttributes().Any(data => Of(data.AttributeClass) is not null);
}
