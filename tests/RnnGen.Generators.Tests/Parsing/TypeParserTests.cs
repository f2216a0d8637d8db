using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RnnGen.Generators.Model;
using RnnGen.Generators.Tests.Harness;

namespace RnnGen.Generators.Tests.Parsing;

public sealed class TypeParserTests
{
    private const string Attribute = "[RnnGen.SequenceGenerator(Vocabulary = 100, Hidden = 8, SequenceLength = 16)]";

    /// <summary>A declaration; the namespace, the containing types, the name and the accessibility it must become.</summary>
    public static TheoryData<string, string, string[], string, string> Declarations => new()
    {
        { "namespace Shop.Text; # public sealed partial class M;", "Shop.Text", [], "M", "public" },
        { "namespace Shop { namespace Text { # partial class M; } }", "Shop.Text", [], "M", "internal" },
        { "# partial class M { }", "", [], "M", "internal" },
        { "public partial class Outer { # protected internal partial class M; }", "", ["partial class Outer"], "M", "protected internal" },
        { "partial class Outer { # private protected partial class M; }", "", ["partial class Outer"], "M", "private protected" },
        { "partial class Outer { # partial class M; }", "", ["partial class Outer"], "M", "private" },
        { "partial interface IOuter { # partial class M; }", "", ["partial interface IOuter"], "M", "public" },
        { "partial record Outer(int X) { # public partial class M; }", "", ["partial record Outer"], "M", "public" },
        { "partial record struct Outer { # public partial class M; }", "", ["partial record struct Outer"], "M", "public" },
        { "readonly ref partial struct Outer { # public partial class M; }", "", ["partial struct Outer"], "M", "public" },
        { "static partial class Outer { # public partial class M; }", "", ["partial class Outer"], "M", "public" },
        {
            "namespace N; partial class A<T> where T : class { partial struct B<U, V> where U : struct { partial interface C<in W> { } partial class D { # public partial class M; } } }",
            "N", ["partial class A<T>", "partial struct B<U, V>", "partial class D"], "M", "public"
        },
        { "namespace @namespace.@event; partial class @class<@int> { # public partial class @return; }", "@namespace.@event", ["partial class @class<@int>"], "@return", "public" },
        { "# public partial class @record;", "", [], "@record", "public" },
        { "namespace Größe.数; # public partial class Прогноз;", "Größe.数", [], "Прогноз", "public" },
        { "# public partial class \\u0041bc;", "", [], "Abc", "public" },
        { "namespace System { # public partial class Span; }", "System", [], "Span", "public" },
    };

    [Theory]
    [MemberData(nameof(Declarations))]
    public void A_class_is_described_as_its_second_part_has_to_repeat_it(
        string declaration, string space, string[] containingTypes, string name, string accessibility)
    {
        TypeSpec type = Specs.OfSingle(declaration.Replace("#", Attribute, System.StringComparison.Ordinal)).Type;

        Assert.Equal(space, type.Namespace);
        Assert.Equal(containingTypes, type.ContainingTypes);
        Assert.Equal(name, type.Name);
        Assert.Equal(name.TrimStart('@'), type.DisplayName);
        Assert.Equal(accessibility, type.Accessibility);
    }

    [Theory]
    [MemberData(nameof(Declarations))]
    public void The_second_part_joins_the_first(
        string declaration, string space, string[] containingTypes, string name, string accessibility)
    {
        Assert.NotNull((space, containingTypes, name, accessibility).ToString());
        string source = declaration.Replace("#", Attribute, System.StringComparison.Ordinal);
        TypeSpec type = Specs.OfSingle(source).Type;

        CSharpCompilation compilation = Consumer.Compile(source, WriteSecondPart(type));

        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Error));
        INamedTypeSymbol model = Assert.Single(compilation.GetSymbolsWithName("SecondPart", SymbolFilter.Member, TestContext.Current.CancellationToken)).ContainingType;
        Assert.Equal(2, model.DeclaringSyntaxReferences.Length);
    }

    private static string WriteSecondPart(TypeSpec type)
    {
        StringBuilder text = new();
        string[] scopes =
        [
            .. type.Namespace.Length == 0 ? [] : new[] { "namespace " + type.Namespace },
            .. type.ContainingTypes,
            type.Accessibility + " partial class " + type.Name,
        ];
        foreach (string scope in scopes)
        {
            _ = text.Append(scope).Append(" { ");
        }

        return text.Append("public const int SecondPart = 1;").Append('}', scopes.Length).ToString();
    }
}
