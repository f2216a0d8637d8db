using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RnnGen.Generators.Tests.Harness;

namespace RnnGen.Generators.Tests.Diagnostics;

public sealed class MemberRuleTests
{
    private const string Attribute = "[RnnGen.SequenceClassifier(Vocabulary = 100, Hidden = 8, SequenceLength = 16, Classes = 2)]";

    [Theory]
    [InlineData("public int {|RNNGEN012:ParameterCount|};", "Model.ParameterCount")]
    [InlineData("public const int {|RNNGEN012:ClassCount|} = 2;", "Model.ClassCount")]
    [InlineData("public string {|RNNGEN012:Description|} => null;", "Model.Description")]
    [InlineData("public int {|RNNGEN012:Step|} { get; set; }", "Model.Step")]
    [InlineData("public event System.Action {|RNNGEN012:Predict|};", "Model.Predict")]
    [InlineData("private class {|RNNGEN012:StateSize|} { }", "Model.StateSize")]
    [InlineData("public void {|RNNGEN012:VocabularySize|}() { }", "Model.VocabularySize()")]
    [InlineData("public static Model {|RNNGEN012:Load|}(System.IO.Stream s) => null;", "Model.Load(Stream)")]
    [InlineData("int {|RNNGEN012:Predict|}(System.ReadOnlySpan<int> a, System.Span<float> b) => 0;", "Model.Predict(ReadOnlySpan<int>, Span<float>)")]
    public Task A_member_that_is_generated_is_refused_at_its_name(string member, string name) => DeclarationCheck.IsRefused(
        $$"""{{Attribute}} partial class Model { {{member}} }""",
        $"The member '{name}' collides with one that is generated for the model 'Model'; rename it");

    [Theory]
    [InlineData("int seed", "int")]
    [InlineData("RnnGen.ModelDescription description", "ModelDescription")]
    public Task A_constructor_that_is_generated_cannot_be_renamed(string parameters, string types) => DeclarationCheck.IsRefused(
        $$"""{{Attribute}} partial class Model { public {|RNNGEN012:Model|}({{parameters}}) { } }""",
        $"The member 'Model.Model({types})' collides with one that is generated for the model 'Model'; remove it or give it other parameters");

    [Theory]
    [InlineData("public int Parameter;")]
    [InlineData("public const int LabelCount = 2;")]
    [InlineData("public static Model Create(int seed) => new(seed);")]
    [InlineData("public int Step(int token) => token;")]
    [InlineData("public int Step<T>(int token, System.Span<float> state, System.Span<float> probabilities) => token;")]
    [InlineData("public int Step(ref int token, System.Span<float> state, System.Span<float> probabilities) => token;")]
    [InlineData("public Model(string name) : this(1) { }")]
    [InlineData("public Model() : this(1) { }")]
    [InlineData("static Model() { }")]
    [InlineData("~Model() { }")]
    [InlineData("public int this[int index] => index;")]
    public Task A_member_that_is_not_generated_is_valid(string member) => DeclarationCheck.IsValid(
        $$"""{{Attribute}} partial class Model { {{member}} }""");

    [Fact]
    public Task A_member_in_another_part_is_refused_there() => DeclarationCheck.IsRefused(
        $$"""{{Attribute}} partial class Model; partial class Model { int {|RNNGEN012:HiddenSize|}; }""",
        "The member 'Model.HiddenSize' collides with one that is generated for the model 'Model'; rename it");

    [Theory]
    [InlineData("public int HiddenSize;", "Base.HiddenSize")]
    [InlineData("protected static void Save(string path) { }", "Base.Save(string)")]
    public Task An_inherited_member_that_is_generated_is_refused_at_the_class(string member, string name) => DeclarationCheck.IsRefused(
        $$"""class Base { {{member}} } {{Attribute}} partial class {|RNNGEN012:Model|} : Base;""",
        $"The member '{name}' collides with one that is generated for the model 'Model'; rename it");

    [Theory]
    [InlineData("public class Model { }", "Base.Model")]
    [InlineData("protected enum Model { One }", "Base.Model")]
    public Task An_inherited_type_with_the_name_of_the_class_is_refused_at_the_class(string member, string name) => DeclarationCheck.IsRefused(
        $$"""class Base { {{member}} } {{Attribute}} partial class {|RNNGEN012:Model|} : Base;""",
        $"The member '{name}' collides with one that is generated for the model 'Model'; rename it or the model");

    [Theory]
    [InlineData("private class Model { }")]
    [InlineData("public class Model<T> { }")]
    [InlineData("public int Model;")]
    public async Task An_inherited_member_that_does_not_hide_the_name_of_the_class_is_valid(string member)
    {
        string source = $$"""public class Base { {{member}} } {{Attribute}} public partial class Model : Base;""";
        await DeclarationCheck.IsValid(source);
        using GeneratedCode code = GeneratedCode.Compile(ConsumerSettings.Default, source);
    }

    [Theory]
    [InlineData("private int HiddenSize;")]
    [InlineData("protected static void Save(string path, bool overwrite) { }")]
    [InlineData("protected Base(int seed) { } public Base() { }")]
    public Task An_inherited_member_that_is_not_hidden_is_valid(string member) => DeclarationCheck.IsValid(
        $$"""class Base { {{member}} } {{Attribute}} partial class Model : Base;""");

