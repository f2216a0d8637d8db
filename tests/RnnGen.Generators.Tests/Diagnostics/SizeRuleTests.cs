using System.Threading.Tasks;
using RnnGen.Generators.Tests.Harness;

namespace RnnGen.Generators.Tests.Diagnostics;

public sealed class SizeRuleTests
{
    [Theory]
    [InlineData("SequenceClassifier", "Vocabulary, Hidden, SequenceLength, Classes")]
    [InlineData("SequenceLabeler", "Vocabulary, Hidden, SequenceLength, Labels")]
    [InlineData("SequenceGenerator", "Vocabulary, Hidden, SequenceLength")]
    [InlineData("SequenceLabeler()", "Vocabulary, Hidden, SequenceLength, Labels")]
    [InlineData("SequenceLabeler(Hidden = 8, Labels = 2)", "Vocabulary, SequenceLength")]
    [InlineData("SequenceClassifier(Vocabulary = 8, Hidden = 8, SequenceLength = 2)", "Classes")]
    public Task Missing_sizes_are_named_together(string attribute, string missing) => DeclarationCheck.IsRefused(
        $"using RnnGen; [{{|RNNGEN008:{attribute}|}}] partial class Model;",
        $"[{attribute.Split('(')[0]}] on 'Model' must declare {missing}: the network is written for exactly these sizes");

    [Theory]
    [InlineData("Vocabulary = 1", "Vocabulary", "1", "2", "100,000")]
    [InlineData("Vocabulary = 100_001", "Vocabulary", "100,001", "2", "100,000")]
    [InlineData("Hidden = 0", "Hidden", "0", "1", "1,024")]
    [InlineData("Hidden = 1025", "Hidden", "1,025", "1", "1,024")]
    [InlineData("SequenceLength = -3", "SequenceLength", "-3", "1", "4,096")]
    [InlineData("SequenceLength = 4 * 1024 + 1", "SequenceLength", "4,097", "1", "4,096")]
    [InlineData("Classes = int.MinValue", "Classes", "-2,147,483,648", "2", "100,000")]
    [InlineData("Classes = int.MaxValue", "Classes", "2,147,483,647", "2", "100,000")]
    public Task A_size_out_of_range_is_refused_where_it_is_written(string argument, string property, string value, string minimum, string maximum)
    {
        string arguments = "Vocabulary = 100, Hidden = 8, SequenceLength = 16, Classes = 2";
        foreach (string valid in arguments.Split(", "))
        {
            if (valid.StartsWith(property, System.StringComparison.Ordinal))
            {
                arguments = arguments.Replace(valid, $"{{|RNNGEN009:{argument}|}}", System.StringComparison.Ordinal);
            }
        }

        return DeclarationCheck.IsRefused(
            $"[RnnGen.SequenceClassifier({arguments})] partial class Model;",
            $"{property} of 'Model' is {value} and must be from {minimum} to {maximum}");
    }

    [Theory]
    [InlineData("SequenceLabeler(Vocabulary = 2, Hidden = 1, SequenceLength = 1, {|RNNGEN009:Labels = 1|})", "Labels", "1")]
    [InlineData("SequenceLabeler(Vocabulary = 2, Hidden = 1, SequenceLength = 1, {|RNNGEN009:Labels = 100001|})", "Labels", "100,001")]
    public Task A_number_of_labels_out_of_range_is_refused(string attribute, string property, string value) => DeclarationCheck.IsRefused(
        $"[RnnGen.{attribute}] partial class Model;",
        $"{property} of 'Model' is {value} and must be from 2 to 100,000");

    [Theory]
    [InlineData("SequenceClassifier(Vocabulary = 2, Hidden = 1, SequenceLength = 1, Classes = 2)")]
    [InlineData("SequenceClassifier(Vocabulary = 100000, Hidden = 1024, SequenceLength = 4096, Classes = 100000)")]
    [InlineData("SequenceLabeler(Vocabulary = 2, Hidden = 1, SequenceLength = 1, Labels = 2)")]
    [InlineData("SequenceLabeler(Vocabulary = 100000, Hidden = 1024, SequenceLength = 4096, Labels = 100000)")]
    [InlineData("SequenceGenerator(Vocabulary = 2, Hidden = 1, SequenceLength = 1)")]
    [InlineData("SequenceGenerator(Vocabulary = 100000, Hidden = 1024, SequenceLength = 4096)")]
    public Task The_ends_of_every_range_are_valid(string attribute) => DeclarationCheck.IsValid($"[RnnGen.{attribute}] partial class Model;");

    [Fact]
    public Task Several_sizes_out_of_range_are_reported_each() => DeclarationCheck.IsRefused(
        "[RnnGen.SequenceGenerator({|RNNGEN009:Hidden = 0|}, SequenceLength = 8, {|RNNGEN009:Vocabulary = 0|})] partial class Model;",
        "Hidden of 'Model' is 0 and must be from 1 to 1,024",
        "Vocabulary of 'Model' is 0 and must be from 2 to 100,000");

    [Fact]
    public Task Two_tasks_on_one_class_are_refused() => DeclarationCheck.IsRefused(
        """
        using RnnGen;
        [{|RNNGEN011:SequenceClassifier(Vocabulary = 9, Hidden = 8, SequenceLength = 8, Classes = 2)|}]
        [SequenceGenerator(Vocabulary = 9, Hidden = 8, SequenceLength = 8)]
        partial class Model;
        """,
        "The class 'Model' carries [SequenceClassifier] and [SequenceGenerator]; keep one of them and declare another class for each other task");

    [Fact]
    public Task Two_tasks_on_two_parts_of_a_class_are_refused() => DeclarationCheck.IsRefused(
        """
        using RnnGen;
        [{|RNNGEN011:SequenceLabeler(Vocabulary = 9, Hidden = 8, SequenceLength = 8, Labels = 2)|}]
        partial class Model;
        [SequenceGenerator(Vocabulary = 9, Hidden = 8, SequenceLength = 8)]
        partial class Model;
        """,
        "The class 'Model' carries [SequenceLabeler] and [SequenceGenerator]; keep one of them and declare another class for each other task");

    [Fact]
    public Task Two_classes_with_a_task_each_are_valid() => DeclarationCheck.IsValid(
        """
        using RnnGen;
        [SequenceClassifier(Vocabulary = 9, Hidden = 8, SequenceLength = 8, Classes = 2)]
        partial class First;
        [SequenceGenerator(Vocabulary = 9, Hidden = 8, SequenceLength = 8)]
        partial class Second;
        """,
        models: 2);

    [Theory]
    [InlineData("Hidden = \"eight\"")]
    [InlineData("Hidden = 8.5")]
    [InlineData("Hidden = Undefined")]
    [InlineData("Hidden = 8, Depth = 2")]
    public async Task What_the_compiler_reports_is_not_reported_again_and_never_throws(string argument)
    {
        string source = $"[RnnGen.SequenceGenerator(Vocabulary = 9, {argument}, SequenceLength = 8)] partial class Model;";
        Assert.Contains(Consumer.Compile(source).GetDiagnostics(TestContext.Current.CancellationToken), diagnostic => diagnostic.Id.StartsWith("CS", System.StringComparison.Ordinal));
        Assert.Empty(await DeclarationCheck.Analyze(Consumer.Compile(source)));
    }
}
