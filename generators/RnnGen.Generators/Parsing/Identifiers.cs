using Microsoft.CodeAnalysis.CSharp;

namespace RnnGen.Generators.Parsing;

/// <summary>Names as code writes them.</summary>
internal static class Identifiers
{
    /// <summary>The name with an <c>@</c> before it if it is a keyword anywhere in the language.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
            ? "@" + name
            : name;
}
