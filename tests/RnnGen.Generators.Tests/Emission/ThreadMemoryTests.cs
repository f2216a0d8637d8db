using System.Linq;
using RnnGen.Generators.Tests.Harness;

namespace RnnGen.Generators.Tests.Emission;

/// <summary>A member whose first calls allocate says so, and no other does.</summary>
public sealed class ThreadMemoryTests
{
    private const string Remark = "once warm: a thread's first calls";

    [Theory]
    [InlineData("SequenceClassifier(Vocabulary = 50, Classes = 2, Hidden = 8", false, false)]
    [InlineData("SequenceClassifier(Vocabulary = 50, Classes = 2, Hidden = 8, Bidirectional = true", true, false)]
    [InlineData("SequenceClassifier(Vocabulary = 50, Classes = 16000, Hidden = 8", false, false)]
    [InlineData("SequenceClassifier(Vocabulary = 50, Classes = 17000, Hidden = 8", true, true)]
    [InlineData("SequenceLabeler(Vocabulary = 50, Labels = 16000, Hidden = 8", false, false)]
    [InlineData("SequenceLabeler(Vocabulary = 50, Labels = 17000, Hidden = 8", true, true)]
    [InlineData("SequenceGenerator(Vocabulary = 17000, Hidden = 8", true, true)]
    [InlineData("SequenceRegressor(Features = 5, Outputs = 1, Hidden = 8", false, false)]
    [InlineData("SequenceLabeler(Features = 5, Labels = 2, Layers = 2, Cell = CellKind.Lstm, Hidden = 512", true, false)]
    public void A_member_says_whether_a_thread_keeps_memory_for_it(string attribute, bool predict, bool step)
    {
        string code = GeneratedCodeOf(attribute);

        Assert.Equal(predict, RemarkBefore(code, " Predict("));
        Assert.Equal(step, RemarkBefore(code, " Step("));

        // What the code does is the oracle.
        Assert.Equal(predict, code.Contains("ThreadScratch.Take(", System.StringComparison.Ordinal) || code.Contains(".PredictOne(", System.StringComparison.Ordinal));
    }

    private static bool RemarkBefore(string code, string member)
    {
        string[] lines = code.Split('\n');
        return lines.Where((line, i) => line.Contains("public ", System.StringComparison.Ordinal) && line.Contains(member, System.StringComparison.Ordinal)
            && lines[i - 1].Contains(Remark, System.StringComparison.Ordinal)).Any();
    }

    private static string GeneratedCodeOf(string attribute) =>
        string.Concat(new GeneratorRun(Consumer.Compile($"using RnnGen; [{attribute}, SequenceLength = 9)] partial class Model;")).Sources.Select(source => source.SourceText.ToString()));
}
