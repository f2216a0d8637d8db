using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnGen.Generators.Model;
using RnnGen.Generators.Parsing;
using RnnGen.Generators.Tests.Consumers;
using RnnGen.Generators.Tests.Harness;

namespace RnnGen.Generators.Tests.Parsing;

/// <summary>The generator knows the runtime by names alone; here they meet.</summary>
public sealed class RuntimeNameTests
{
    private static readonly Assembly Runtime = typeof(SequenceModelAttribute).Assembly;

    /// <summary>What a description, passes and kernels spell out, after importing its namespace, and the tensors of a description, whose type its list implies.</summary>
    private static readonly Type[] SpeltOut =
    [
        typeof(TensorInfo),
        typeof(SequenceTask),
        typeof(CellKind),
        typeof(Nonlinearity),
        typeof(Pooling),
        typeof(Training.SequenceBlock),
        typeof(Training.SlotRun),
        typeof(Training.LayerRows),
        typeof(Training.GradientSums),
        typeof(Numerics.AlignedMemory),
        typeof(Numerics.CacheLines),
        typeof(Numerics.ThreadScratch),
        typeof(Numerics.LaneSpread),
        typeof(Numerics.SweepOrder),
        typeof(Numerics.VectorMath),
        typeof(Numerics.Softmax),
        typeof(Numerics.CrossEntropy),
        typeof(Numerics.RowMath),
        typeof(Numerics.TiedEmbedding),
        typeof(Numerics.SquaredError),
        typeof(Numerics.Matrix),
    ];

    public static TheoryData<string> TypeNames =>
        [.. typeof(RuntimeNames).GetFields()
            .Where(constant => !constant.Name.EndsWith(nameof(RuntimeNames.Namespace), StringComparison.Ordinal))
            .Where(constant => !constant.Name.EndsWith("Property", StringComparison.Ordinal))
            .Select(constant => (string)constant.GetRawConstantValue()!)];

    [Theory]
    [MemberData(nameof(TypeNames))]
    public void A_type_of_this_name_exists(string name) => Assert.True(Runtime.GetType(name)?.IsPublic, name);

