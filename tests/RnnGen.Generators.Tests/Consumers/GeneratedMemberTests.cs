using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using RnnGen.Generators.Model;
using RnnGen.Generators.Tests.Harness;

namespace RnnGen.Generators.Tests.Consumers;

/// <summary>The list of members that users must not declare is the list of those that are generated.</summary>
public sealed class GeneratedMemberTests
{
    private const string Rest = "Hidden = 8, SequenceLength = 9";

    /// <summary>Sizes that only some networks have.</summary>
    private const string Deep = "Vocabulary = 50, Layers = 2, Embedding = 4, " + Rest;

    private const string Numbers = "Features = 5, " + Rest;

    [Theory]
    [InlineData("SequenceClassifier", ", Classes = 3", nameof(ModelTask.Classification))]
    [InlineData("SequenceLabeler", ", Labels = 3", nameof(ModelTask.Labeling))]
    [InlineData("SequenceLabeler", ", Labels = 3, Cell = RnnGen.CellKind.Lstm", nameof(ModelTask.Labeling))]
    [InlineData("SequenceRegressor", ", Outputs = 3", nameof(ModelTask.Regression))]
    public void The_list_is_what_networks_of_tokens_and_of_numbers_have_together(string attribute, string outputs, string task) => Assert.Equal(
        Known(task).Order(System.StringComparer.Ordinal),
        MembersOf($"{attribute}({Deep}{outputs}").Union(MembersOf($"{attribute}({Numbers}{outputs}")).Order(System.StringComparer.Ordinal));

    [Theory]
    [InlineData("")]
    [InlineData(", Cell = RnnGen.CellKind.Gru")]
    public void The_list_is_what_a_generator_has(string cell) => Assert.Equal(
        Known(nameof(ModelTask.Generation)).Order(System.StringComparer.Ordinal),
        MembersOf($"SequenceGenerator({Deep}{cell}").Order(System.StringComparer.Ordinal));

    [Theory]
    [InlineData("SequenceClassifier(Vocabulary = 50, Classes = 3, " + Rest, nameof(ModelTask.Classification))]
    [InlineData("SequenceClassifier(Vocabulary = 50, Classes = 3, Pooling = RnnGen.Pooling.Mean, " + Rest, nameof(ModelTask.Classification))]
    [InlineData("SequenceLabeler(Vocabulary = 50, Labels = 3, Bidirectional = true, " + Rest, nameof(ModelTask.Labeling))]
    [InlineData("SequenceRegressor(Features = 5, Outputs = 3, EveryStep = true, Bidirectional = true, " + Rest, nameof(ModelTask.Regression))]
    [InlineData("SequenceGenerator(Vocabulary = 50, " + Rest, nameof(ModelTask.Generation))]
    public void No_network_has_members_that_are_not_in_the_list(string attribute, string task) => Assert.Subset(
        Known(task).ToHashSet(),
        MembersOf(attribute).ToHashSet());

    /// <summary>The runtime asks every model for its standardisation; that of a generator is none, whatever members of that name its author has.</summary>
    [Fact]
    public void A_standardization_of_ones_own_is_not_taken_for_that_of_the_model()
    {
        GeneratorRun run = new(Consumer.Compile(
            $"[RnnGen.SequenceGenerator(Vocabulary = 50, {Rest})] partial class Model {{ public RnnGen.FeatureStandardization Standardization => new(2); }}"));
        INamedTypeSymbol type = run.Output.GetTypeByMetadataName("Model")!;
        ISymbol asked = type.AllInterfaces.Single(contract => contract.Name == "IRecurrentModel").GetMembers("Standardization").Single();
        Assert.NotEmpty(Assert.IsAssignableFrom<IPropertySymbol>(type.FindImplementationForInterfaceMember(asked)).ExplicitInterfaceImplementations);
    }

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
