using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using RnnGen.Generators.Tests.Harness;

namespace RnnGen.Generators.Tests.Baselines;

/// <summary>
/// What is generated for a tiny and a medium model of each task, for one of each other cell and for some of several layers, to the letter: a change of the emitter shows as a difference of these files, to be read.
/// </summary>
public sealed class GeneratedBaselineTests
{
    // Not .cs: these files are read, never compiled.
    private const string Extension = ".txt";

    public static TheoryData<string> Names => [.. BaselineModel.All.Select(model => model.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_generated_files_are_those_that_were_reviewed(string name)
    {
        Dictionary<string, string> generated = BaselineModel.All.Single(model => model.Name == name).Generate();
        string folder = Repository.PathOf("tests", "RnnGen.Generators.Tests", "Baselines", name);
        if (BaselineModel.IsUpdate)
        {
            Write(folder, generated);
        }

        Dictionary<string, string> reviewed = Read(folder);
        Assert.True(reviewed.Keys.ToHashSet().SetEquals(generated.Keys), $"{name} consists of {string.Join(", ", generated.Keys)}. {BaselineModel.Advice}");
        foreach ((string file, string text) in generated)
        {
            Assert.True(reviewed[file] == text, $"{FirstDifference(file, reviewed[file], text)}\n{BaselineModel.Advice}");
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
        int end = Math.Min(before.Length, now.Length);
        int line = Enumerable.Range(0, end).FirstOrDefault(i => before[i] != now[i], end);
        return $"{file}, line {line + 1}, was:\n{before.ElementAtOrDefault(line)}\nand is:\n{now.ElementAtOrDefault(line)}";
    }
}
