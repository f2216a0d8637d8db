using System.Collections.Generic;
using Microsoft.CodeAnalysis.CSharp;

namespace RnnGen.Generators.Parsing;

/// <summary>What the consumer's project must offer: a language that can express the generated code, and the runtime it calls.</summary>
internal static class ConsumerRules
{
    /// <summary>Generated code fulfils static abstract members (C# 11) and writes collection expressions (C# 12).</summary>
    public const LanguageVersion MinimumLanguageVersion = LanguageVersion.CSharp12;

    public static IEnumerable<Violation> Check(ModelDeclaration declaration)
    {
        LanguageVersion version = ((CSharpParseOptions)declaration.Syntax.SyntaxTree.Options).LanguageVersion;
        if (version < MinimumLanguageVersion)
        {
            yield return new Violation(
                Rule.LanguageVersionIsSupported,
                declaration.AttributeSyntax.GetLocation(),
                declaration.Type.Name,
                MinimumLanguageVersion.ToDisplayString(),
                version.ToDisplayString());
        }

        if (FindFaultOfRuntime(declaration) is { } fault)
        {
            yield return new Violation(
                Rule.RuntimeIsReferenced,
                declaration.AttributeSyntax.GetLocation(),
                declaration.Type.Name,
                declaration.Task.Contract,
                fault);
        }
    }

    /// <summary>Why generated code cannot name the runtime's types, and what to do about it; null if it can.</summary>
    private static string? FindFaultOfRuntime(ModelDeclaration declaration)
    {
        if (declaration.Compilation.GetTypeByMetadataName(declaration.Task.Contract) is not null)
        {
            return null;
        }

        // Generated code begins with global::, where nothing is that has an alias alone.
        return declaration.Compilation.GetTypesByMetadataName(declaration.Task.Contract).Length == 1
            ? "has a name by an extern alias alone; remove Aliases from the reference to RnnGen, or add 'global' to them"
            : "was not found; reference the package RnnGen, once and in one version";
    }
}
