using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RnnGen.Generators.Model;
using RnnGen.Generators.Tests.Harness;

namespace RnnGen.Generators.Tests.Pipeline;

/// <summary>An edit that changes no declared size changes nothing; one that does rewrites one model.</summary>
public sealed class IncrementalityTests
{
    private static readonly string[] Project =
    [
        """
        using RnnGen;
        namespace Shop;
        /// <summary>Is the review a good one?</summary>
        [System.Obsolete("Soon.")]
        [SequenceClassifier(Vocabulary = Sizes.Vocabulary, Hidden = 8, SequenceLength = 16, Classes = 2)]
        public sealed partial class Sentiment
        {
            public int First() => 1;
            public int Second() => 2;
        }
        [SequenceClassifier(Vocabulary = 50, Hidden = 8, SequenceLength = 16, Classes = 3)]
        public sealed partial class Topic;
        """,
        """
        using RnnGen;
        namespace Shop;
        public static partial class Models<T>
        {
            [SequenceLabeler(Vocabulary = 50, Hidden = 8, SequenceLength = 16, Labels = 3)]
            public sealed partial class Tagger;
        }
        [SequenceGenerator(Vocabulary = 50, Hidden = 8, SequenceLength = 16)]
        public sealed partial class Characters;
        """,
        "namespace Shop; public static class Sizes { public const int Vocabulary = 100; public const int Other = 1; }",
    ];

    /// <summary>Name of the edit, the file, what is replaced and by what.</summary>
    public static TheoryData<string, int, string, string> HarmlessEdits => new()
    {
        { "another file", 2, "Other = 1", "Other = 2" },
        { "a constant to the same value", 2, "Vocabulary = 100", "Vocabulary = 10 * 10" },
        { "a comment before the class", 0, "/// <summary>Is the", "// A comment.\n/// <summary>Is the" },
        { "a comment inside the attribute", 0, "Hidden = 8", "Hidden = /* small */ 8" },
        { "a comment at the end", 1, "class Characters;", "class Characters; // the last one" },
        { "white space", 0, "namespace Shop;", "namespace Shop;\n\n\n" },
        { "the body of a member", 0, "=> 2", "=> 3" },
        { "a new member", 0, "=> 2;", "=> 2; private int _third;" },
        { "a new class", 2, "namespace Shop;", "namespace Shop; public class New;" },
        { "a new using", 0, "using RnnGen;", "using RnnGen; using System.IO;" },
        { "the order of members", 0, "First() => 1;\n    public int Second() => 2;", "Second() => 2;\n    public int First() => 1;" },
        { "the order of arguments", 1, "Vocabulary = 50, Hidden = 8, SequenceLength = 16, Labels = 3", "Labels = 3, SequenceLength = 16, Hidden = 8, Vocabulary = 50" },
        { "the full name of the attribute", 1, "[SequenceLabeler(", "[global::RnnGen.SequenceLabelerAttribute(" },
        { "the default written out", 1, "Labels = 3", "Labels = 3, Nonlinearity = Nonlinearity.Tanh" },
        { "another attribute", 1, "[SequenceLabeler(", "[System.Serializable] [SequenceLabeler(" },
        { "one attribute less", 0, "[System.Obsolete(\"Soon.\")]\n", "" },
        { "an interface", 0, "class Sentiment", "class Sentiment : System.ICloneable" },
        { "the modifier sealed", 0, "sealed partial class Sentiment", "partial class Sentiment" },
        { "the accessibility", 1, "public sealed partial class Characters", "internal sealed partial class Characters" },
        { "the form of the number", 1, "Vocabulary = 50, Hidden = 8, SequenceLength = 16)", "Vocabulary = 0x32, Hidden = 8, SequenceLength = 16)" },
    };

    /// <summary>Edits of the size, or of the place, of one model, and the model's name.</summary>
    public static TheoryData<int, string, string, string> Changes => new()
    {
        { 0, "Hidden = 8, SequenceLength = 16, Classes = 2", "Hidden = 9, SequenceLength = 16, Classes = 2", "Sentiment" },
        { 0, "Hidden = 8, SequenceLength = 16, Classes = 2", "Hidden = 8, SequenceLength = 17, Classes = 2", "Sentiment" },
        { 0, "Classes = 3", "Classes = 4", "Topic" },
        { 0, "Classes = 3", "Classes = 3, Nonlinearity = Nonlinearity.Relu", "Topic" },
        { 1, "Labels = 3", "Labels = 4", "Tagger" },
        { 1, "Vocabulary = 50, Hidden = 8, SequenceLength = 16)", "Vocabulary = 51, Hidden = 8, SequenceLength = 16)", "Characters" },
        { 2, "Vocabulary = 100", "Vocabulary = 101", "Sentiment" },
    };

