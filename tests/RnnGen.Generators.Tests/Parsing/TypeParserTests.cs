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

    /// <summary>A declaration; the namespace, the containing types and the name it must become.</summary>
    public static TheoryData<string, string, string[], string> Declarations => new()
    {
        { "namespace Shop.Text; # public sealed partial class M;", "Shop.Text", [], "M" },
        { "namespace Shop { namespace Text { # partial class M; } }", "Shop.Text", [], "M" },
        { "# partial class M { }", "", [], "M" },
        { "public partial class Outer { # protected internal partial class M; }", "", ["partial class Outer"], "M" },
        { "partial class Outer { # private protected partial class M; }", "", ["partial class Outer"], "M" },
        { "partial class Outer { # partial class M; }", "", ["partial class Outer"], "M" },
        { "partial interface IOuter { # partial class M; }", "", ["partial interface IOuter"], "M" },
        { "partial record Outer(int X) { # public partial class M; }", "", ["partial record Outer"], "M" },
        { "partial record struct Outer { # public partial class M; }", "", ["partial record struct Outer"], "M" },
        { "readonly ref partial struct Outer { # public partial class M; }", "", ["partial struct Outer"], "M" },
        { "static partial class Outer { # public partial class M; }", "", ["partial class Outer"], "M" },
        {
            "namespace N; partial class A<T> where T : class { partial struct B<U, V> where U : struct { partial interface C<in W> { } partial class D { # public partial class M; } } }",
            "N", ["partial class A<T>", "partial struct B<U, V>", "partial class D"], "M"
        },
        { "namespace @namespace.@event; partial class @class<@int> { # public partial class @return; }", "@namespace.@event", ["partial class @class<@int>"], "@return" },
        { "# public partial class @record;", "", [], "@record" },
        { "namespace Größe.数; # public partial class Прогноз;", "Größe.数", [], "Прогноз" },
        { "# public partial class \\u0041bc;", "", [], "Abc" },
        { "namespace System { # public partial class Span; }", "System", [], "Span" },
    };

    [Theory]
    [MemberData(nameof(Declarations))]
    public void A_class_is_described_as_its_second_part_has_to_repeat_it(
        string declaration, string space, string[] containingTypes, string name)
    {
        TypeSpec type = Specs.OfSingle(declaration.Replace("#", Attribute, System.StringComparison.Ordinal)).Type;

        Assert.Equal(space, type.Namespace);
        Assert.Equal(containingTypes, type.ContainingTypes);
        Assert.Equal(name, type.Name);
        Assert.Equal(name.TrimStart('@'), type.DisplayName);
    }

    [Theory]
    [MemberData(nameof(Declarations))]
    public void The_second_part_joins_the_first(
        string declaration, string space, string[] containingTypes, string name)
    {
        Assert.NotNull((space, containingTypes, name).ToString());
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
            "partial class " + type.Name,
        ];
        foreach (string scope in scopes)
        {
            _ = text.Append(scope).Append(" { ");
        }

        return text.Append("public const int SecondPart = 1;").Append('}', scopes.Length).ToString();
    }
}
