using Microsoft.CodeAnalysis;

namespace RnnGen.Generators.Tests.Harness;

/// <summary>A file that uses a type.</summary>
/// <param name="File">The file, from the project's folder on.</param>
/// <param name="Type">The type.</param>
/// <param name="Namespace">The type's namespace.</param>
/// <param name="DeclaredIn">The file of the same project that declares the type; null if it is not the project's own.</param>
internal sealed record SourceUse(string File, INamedTypeSymbol Type, string Namespace, string? DeclaredIn)
{
    /// <summary>The folder of the file, empty at the top.</summary>
    public string Folder => FolderOf(File);

    /// <summary>The folder of a file, empty at the top.</summary>
    public static string FolderOf(string file) => file.Contains('/', System.StringComparison.Ordinal) ? file[..file.IndexOf('/', System.StringComparison.Ordinal)] : "";
}
