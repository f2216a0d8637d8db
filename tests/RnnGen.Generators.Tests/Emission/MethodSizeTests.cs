using System.Globalization;
using System.Linq;
using System.Reflection;
using RnnGen.Generators.Tests.Harness;

namespace RnnGen.Generators.Tests.Emission;

/// <summary>The just-in-time compiler silently stops optimising methods past some limits; no emitted method comes near them.</summary>
public sealed class MethodSizeTests
{
    /// <summary>
    /// CoreCLR switches to minimal optimisation past 60,000 bytes of IL, 2,000 blocks or 2,000 locals (DEFAULT_MIN_OPTS_CODE_SIZE, _BB_COUNT and
    /// _LV_NUM_COUNT in jit/compiler.h); inlined functions add to a method's locals, so that only a tenth is allowed here.
    /// </summary>
    private const int MostBytes = 6_000;

    private const int MostLocals = 200;

    private const string ResetBefore = "Cell = CellKind.Gru, ResetBefore = true";

    private static readonly int[] HiddenSizes = [1, 3, 8, 17, 32, 33, 48, 64, 65, 128, 256, 1024];

    public static TheoryData<int, string> Sizes =>
    [
        .. from cell in new[] { "Nonlinearity = Nonlinearity.Relu", "Cell = CellKind.Gru", ResetBefore, "Cell = CellKind.Lstm" }
           from hidden in HiddenSizes
           select (hidden, cell),
        .. from cell in new[] { "Cell = CellKind.Elman", "Cell = CellKind.Gru", ResetBefore, "Cell = CellKind.Lstm" }
           from hidden in new[] { 64, 1024 }
           select (hidden, cell + ", Layers = 2, Embedding = 300"),
    ];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Every_method_is_far_from_the_compilers_limits(int hidden, string cell)
    {
        // The classifier and the labeler of the first kind have tanh, which is longer.
        string size = hidden.ToString(CultureInfo.InvariantCulture);
        string others = cell.StartsWith("Cell", System.StringComparison.Ordinal) ? ", " + cell : "";
        using var code = GeneratedCode.Compile($"""
            using RnnGen;
            [SequenceClassifier(Vocabulary = 50, Hidden = {size}, SequenceLength = 4096, Classes = 2{others})] public partial class Classifier;
            [SequenceLabeler(Vocabulary = 100000, Hidden = {size}, SequenceLength = 1, Labels = 100{others})] public partial class Labeler;
            [SequenceGenerator(Vocabulary = 1000, Hidden = {size}, SequenceLength = 20, {cell})] public partial class Generator;
            """);
        const BindingFlags All = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        MethodBody[] bodies =
        [
            .. code.Assembly.GetTypes()
                .SelectMany(type => type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)))
                .Select(method => method.GetMethodBody())
                .OfType<MethodBody>(),
        ];

        Assert.True(bodies.Length > 100, "The scan sees the kernels.");
        Assert.InRange(bodies.Max(body => body.GetILAsByteArray()!.Length), 1, MostBytes);
        Assert.InRange(bodies.Max(body => body.LocalVariables.Count), 1, MostLocals);
    }
}
