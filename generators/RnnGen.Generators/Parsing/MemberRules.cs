using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RnnGen.Generators.Model;

namespace RnnGen.Generators.Parsing;

/// <summary>What members a model class may have or inherit: none that the generated part declares too, and none that keeps it from being made.</summary>
internal static class MemberRules
{
    public static IEnumerable<Violation> Check(ModelDeclaration declaration)
    {
        INamedTypeSymbol type = declaration.Type;
        IReadOnlyList<GeneratedMember> generated = GeneratedMembers.Of(declaration.Task.Task);
        Location classLocation = declaration.Syntax.Identifier.GetLocation();

        if (generated.Any(member => member.Name == type.Name))
        {
            yield return new Violation(Rule.ClassNameIsFree, classLocation, type.Name);
        }

        if (FindPrimaryConstructor(type) is { } parameters)
        {
            yield return new Violation(Rule.NoPrimaryConstructor, parameters.GetLocation(), type.Name);
        }

        foreach (ISymbol member in WrittenByHand(type))
        {
            if (IsRequired(member))
            {
                yield return new Violation(Rule.NoRequiredMember, member.Locations[0], type.Name, member.Name);
            }

            if (!IsPrimaryConstructor(member) && generated.Any(other => Collide(member, other)))
            {
                yield return new Violation(Rule.MemberNameIsFree, member.Locations[0], Describe(member), type.Name, DescribeFix(member));
            }
        }

        // A model cannot derive from another model, and that is said once, not for every member that the other has.
        foreach (ISymbol member in BaseTypes.Of(type).TakeWhile(baseType => !TaskAttribute.IsOn(baseType)).SelectMany(WrittenByHand))
        {
            if (IsRequired(member))
            {
                yield return new Violation(Rule.NoRequiredMember, classLocation, type.Name, member.Name);
            }

            if (!IsConstructor(member)
                && declaration.Compilation.IsSymbolAccessibleWithin(member, type)
                && (HidesClass(member, type) || generated.Any(other => Collide(member, other))))
            {
                yield return new Violation(Rule.MemberNameIsFree, classLocation, Describe(member), type.Name, HidesClass(member, type) ? "rename it or the model" : DescribeFix(member));
            }
        }
    }

    private static ParameterListSyntax? FindPrimaryConstructor(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences
            .Select(reference => (reference.GetSyntax() as TypeDeclarationSyntax)?.ParameterList)
            .FirstOrDefault(parameters => parameters is not null);

    private static bool IsConstructor(ISymbol member) => member is IMethodSymbol { MethodKind: MethodKind.Constructor };

    private static bool IsPrimaryConstructor(ISymbol member) =>
        IsConstructor(member)
        && member.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax);

    /// <summary>The members that neither the compiler nor this generator added: the analyzer sees the class with its generated part.</summary>
    private static IEnumerable<ISymbol> WrittenByHand(INamedTypeSymbol type) =>
        type.GetMembers().Where(member =>
            !member.IsImplicitlyDeclared
            && !member.DeclaringSyntaxReferences.Any(reference => GeneratedFiles.Contain(reference.SyntaxTree.FilePath)));

    private static bool IsRequired(ISymbol member) => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };

    private static bool Collide(ISymbol written, GeneratedMember generated) =>
        written.Name == generated.Name
        && (written is not IMethodSymbol method
            || !generated.IsMethod
            || (method.Arity == 0 && DescribeParameters(method) == generated.ParameterTypes));

    /// <summary>Whether the class's own name means another type within the class: an inherited one.</summary>
    private static bool HidesClass(ISymbol inherited, INamedTypeSymbol type) => inherited is INamedTypeSymbol { Arity: 0 } && inherited.Name == type.Name;

    private static string DescribeParameters(IMethodSymbol method) =>
        string.Join(", ", method.Parameters.Select(parameter =>
            (parameter.RefKind == RefKind.None ? "" : "ref ") + parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)));

    private static string Describe(ISymbol member) => member.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    /// <summary>What makes room for the generated member: a constructor has no name that could be changed.</summary>
    private static string DescribeFix(ISymbol member) => IsConstructor(member) ? "remove it or give it other parameters" : "rename it";
}
