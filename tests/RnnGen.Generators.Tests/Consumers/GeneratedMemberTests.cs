using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using RnnGen.Generators.Model;
using RnnGen.Generators.Tests.Harness;

namespace RnnGen.Generators.Tests.Consumers;

/// <summary>The list of members that users must not declare is the list of those that are generated.</summary>
public sealed class GeneratedMemberTests
{
    [Theory]
    [InlineData("SequenceClassifier(Vocabulary = 50, Hidden = 8, SequenceLength = 9, Classes = 3)", nameof(ModelTask.Classification))]
    [InlineData("SequenceLabeler(Vocabulary = 50, Hidden = 8, SequenceLength = 9, Labels = 3)", nameof(ModelTask.Labeling))]
    [InlineData("SequenceGenerator(Vocabulary = 50, Hidden = 8, SequenceLength = 9)", nameof(ModelTask.Generation))]
    [InlineData("SequenceGenerator(Vocabulary = 50, Hidden = 8, SequenceLength = 9, Cell = RnnGen.CellKind.Gru)", nameof(ModelTask.Generation))]
    [InlineData("SequenceLabeler(Vocabulary = 50, Hidden = 8, SequenceLength = 9, Labels = 3, Cell = RnnGen.CellKind.Lstm)", nameof(ModelTask.Labeling))]
    public void The_list_is_complete_and_has_nothing_else(string attribute, string task)
    {
        GeneratorRun run = new(Consumer.Compile($"[RnnGen.{attribute}] partial class Model;"));
        INamedTypeSymbol type = run.Output.GetTypeByMetadataName("Model")!;

        // An explicit implementation and an accessor have names that no user can write.
        IEnumerable<GeneratedMember> members = type.GetMembers()
            .Where(member => !member.IsImplicitlyDeclared)
            .Where(member => member is not IMethodSymbol { MethodKind: MethodKind.ExplicitInterfaceImplementation or MethodKind.PropertyGet or MethodKind.PropertySet })
            .Where(member => member is not IPropertySymbol { ExplicitInterfaceImplementations.Length: > 0 })
            .Select(member => new GeneratedMember(
                member.Name,
                member is IMethodSymbol method
                    ? string.Join(", ", method.Parameters.Select(parameter => parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)))
                    : null));

        Assert.Equal(
            GeneratedMembers.Of(System.Enum.Parse<ModelTask>(task)).Select(member => member.ToString()).Order(System.StringComparer.Ordinal),
            members.Select(member => member.ToString()).Order(System.StringComparer.Ordinal));
    }
}