    [Fact]
    public void The_types_of_the_runtime_that_generated_code_names_are_these()
    {
        // Outputs that are too many for the stack have a buffer elsewhere.
        const string Large = "[RnnGen.SequenceGenerator(Vocabulary = 100000, Hidden = 4, SequenceLength = 4)] public partial class LargeVocabulary;";
        GeneratorRun run = new(Consumer.Compile(ConsumerProject.Source, ConsumerProject.OtherKinds, Large));
        IEnumerable<string> named =
            from tree in run.Output.SyntaxTrees
            let model = run.Output.GetSemanticModel(tree)
            from node in tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes(descendIntoTrivia: true)
            where node is SimpleNameSyntax or ImplicitObjectCreationExpressionSyntax
            let symbol = model.GetSymbolInfo(node, TestContext.Current.CancellationToken).Symbol
            let type = symbol as INamedTypeSymbol ?? (symbol as IMethodSymbol)?.ContainingType
            where type?.ContainingAssembly.Name == Runtime.GetName().Name && type.ContainingType is null
            select $"{type.ContainingNamespace}.{type.MetadataName}";

        IEnumerable<string> known = TypeNames.Select(row => row.Data).Concat(SpeltOut.Select(type => type.FullName!));
        Assert.Equal(known.Order(StringComparer.Ordinal), named.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_namespace_is_that_of_the_attributes() => Assert.Equal(RuntimeNames.Namespace, typeof(SequenceModelAttribute).Namespace);

    [Theory]
    [InlineData(RuntimeNames.NumericsNamespace, typeof(Numerics.VectorMath))]
    [InlineData(RuntimeNames.TrainingNamespace, typeof(Training.TrainingWorkspace))]
    public void A_namespace_that_kernels_import_is_the_runtimes(string name, Type type) => Assert.Equal(name, type.Namespace);

    [Fact]
    public void Each_attribute_has_exactly_the_sizes_that_it_is_asked_for()
    {
        foreach (TaskAttribute attribute in TaskAttribute.All)
        {
            PropertyInfo[] properties = Runtime.GetType(attribute.MetadataName)!
                .GetProperties(BindingFlags.Instance | BindingFlags.Public)
                .Where(property => property.CanWrite)
                .ToArray();

            Assert.Equal(
                attribute.Sizes.Concat(TaskAttribute.OptionalSizes).Select(size => size.Property).Order(StringComparer.Ordinal),
                properties.Where(property => property.PropertyType == typeof(int)).Select(property => property.Name).Order(StringComparer.Ordinal));
            (string, Type)[] pooling = attribute == TaskAttribute.Classifier || attribute == TaskAttribute.Regressor ? [(RuntimeNames.PoolingProperty, typeof(Pooling))] : [];
            (string, Type)[] tied = attribute == TaskAttribute.Generator ? [(RuntimeNames.TieEmbeddingProperty, typeof(bool))] : [];
            (string, Type)[] everyStep = attribute == TaskAttribute.Regressor ? [(RuntimeNames.EveryStepProperty, typeof(bool))] : [];
            Assert.Equal(
                [
                    (RuntimeNames.BidirectionalProperty, typeof(bool)),
                    (RuntimeNames.CellProperty, typeof(CellKind)),
                    (RuntimeNames.DropoutProperty, typeof(double)),
                    .. everyStep,
                    (RuntimeNames.NonlinearityProperty, typeof(Nonlinearity)),
                    .. pooling,
                    (RuntimeNames.RecurrentDropoutProperty, typeof(double)),
                    (RuntimeNames.ResetBeforeProperty, typeof(bool)),
                    .. tied,
                ],
                properties.Where(property => property.PropertyType != typeof(int))
                    .Select(property => (property.Name, property.PropertyType))
                    .OrderBy(property => property.Name, StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Every_attribute_of_the_runtime_is_known() => Assert.Equal(
        Runtime.GetTypes().Where(type => type.IsSubclassOf(typeof(SequenceModelAttribute))).Select(type => type.FullName).Order(StringComparer.Ordinal),
        TaskAttribute.All.Select(attribute => attribute.MetadataName).Order(StringComparer.Ordinal));

    [Fact]
    public void Attributes_are_shown_as_users_write_them() => Assert.Equal(
        ["SequenceClassifier", "SequenceLabeler", "SequenceGenerator", "SequenceRegressor"], TaskAttribute.All.Select(attribute => attribute.DisplayName));

    [Theory]
    [InlineData(typeof(ModelNonlinearity), typeof(Nonlinearity))]
    [InlineData(typeof(ModelTask), typeof(SequenceTask))]
    [InlineData(typeof(ModelCell), typeof(CellKind))]
    [InlineData(typeof(ModelPooling), typeof(Pooling))]
    public void An_enum_has_the_members_of_the_runtimes(Type own, Type runtimes)
    {
        Assert.Equal(Enum.GetNames(runtimes), Enum.GetNames(own));
        Assert.Equal(
            Enum.GetValuesAsUnderlyingType(runtimes).Cast<int>(),
            Enum.GetValuesAsUnderlyingType(own).Cast<int>());
    }

    [Fact]
    public void The_largest_model_fits_spans_that_int_indexes()
    {
        // Every dimension rounded up to 16, as no kernel rounds it up further; LSTM, the widest cell, has four gates.
        const long Gates = 4;
        long vocabulary = Round(SizeRange.Vocabulary.Maximum);
        long hidden = Round(SizeRange.Hidden.Maximum);
        long outputs = Round(Math.Max(SizeRange.Classes.Maximum, Math.Max(SizeRange.Labels.Maximum, SizeRange.Vocabulary.Maximum)));

        long floats = (Gates * hidden * (vocabulary + hidden + 1)) + (outputs * (hidden + 1));

        Assert.InRange(floats, 1, Array.MaxLength);

        static long Round(int size) => (size + 15) / 16 * 16;
    }
}
