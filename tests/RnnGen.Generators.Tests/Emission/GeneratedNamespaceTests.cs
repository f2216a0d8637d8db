using System;
using System.Linq;
using RnnGen.Generators.Emission;
using RnnGen.Generators.Tests.Harness;

namespace RnnGen.Generators.Tests.Emission;

public sealed class GeneratedNamespaceTests
{
    private const string Attribute = "[RnnGen.SequenceGenerator(Vocabulary = 9, Hidden = 4, SequenceLength = 5)]";

    [Theory]
    [InlineData("# partial class Model;", "RnnGen.Generated.Model")]
    [InlineData("namespace Shop.Text; # partial class Model;", "RnnGen.Generated.Shop_Text_Model")]
    [InlineData("partial class Outer<T> { # partial class Model; }", "RnnGen.Generated.Outer_7B1_7D_2BModel")]
    [InlineData("# partial class My_Model;", "RnnGen.Generated.My_5FModel")]
    [InlineData("# partial class Größe;", "RnnGen.Generated.Gr_5B00F6_5D_5B00DF_5De")]
    [InlineData("# partial class @class;", "RnnGen.Generated.@class")]
    [InlineData("# partial class @record;", "RnnGen.Generated.@record")]
    [InlineData("namespace @namespace; # partial class @class;", "RnnGen.Generated.namespace_class")]
    public void A_namespace_tells_the_place_of_the_class(string declaration, string expected) => Assert.Equal(expected, NamespaceOf(declaration));

    [Theory]
    [InlineData("class")]
    [InlineData("record")]
    [InlineData("A_x005fB")]
    [InlineData("_")]
    public void A_class_of_any_name_compiles_outside_of_all_namespaces(string name)
    {
        using GeneratedCode code = GeneratedCode.Compile($"{Attribute} public partial class @{name};");

        Assert.NotNull(Activator.CreateInstance(code.Assembly.GetType(name, throwOnError: true)!, 1));
    }

    [Fact]
    public void Two_classes_have_two_namespaces()
    {
        string[] declarations =
        [
            "# partial class A_B;",
            "namespace A { # partial class B; }",
            "namespace A { # partial class _B; }",
            "namespace A_ { # partial class B; }",
            "# partial class A__B;",
            "# partial class A_x005fB;",
            "namespace A { # partial class x005fB; }",
            "# partial class A_5FB;",
            "namespace A { # partial class FB; }",
            "partial class A { # public partial class D; }",
            "# partial class A_2BD;",
        ];
        string source = string.Join('\n', declarations).Replace("#", Attribute, StringComparison.Ordinal);

        string[] names = [.. Specs.Of(source).Select(spec => GeneratedNamespace.For(spec.Type))];

        Assert.Equal(declarations.Length, names.Length);
        Assert.Equal(names.Length, names.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_class_whose_name_is_still_missing_stops_nothing() => Assert.Empty(
        new GeneratorRun(Consumer.Compile($"{Attribute} partial class {{ }}")).Result.Diagnostics);

    private static string NamespaceOf(string declaration) =>
        GeneratedNamespace.For(Specs.OfSingle(declaration.Replace("#", Attribute, StringComparison.Ordinal)).Type);
}
