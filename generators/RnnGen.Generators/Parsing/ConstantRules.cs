using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnGen.Generators.Model;

namespace RnnGen.Generators.Parsing;

/// <summary>
/// What constants the attribute's arguments may name: none that this generator writes. It reads the project without what it writes, where such a constant does not exist; the
/// compiler, which comes later, finds nothing wrong with it. So the analyzer alone can ask; the generator has <see cref="ModelDeclaration.HasUnknownArgument"/>.
/// </summary>
internal static class ConstantRules
{
    public static IEnumerable<Violation> Check(ModelDeclaration declaration)
    {
        foreach (AttributeArgumentSyntax argument in declaration.Arguments)
        {
            if (FindGenerated(argument.Expression, declaration.Compilation, []) is { } constant)
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
    private static IFieldSymbol? FindGenerated(SyntaxNode expression, Compilation compilation, HashSet<ISymbol> seen)
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
                if (GeneratedFiles.Contain(reference.SyntaxTree.FilePath))
                {
                    return constant;
                }

                if (reference.GetSyntax() is VariableDeclaratorSyntax { Initializer: { } initializer }
                    && FindGenerated(initializer.Value, compilation, seen) is { } other)
                {
                    return other;
                }
            }
        }

        return null;
    }
}
