using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnGen.Generators.Tests.Harness;

namespace RnnGen.Generators.Tests.Emission;

/// <summary>Predictions run on threads of any kind, also on those with a small stack.</summary>
public sealed class StackMemoryTests
{
    /// <summary>64 KiB for the buffers, and besides them what aligns them and a few numbers a step.</summary>
    private const int MostBytes = (64 * 1024) + 256;

    private static readonly string[] Models =
    [
        "SequenceLabeler(Vocabulary = 100, Hidden = 1024, SequenceLength = 10, Labels = 17, Cell = CellKind.Lstm",
        "SequenceLabeler(Vocabulary = 100, Hidden = 1024, SequenceLength = 10, Labels = 500, Cell = CellKind.Gru",
        "SequenceGenerator(Vocabulary = 500, Hidden = 1024, SequenceLength = 10, Cell = CellKind.Lstm",
        "SequenceGenerator(Vocabulary = 100000, Hidden = 8, SequenceLength = 10",
        "SequenceClassifier(Vocabulary = 100, Hidden = 1024, SequenceLength = 10, Classes = 100000, Cell = CellKind.Lstm",
        "SequenceClassifier(Vocabulary = 100, Hidden = 1024, SequenceLength = 10, Classes = 10000, Cell = CellKind.Lstm",
        "SequenceClassifier(Vocabulary = 100, Hidden = 1024, SequenceLength = 10, Classes = 2, Cell = CellKind.Gru, ResetBefore = true",
        "SequenceLabeler(Features = 1024, Hidden = 1024, SequenceLength = 10, Labels = 17, Cell = CellKind.Lstm, Layers = 8",
        "SequenceRegressor(Features = 4, Hidden = 32, SequenceLength = 10, Outputs = 100000, EveryStep = true, Cell = CellKind.Gru",
    ];

    public static TheoryData<string> Declarations => [.. Models];

    [Theory]
    [MemberData(nameof(Declarations))]
    public void A_method_takes_64_KiB_of_stack_or_less(string attribute)
    {
        GeneratorRun run = new(Consumer.Compile($"using RnnGen; [{attribute})] public partial class Model;"));
        (string Method, int Bytes)[] methods =
        [
            .. from tree in run.Output.SyntaxTrees
               let model = run.Output.GetSemanticModel(tree)
               from method in tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<MethodDeclarationSyntax>()
               select ($"{tree.FilePath}: {method.Identifier}", method.DescendantNodes().OfType<StackAllocArrayCreationExpressionSyntax>().Sum(array => Bytes(model, array))),
        ];

        Assert.NotEmpty(methods);
        Assert.All(methods, method => Assert.True(method.Bytes <= MostBytes, method.ToString()));
    }

    /// <summary>The size of an array of floats or of integers, of 4 bytes each.</summary>
    private static int Bytes(SemanticModel model, StackAllocArrayCreationExpressionSyntax array) =>
        sizeof(float) * (int)model.GetConstantValue(((ArrayTypeSyntax)array.Type).RankSpecifiers[0].Sizes[0], TestContext.Current.CancellationToken).Value!;
}
