using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnGen.Generators.Model;

namespace RnnGen.Generators.Parsing;

/// <summary>
/// What constants the attribute's arguments may name: none that a source generator writes. RnnGen's reads the project without what it and others write, where such a constant does not exist; the
/// compiler, which comes later, finds nothing wrong with it. So the analyzer alone can ask; the generator has <see cref="ModelDeclaration.HasUnknownArgument"/>.
/// </summary>
internal static class ConstantRules
{
    /// <param name="declaration">The declaration.</param>
    /// <param name="isValid">Whether it breaks no other rule, as far as the constants' values tell.</param>
    public static IEnumerable<Violation> Check(ModelDeclaration declaration, bool isValid)
    {
        // What another generator writes is known by its name alone, which a file that someone checked in may have as well. But that the generator has read, and then it has written the network.
        bool isUnread = isValid && !declaration.HasUnknownArgument
            && !declaration.Type.DeclaringSyntaxReferences.Any(reference => GeneratedFiles.Contain(reference.SyntaxTree.FilePath));
        foreach (AttributeArgumentSyntax argument in declaration.Arguments)
        {
            if (FindGenerated(argument.Expression, declaration.Compilation, path => GeneratedFiles.Contain(path) || (isUnread && GeneratedFiles.Resemble(path)), []) is { } constant)
            {
                yield return new Violation(
                    Rule.ConstantIsWrittenByHand,
                    argument.GetLocation(),
                    constant.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat),
                    argument.NameEquals!.Name.Identifier.ValueText,
                    declaration.Type.Name);
            }
        }
    }

    /// <summary>The generated constant that an expression depends on, if there is one: constants may be made of others.</summary>
    private static IFieldSymbol? FindGenerated(SyntaxNode expression, Compilation compilation, Func<string, bool> isGenerated, HashSet<ISymbol> seen)
    {
        foreach (IdentifierNameSyntax name in expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
        {
            if (compilation.GetSemanticModel(name.SyntaxTree).GetSymbolInfo(name).Symbol is not IFieldSymbol { IsConst: true } constant || !seen.Add(constant))
            {
                continue;
            }

            // In an editor, a constant of another project has its source too; but that project is compiled, its generated constants with it.
            if (!SymbolEqualityComparer.Default.Equals(constant.ContainingAssembly, compilation.Assembly))
            {
                continue;
            }

            foreach (SyntaxReference reference in constant.DeclaringSyntaxReferences)
            {
                if (isGenerated(reference.SyntaxTree.FilePath))
                {
                    return constant;
                }

                if (ValueOf(reference.GetSyntax()) is { } value && FindGenerated(value, compilation, isGenerated, seen) is { } other)
                {
                    return other;
                }
            }
        }

        return null;
    }

    /// <summary>The expression that a constant's value comes from. A member of an enumeration that has none counts on from the last one before it that has.</summary>
    private static ExpressionSyntax? ValueOf(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax { Initializer: { } initializer } => initializer.Value,
        EnumMemberDeclarationSyntax { Parent: EnumDeclarationSyntax type } member =>
            type.Members.Take(type.Members.IndexOf(member) + 1).LastOrDefault(earlier => earlier.EqualsValue is not null)?.EqualsValue!.Value,
        _ => null,
    };
}
