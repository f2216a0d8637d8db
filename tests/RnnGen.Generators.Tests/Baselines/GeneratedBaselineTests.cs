using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using RnnGen.Generators.Tests.Harness;

namespace RnnGen.Generators.Tests.Baselines;

/// <summary>
/// What is generated for a tiny and a medium model of each task, to the letter: a change of the emitter shows as a difference of these files, to be read.
/// </summary>
public sealed class GeneratedBaselineTests
{
    private const string UpdateVariable = "RNNGEN_UPDATE_BASELINES";

    // Not .cs: these files are read, never compiled.
    private const string Extension = ".txt";

    [Theory]
    [InlineData("TinyClassifier", "[SequenceClassifier(Vocabulary = 6, Hidden = 3, SequenceLength = 5, Classes = 2)]")]
    [InlineData("TinyLabeler", "[SequenceLabeler(Vocabulary = 6, Hidden = 3, SequenceLength = 5, Labels = 3)]")]
    [InlineData("TinyGenerator", "[SequenceGenerator(Vocabulary = 6, Hidden = 3, SequenceLength = 5)]")]
    [InlineData("MediumClassifier", "[SequenceClassifier(Vocabulary = 500, Hidden = 64, SequenceLength = 40, Classes = 5)]")]
    [InlineData("MediumLabeler", "[SequenceLabeler(Vocabulary = 500, Hidden = 64, SequenceLength = 40, Labels = 17)]")]
    [InlineData("MediumGenerator", "[SequenceGenerator(Vocabulary = 100, Hidden = 64, SequenceLength = 40)]")]
    public void The_generated_files_are_those_that_were_reviewed(string name, string attribute)
    {
        GeneratorRun run = new(Consumer.Compile($"using RnnGen; namespace Baselines; {attribute} public sealed partial class {name};"));
        var generated = run.Sources.ToDictionary(source => source.HintName, source => source.SourceText.ToString(), StringComparer.Ordinal);
        string folder = Repository.PathOf("tests", "RnnGen.Generators.Tests", "Baselines", name);
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            Write(folder, generated);
        }

        Dictionary<string, string> reviewed = Read(folder);
        string advice = $"If the change is meant, run this test with {UpdateVariable}=1, and review the difference of {folder}.";
        Assert.True(reviewed.Keys.ToHashSet().SetEquals(generated.Keys), $"{name} consists of {string.Join(", ", generated.Keys)}. {advice}");
        foreach ((string file, string text) in generated)
        {
            Assert.True(reviewed[file] == text, $"{FirstDifference(file, reviewed[file], text)}\n{advice}");
        }
    }

    private static Dictionary<string, string> Read(string folder) => Directory.GetFiles(folder, "*" + Extension).ToDictionary(
        path => Path.GetFileName(path)[..^Extension.Length],
        path => File.ReadAllText(path).ReplaceLineEndings("\n"),
        StringComparer.Ordinal);

    private static void Write(string folder, Dictionary<string, string> files)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        foreach ((string file, string text) in files)
        {
            File.WriteAllText(Path.Combine(folder, file + Extension), text);
        }
    }

    private static string FirstDifference(string file, string reviewed, string generated)
    {
        string[] before = reviewed.Split('\n');
        string[] now = generated.Split('\n');
        int line = Enumerable.Range(0, Math.Min(before.Length, now.Length)).FirstOrDefault(i => before[i] != now[i], Math.Min(before.Length, now.Length));
        return $"{file}, line {line + 1}, was:\n{before.ElementAtOrDefault(line)}\nand is:\n{now.ElementAtOrDefault(line)}";
    }
}