    [Fact]
    public void A_second_run_computes_nothing()
    {
        CSharpCompilation compilation = Consumer.Compile(Project);
        GeneratorRun run = new(compilation);
        Assert.Equal(4, run.NamedOutputs().Count());
        Assert.All(run.NamedOutputs(), output => Assert.Equal(IncrementalStepRunReason.New, output.Reason));

        run.Update(compilation);

        Assert.Equal(4, run.NamedOutputs().Count());
        Assert.All(run.NamedOutputs(), output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
        Assert.All(run.WriteReasons(), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Theory]
    [MemberData(nameof(HarmlessEdits))]
    public void An_edit_that_changes_no_declaration_writes_nothing(string edit, int file, string before, string after)
    {
        Assert.NotEmpty(edit);
        GeneratorRun run = Edit(file, before, after);

        Assert.Equal(4, run.NamedOutputs().Count());
        Assert.All(run.NamedOutputs(), AssertKept);
        Assert.All(run.WriteReasons(), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_changed_declaration_writes_its_own_model_and_no_other(int file, string before, string after, string model)
    {
        GeneratorRun run = Edit(file, before, after);

        (object value, IncrementalStepRunReason reason) = Assert.Single(run.NamedOutputs(), output => !IsKept(output.Reason));
        Assert.Equal(IncrementalStepRunReason.Modified, reason);
        Assert.Equal(model, ((ModelSpec)value).Type.Name);
        Assert.Equal(3, run.WriteReasons().Count(written => written == IncrementalStepRunReason.Cached));
        Assert.Single(run.WriteReasons(), written => written != IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void The_order_of_the_files_changes_nothing()
    {
        CSharpCompilation compilation = Consumer.Compile(Project);
        GeneratorRun run = new(compilation);

        run.Update(compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(compilation.SyntaxTrees.Reverse()));

        Assert.Equal(4, run.NamedOutputs().Count());
        Assert.All(run.NamedOutputs(), AssertKept);
        Assert.All(run.WriteReasons(), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void The_order_of_the_classes_in_a_file_changes_nothing()
    {
        string[] lines = Project[0].Split('\n');
        CSharpCompilation compilation = Consumer.Compile(Project);
        GeneratorRun run = new(compilation);

        run.Update(Replace(compilation, 0, string.Join('\n', [.. lines[..2], .. lines[10..], .. lines[2..10]])));

        Assert.Equal(4, run.NamedOutputs().Count());
        Assert.All(run.NamedOutputs(), AssertKept);
        Assert.All(run.WriteReasons(), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void A_model_that_is_invalid_while_it_is_typed_disturbs_no_other()
    {
        CSharpCompilation compilation = Consumer.Compile(Project);
        GeneratorRun run = new(compilation);

        run.Update(Replace(compilation, 0, Project[0].Replace("Vocabulary = Sizes.Vocabulary, Hidden = 8", "Vocabulary = Sizes., Hidden = ", StringComparison.Ordinal)));
        Assert.Equal(["Sentiment"], run.NamedOutputs().Where(output => output.Reason == IncrementalStepRunReason.Removed).Select(NameOf));
        Assert.Equal(["Characters", "Tagger", "Topic"], NamesKept(run));
        Assert.DoesNotContain(run.Sources, source => source.HintName.Contains("Sentiment", StringComparison.Ordinal));

        run.Update(compilation);
        Assert.Equal(["Sentiment"], run.NamedOutputs().Where(output => output.Reason == IncrementalStepRunReason.New).Select(NameOf));
        Assert.Equal(["Characters", "Tagger", "Topic"], NamesKept(run));
    }

    [Fact]
    public void Equal_declarations_in_two_projects_give_equal_specs()
    {
        IReadOnlyList<ModelSpec> first = Specs.Of(Project);
        IReadOnlyList<ModelSpec> second = Specs.Of(Project);

        Assert.Equal(4, first.Count);
        Assert.Equal(first, second);
        Assert.Equal(first.Select(spec => spec.GetHashCode()), second.Select(spec => spec.GetHashCode()));
        Assert.All(first.Zip(second), pair => Assert.NotSame(pair.First, pair.Second));
    }

    private static GeneratorRun Edit(int file, string before, string after)
    {
        CSharpCompilation compilation = Consumer.Compile(Project);
        GeneratorRun run = new(compilation);
        string edited = Project[file].Replace(before, after, StringComparison.Ordinal);
        Assert.NotEqual(Project[file], edited);

        run.Update(Replace(compilation, file, edited));
        return run;
    }

    private static CSharpCompilation Replace(CSharpCompilation compilation, int file, string text)
    {
        SyntaxTree tree = compilation.SyntaxTrees[file];
        return compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)tree.Options, tree.FilePath));
    }

    private static IEnumerable<string> NamesKept(GeneratorRun run) =>
        run.NamedOutputs().Where(output => IsKept(output.Reason)).Select(NameOf).Order(StringComparer.Ordinal);

    private static string NameOf((object Value, IncrementalStepRunReason Reason) output) => ((ModelSpec)output.Value).Type.Name;

    private static bool IsKept(IncrementalStepRunReason reason) =>
        reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;

    private static void AssertKept((object Value, IncrementalStepRunReason Reason) output) =>
        Assert.True(IsKept(output.Reason), $"{output.Value}: {output.Reason}");
}