    [Theory]
    [InlineData("Step")]
    [InlineData("Parameters")]
    public Task A_class_with_the_name_of_a_generated_member_is_refused(string name) => DeclarationCheck.IsRefused(
        $"{Attribute} partial class {{|RNNGEN013:{name}|}};",
        $"The class '{name}' has the name of a member that is generated for it; rename the class");

    [Theory]
    [InlineData("Steps")]
    [InlineData("LogProbability")]
    public Task A_class_with_another_name_is_valid(string name) => DeclarationCheck.IsValid($"{Attribute} partial class {name};");

    [Theory]
    [InlineData("(string name)")]
    [InlineData("()")]
    [InlineData("(int seed)")]
    public Task A_primary_constructor_is_refused(string parameters) => DeclarationCheck.IsRefused(
        $"{Attribute} partial class Model{{|RNNGEN014:{parameters}|}};",
        "The model 'Model' cannot have a primary constructor, which every generated constructor would have to call; write an ordinary one");

    [Theory]
    [InlineData("public required string {|RNNGEN015:Name|} { get; set; }", "Name")]
    [InlineData("public required int {|RNNGEN015:Number|};", "Number")]
    public Task A_required_member_is_refused(string member, string name) => DeclarationCheck.IsRefused(
        $$"""{{Attribute}} partial class Model { {{member}} }""",
        $"The model 'Model' cannot have the required member '{name}', which the runtime cannot set when it loads a model; remove 'required'");

    [Fact]
    public Task An_inherited_required_member_is_refused_at_the_class() => DeclarationCheck.IsRefused(
        $$"""class Base { public required string Name { get; set; } } {{Attribute}} partial class {|RNNGEN015:Model|} : Base;""",
        "The model 'Model' cannot have the required member 'Name', which the runtime cannot set when it loads a model; remove 'required'");

    [Fact]
    public Task A_member_that_is_not_required_is_valid() => DeclarationCheck.IsValid(
        $$"""{{Attribute}} partial class Model { public string Name { get; init; } = ""; }""");

    [Theory]
    [InlineData("public Base(string name) { }")]
    [InlineData("private Base() { } public Base(string name) { }")]
    [InlineData("public Base(string name = null) { } public Base(int number = 0) { }")]
    [InlineData("public Base(params int[] numbers) { } public Base(string name = null) { } public Base(int number = 0) { }")]
    [InlineData("public Base(params int[] numbers) { } public Base(params bool[] flags) { }")]
    [InlineData("[System.Runtime.CompilerServices.OverloadResolutionPriority(-1)] public Base(long number = 0) { } public Base(string name = null) { } public Base(int number = 0) { }")]
    public async Task A_base_class_must_have_a_constructor_without_parameters(string constructors)
    {
        await DeclarationCheck.IsRefused(
            $$"""class Base { {{constructors}} } {{Attribute}} partial class {|RNNGEN016:Model|} : Base;""",
            "The base class 'Base' must have a constructor that the model 'Model' can call without arguments; add one or remove the base class");

        // The compiler does not find one either.
        CSharpCompilation derived = Consumer.Compile($$"""class Base { {{constructors}} } class Derived : Base { public Derived() { } }""");
        Assert.Contains(derived.GetDiagnostics(TestContext.Current.CancellationToken), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    [Theory]
    [InlineData("")]
    [InlineData("protected Base() { }")]
    [InlineData("public Base(string name = null) { }")]
    [InlineData("public Base(params int[] numbers) { }")]
    [InlineData("public Base() { } public Base(string name = null) { } public Base(int number = 0) { }")]
    [InlineData("public Base(string name = null) { } public Base(int number = 0, params int[] numbers) { }")]
    [InlineData("public Base(int number = 0, params int[] numbers) { } public Base(params bool[] flags) { }")]
    [InlineData("private Base(int number = 0) { } public Base(string name = null) { }")]
    [InlineData("public Base(int number = 0) { } [System.Runtime.CompilerServices.OverloadResolutionPriority(1)] public Base(string name = null) { }")]
    public async Task A_base_class_that_can_be_made_without_arguments_is_valid(string constructors)
    {
        string source = $$"""class Base { {{constructors}} } {{Attribute}} partial class Model : Base;""";
        await DeclarationCheck.IsValid(source);

        // The compiler, too, knows which constructor is called.
        Compilation output = new GeneratorRun(Consumer.Compile(source)).Output;
        SyntaxTree model = output.SyntaxTrees.Single(tree => Path.GetFileName(tree.FilePath) == "Model.g.cs");
        Assert.Empty(output.GetSemanticModel(model).GetDiagnostics(cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public Task A_model_cannot_derive_from_a_model() => DeclarationCheck.IsRefused(
        ConsumerSettings.Default,
        $$"""
        {{Attribute}} partial class Small;
        class Middle : Small { public Middle() : base(1) { } }
        {{Attribute}} partial class {|RNNGEN017:Large|} : Middle;
        """,
        ["The model 'Large' cannot derive from 'Small', which is a model itself; declare the two side by side"],
        valid: 1);

    [Fact]
    public Task A_class_that_is_no_model_may_derive_from_one() => DeclarationCheck.IsValid(
        $$"""{{Attribute}} partial class Model; class Derived : Model { public Derived() : base(1) { } public new int Step; }""");

    [Fact]
    public Task A_base_class_that_does_not_exist_is_left_to_the_compiler() => DeclarationCheck.IsValid(
        $$"""{{Attribute}} partial class Model : Missing;""");
}
