using System;
using System.IO;

namespace RnnGen.Generators.Model;

/// <summary>How a file of this generator is told from one that a person wrote.</summary>
internal static class GeneratedFiles
{
    /// <summary>The compiler puts each generator's files into a directory named after the generator's class.</summary>
    public const string Directory = "RnnGen.Generators.RnnModelGenerator";

    /// <summary>Whether the file at <paramref name="path"/> is named as source generators name theirs.</summary>
    public static bool Resemble(string path) => path.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the file at <paramref name="path"/> comes from this generator.</summary>
    public static bool Contain(string path) => Path.GetFileName(Path.GetDirectoryName(path)) == Directory;
}
