using System.Threading.Tasks;
using RnnGen.Generators.Tests.Harness;

namespace RnnGen.Generators.Tests.Diagnostics;

public sealed class ClassRuleTests
{
    private const string Attribute = "[RnnGen.SequenceGenerator(Vocabulary = 100, Hidden = 8, SequenceLength = 16)]";

    [Fact]
    public Task A_class_must_be_partial() => DeclarationCheck.IsRefused(
        $"{Attribute} public sealed class {{|RNNGEN001:Characters|}};",
        "The class 'Characters' must be partial so that its network can be written into it; add the modifier 'partial'");

    [Fact]
    public Task A_partial_class_is_valid() => DeclarationCheck.IsValid($"{Attribute} public sealed partial class Characters;");

    [Fact]
    public Task Every_part_of_a_class_must_be_partial() => DeclarationCheck.IsRefused(
        $"{Attribute} public partial class Characters; class {{|RNNGEN001:Characters|}} {{ }}",
        "The class 'Characters' must be partial so that its network can be written into it; add the modifier 'partial'");

    [Fact]
    public Task A_containing_type_must_be_partial() => DeclarationCheck.IsRefused(
        $$"""struct Outer { {{Attribute}} public sealed partial class {|RNNGEN002:Characters|}; }""",
        "The type 'Outer' must be partial because the model 'Characters' stands inside it; add the modifier 'partial' to 'Outer'");

    [Fact]
    public Task Every_containing_type_must_be_partial() => DeclarationCheck.IsRefused(
        $$"""
        namespace Shop;
        class Outer<T>
        {
            partial struct Middle
            {
                interface IInner { {{Attribute}} public sealed partial class {|RNNGEN002:{|RNNGEN002:Characters|}|}; }
            }
        }
        """,
        "The type 'IInner' must be partial because the model 'Characters' stands inside it; add the modifier 'partial' to 'IInner'",
        "The type 'Outer' must be partial because the model 'Characters' stands inside it; add the modifier 'partial' to 'Outer'");

    [Fact]
    public Task Containing_types_that_are_partial_are_valid() => DeclarationCheck.IsValid(
        $$"""
        namespace Shop;
        partial class Outer<T>
        {
            partial struct Middle
            {
                partial interface IInner { {{Attribute}} public sealed partial class Characters; }
            }
        }
        """);

    [Fact]
    public Task A_static_class_is_refused() => DeclarationCheck.IsRefused(
        $"{Attribute} public static partial class {{|RNNGEN003:Characters|}};",
        "The class 'Characters' cannot be static: a model has weights of its own; remove the modifier 'static'");

    [Fact]
    public Task A_class_in_a_static_class_is_valid() => DeclarationCheck.IsValid(
        $$"""static partial class Models { {{Attribute}} public sealed partial class Characters; }""");

    [Fact]
    public Task An_abstract_class_is_refused() => DeclarationCheck.IsRefused(
        $"{Attribute} public abstract partial class {{|RNNGEN004:Characters|}};",
        "The class 'Characters' cannot be abstract: the runtime creates models when it loads them; remove the modifier 'abstract'");

    [Fact]
    public Task A_class_that_is_not_sealed_is_valid() => DeclarationCheck.IsValid($"{Attribute} public partial class Characters;");

    [Fact]
    public Task A_generic_class_is_refused() => DeclarationCheck.IsRefused(
        $"{Attribute} public sealed partial class {{|RNNGEN005:Characters|}}<T>;",
        "The class 'Characters' cannot be generic: its sizes do not depend on a type; remove its type parameters");

    [Fact]
    public Task A_class_in_a_generic_class_is_valid() => DeclarationCheck.IsValid(
        $$"""partial class Outer<T> where T : class { {{Attribute}} public sealed partial class Characters; }""");

    [Fact]
    public Task A_class_local_to_a_file_is_refused() => DeclarationCheck.IsRefused(
        $"{Attribute} file sealed partial class {{|RNNGEN006:Characters|}};",
        "The class 'Characters' cannot be local to a file: its network is written into another file; remove the modifier 'file'");

    [Fact]
    public Task A_class_in_a_class_local_to_a_file_is_refused() => DeclarationCheck.IsRefused(
        $$"""file partial class Outer { {{Attribute}} public sealed partial class {|RNNGEN006:Characters|}; }""",
        "The class 'Characters' cannot be local to a file: its network is written into another file; remove the modifier 'file'");

    [Fact]
    public Task A_class_beside_one_local_to_a_file_is_valid() => DeclarationCheck.IsValid(
        $"file class Other; {Attribute} internal sealed partial class Characters;");

    [Theory]
    [InlineData("record")]
    [InlineData("record class")]
    public Task A_record_is_refused(string keyword) => DeclarationCheck.IsRefused(
        $"{Attribute} public sealed partial {keyword} {{|RNNGEN007:Characters|}};",
        "The model 'Characters' cannot be a record: its weights change, and a copy would share them; declare it as a class");

    [Theory]
    [InlineData("record")]
    [InlineData("record struct")]
    public Task A_class_in_a_record_is_valid(string keyword) => DeclarationCheck.IsValid(
        $$"""partial {{keyword}} Outer(int X) { {{Attribute}} public sealed partial class Characters; }""");

    [Fact]
    public Task Each_thing_wrong_with_a_class_is_reported() => DeclarationCheck.IsRefused(
        $"{Attribute} abstract class {{|RNNGEN001:{{|RNNGEN004:{{|RNNGEN005:Characters|}}|}}|}}<T>;",
        "The class 'Characters' must be partial so that its network can be written into it; add the modifier 'partial'",
        "The class 'Characters' cannot be abstract: the runtime creates models when it loads them; remove the modifier 'abstract'",
        "The class 'Characters' cannot be generic: its sizes do not depend on a type; remove its type parameters");
}
