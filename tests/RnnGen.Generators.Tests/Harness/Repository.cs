using System;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;

namespace RnnGen.Generators.Tests.Harness;

/// <summary>The files of this repository.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot();

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    public static string Read(params ReadOnlySpan<string> parts) => File.ReadAllText(PathOf(parts)).ReplaceLineEndings("\n");

    /// <summary>The source files of a project: where they are, and their names within its folder, with slashes and in order.</summary>
    public static (string Path, string Name)[] SourcesOf(params ReadOnlySpan<string> project)
    {
        string root = PathOf(project);
        return
        [
            .. Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
                .Select(path => (Path: path, Name: Path.GetRelativePath(root, path).Replace('\\', '/')))
                .Where(file => !file.Name.StartsWith("obj/", StringComparison.Ordinal) && !file.Name.StartsWith("bin/", StringComparison.Ordinal))
                .OrderBy(file => file.Name, StringComparer.Ordinal),
        ];
    }

    private static string FindRoot([CallerFilePath] string thisFile = "")
    {
        string? directory = Path.GetDirectoryName(thisFile);
        while (directory is not null && !File.Exists(Path.Combine(directory, "RnnGen.sln")))
        {
            directory = Path.GetDirectoryName(directory);
        }

        return directory ?? throw new DirectoryNotFoundException($"RnnGen.sln was not found above {thisFile}.");
    }
}
