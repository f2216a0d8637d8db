using System;
using System.Collections.Generic;
using System.Linq;
using RnnGen.Generators.Tests.Harness;

namespace RnnGen.Generators.Tests.Parsing;

public sealed class HintNameTests
{
    private const string Attribute = "[RnnGen.SequenceGenerator(Vocabulary = 100, Hidden = 8, SequenceLength = 16)]";

    [Theory]
    [InlineData("# partial class M;", "M")]
    [InlineData("namespace Shop.Text; # partial class M;", "Shop.Text.M")]
    [InlineData("namespace Shop; partial class A { partial struct B { # partial class M; } }", "Shop.A+B+M")]
    [InlineData("partial class A { partial class B<T, U> { # partial class M; } }", "A+B{2}+M")]
    [InlineData("namespace @new; # partial class @class;", "new.class")]
    [InlineData("# partial class Größe_2;", "Gr[00F6][00DF]e_2")]
    [InlineData("# partial class \u0915\u094D\u0937;", "[0915][094D][0937]")]
    public void A_name_tells_the_place_in_plain_ascii(string declaration, string expected) =>
        Assert.Equal(expected, HintNameOf(declaration));

    [Fact]
    public void Classes_that_differ_in_their_place_or_in_case_alone_have_different_names()
    {
        string[] declarations =
        [
            "# partial class Model;",
            "# partial class model;",
            "# partial class MODEL;",
            "namespace Shop { # partial class Model; }",
            "namespace shop { # partial class Model; }",
            "namespace Shop.A { # partial class Model; }",
            "partial class Shop_A { # partial class Model; }",
            "partial class Outer { # public partial class Model; }",
            "partial class Outer<T> { # public partial class Model; }",
            "partial class Outer<T, U> { # public partial class Model; }",
            "partial class outer<T> { # public partial class Model; }",
            "namespace Outer1 { # public partial class Model; }",
            "# partial class \u00E9;",
            "# partial class \u00C9;",
            "# partial class e\u0301;",
            "# partial class _00E9_;",
        ];
        string source = string.Join('\n', declarations).Replace("#", Attribute, StringComparison.Ordinal);

        string[] names = [.. Specs.Of(source).Select(spec => spec.Type.HintName)];

        Assert.Equal(declarations.Length, names.Length);
        Assert.Equal(names.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void A_name_is_the_same_in_every_run_and_process()
    {
        string source = $"{Attribute} partial class Model; {Attribute} partial class model;";

        // The fingerprints are FNV-1a hashes of "Model" and of "model", computed elsewhere.
        Assert.Equal(["Model-5da52af9b083c29a", "model-9de543933e6e703a"], Specs.Of(source).Select(spec => spec.Type.HintName));
    }

    [Fact]
    public void A_long_name_is_cut_and_stays_unique()
    {
        string space = string.Join('.', Enumerable.Repeat("Department", 30));
        string source = $$"""namespace {{space}} { {{Attribute}} partial class First; {{Attribute}} partial class Second; }""";

        string[] names = [.. Specs.Of(source).Select(spec => spec.Type.HintName)];

        Assert.Equal(2, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names, name => Assert.InRange(name.Length, 1, 230));
        Assert.All(names, name => Assert.StartsWith("Department.Department", name, StringComparison.Ordinal));
    }

    [Fact]
    public void A_class_keeps_its_name_when_others_come_and_go()
    {
        string model = $"namespace Shop {{ {Attribute} partial class Model; }}";

        IEnumerable<string> alone = Specs.Of(model).Select(spec => spec.Type.HintName);
        IEnumerable<string> among = Specs.Of(model, "namespace Shop { class Other; class Model<T>; } namespace Shops { class Model; }").Select(spec => spec.Type.HintName);

        Assert.Equal(alone, among);
    }

    private static string HintNameOf(string declaration) =>
        Specs.OfSingle(declaration.Replace("#", Attribute, StringComparison.Ordinal)).Type.HintName;
}
