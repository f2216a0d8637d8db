using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RnnGen.Generators.Parsing;

/// <summary>What kind of class a network can be written into, and where it may stand.</summary>
internal static class ClassRules
{
    public static IEnumerable<Violation> Check(ModelDeclaration declaration)
    {
        INamedTypeSymbol type = declaration.Type;
        if (FindPartThatIsNotPartial(type) is { } part)
        {
            yield return new Violation(Rule.ClassIsPartial, part.Identifier.GetLocation(), type.Name);
        }

        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if (FindPartThatIsNotPartial(outer) is not null)
            {
                // At the model: an editor drops what an analyzer reports outside the type it was asked about.
                yield return new Violation(Rule.ContainingTypeIsPartial, declaration.Syntax.Identifier.GetLocation(), outer.Name, type.Name);
            }
        }

        foreach (Rule rule in FindKindsRefused(type))
        {
            yield return new Violation(rule, declaration.Syntax.Identifier.GetLocation(), type.Name);
        }
    }

    private static IEnumerable<Rule> FindKindsRefused(INamedTypeSymbol type)
    {
        if (type.IsStatic)
        {
            yield return Rule.ClassIsNotStatic;
        }

        if (type.IsAbstract)
        {
            yield return Rule.ClassIsNotAbstract;
        }

        if (type.Arity > 0)
        {
            yield return Rule.ClassIsNotGeneric;
        }

        if (type.IsRecord)
        {
            yield return Rule.ClassIsNotRecord;
        }

        for (INamedTypeSymbol? scope = type; scope is not null; scope = scope.ContainingType)
        {
            if (scope.IsFileLocal)
            {
                yield return Rule.ClassIsNotFileLocal;
                yield break;
            }
        }
    }

    private static TypeDeclarationSyntax? FindPartThatIsNotPartial(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax())
            .OfType<TypeDeclarationSyntax>()
            .FirstOrDefault(part => !part.Modifiers.Any(SyntaxKind.PartialKeyword));
}
