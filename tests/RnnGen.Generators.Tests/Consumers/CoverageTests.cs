using System;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Reflection;
using RnnGen.Generators.Tests.Harness;

namespace RnnGen.Generators.Tests.Consumers;

/// <summary>A consumer who measures coverage measures code of their own.</summary>
public sealed class CoverageTests
{
    private const BindingFlags Own = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    [Theory]
    [InlineData("SequenceClassifier(Vocabulary = 9, Classes = 2, Hidden = 4, SequenceLength = 5)")]
    [InlineData("SequenceRegressor(Features = 3, Outputs = 2, Hidden = 24, SequenceLength = 5, Cell = CellKind.Gru, EveryStep = true)")]
    public void What_is_generated_besides_the_class_does_not_count(string attribute)
    {
        using GeneratedCode code = GeneratedCode.Compile($"using RnnGen; [{attribute}] public partial class Model;");
        Type[] types =
        [
            .. code.Assembly.GetTypes().Where(type =>
                type is { IsInterface: false, Namespace: "RnnGen.Generated.Model" } && type.GetMembers(Own).Any(member => member is MethodBase)),
        ];

        Assert.True(types.Length >= 6, "The scan sees the description, prediction, training and three widths of kernels.");
        Assert.All(types, type => Assert.True(IsExcluded(type), type.FullName));
    }

    /// <summary>Whether tools leave a type out, which they do with a type in it, too.</summary>
    private static bool IsExcluded(Type? type) =>
        type is not null && (type.IsDefined(typeof(ExcludeFromCodeCoverageAttribute), inherit: false) || IsExcluded(type.DeclaringType));
}
