using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using RnnGen.Generators.Model;
using RnnGen.Generators.Tests.Harness;

namespace RnnGen.Generators.Tests.Consumers;

/// <summary>The list of members that users must not declare is the list of those that are generated.</summary>
public sealed class GeneratedMemberTests
{
    /// <summary>Sizes that only some networks have, and the step, which those that read both ways do not have.</summary>
    private const string Deep = ", Layers = 2, Embedding = 4";

    [Theory]
    [InlineData("SequenceClassifier(Vocabulary = 50, Hidden = 8, SequenceLength = 9, Classes = 3" + Deep, nameof(ModelTask.Classification))]
    [InlineData("SequenceLabeler(Vocabulary = 50, Hidden = 8, SequenceLength = 9, Labels = 3" + Deep, nameof(ModelTask.Labeling))]
    [InlineData("SequenceGenerator(Vocabulary = 50, Hidden = 8, SequenceLength = 9" + Deep, nameof(ModelTask.Generation))]
    [InlineData("SequenceGenerator(Vocabulary = 50, Hidden = 8, SequenceLength = 9, Cell = RnnGen.CellKind.Gru" + Deep, nameof(ModelTask.Generation))]
    [InlineData("SequenceLabeler(Vocabulary = 50, Hidden = 8, SequenceLength = 9, Labels = 3, Cell = RnnGen.CellKind.Lstm" + Deep, nameof(ModelTask.Labeling))]
    public void The_list_is_complete_and_has_nothing_else(string attribute, string task) => Assert.Equal(
        Known(task).Order(System.StringComparer.Ordinal),
        MembersOf(attribute).Order(System.StringComparer.Ordinal));

    [Theory]
    [InlineData("SequenceClassifier(Vocabulary = 50, Hidden = 8, SequenceLength = 9, Classes = 3", nameof(ModelTask.Classification))]
    [InlineData("SequenceClassifier(Vocabulary = 50, Hidden = 8, SequenceLength = 9, Classes = 3, Pooling = RnnGen.Pooling.Mean", nameof(ModelTask.Classification))]
    [InlineData("SequenceLabeler(Vocabulary = 50, Hidden = 8, SequenceLength = 9, Labels = 3, Bidirectional = true", nameof(ModelTask.Labeling))]
    [InlineData("SequenceGenerator(Vocabulary = 50, Hidden = 8, SequenceLength = 9", nameof(ModelTask.Generation))]
    public void No_network_has_members_that_are_not_in_the_list(string attribute, string task) => Assert.Subset(
        Known(task).ToHashSet(),
        MembersOf(attribute).ToHashSet());

    private static IEnumerable<string> Known(string task) =>
        GeneratedMembers.Of(System.Enum.Parse<ModelTask>(task)).Select(member => member.ToString());

    private static IEnumerable<string> MembersOf(string attribute)
    {
        GeneratorRun run = new(Consumer.Compile($"[RnnGen.{attribute})] partial class Model;"));
        INamedTypeSymbol type = run.Output.GetTypeByMetadataName("Model")!;

        // An explicit implementation and an accessor have names that no user can write.
        return type.GetMembers()
            .Where(member => !member.IsImplicitlyDeclared)
            .Where(member => member is not IMethodSymbol { MethodKind: MethodKind.ExplicitInterfaceImplementation or MethodKind.PropertyGet or MethodKind.PropertySet })
            .Where(member => member is not IPropertySymbol { ExplicitInterfaceImplementations.Length: > 0 })
            .Select(member => new GeneratedMember(
                member.Name,
                member is IMethodSymbol method
                    ? string.Join(", ", method.Parameters.Select(parameter => parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)))
                    : null).ToString());
    }
}
