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

        if (declaration.Compilation.GetTypeByMetadataName(declaration.Task.Contract) is null)
        {
            yield return new Violation(
                Rule.RuntimeIsReferenced,
                declaration.AttributeSyntax.GetLocation(),
                declaration.Type.Name,
                declaration.Task.Contract);
        }
    }
}
